package chat.parley.transport;

import chat.parley.tls.ClientHello;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pekko.util.ByteString;

/**
 * Recognises, by the first that it sends, a client that takes a listener of lines for a server of
 * something else: a {@link Frame.Foreign} takes the place of the first frame. A TLS handshake need
 * not have a line's end in it, and is recognised by its first two bytes. Everything else is another
 * decoder's.
 */
final class ForeignProtocolDetector implements FrameDecoder {
  /** What none of these begins with can be a name. */
  private static final Map<String, Pattern> FIRST_LINES =
      Map.of(
          "HTTP", Pattern.compile("[A-Z]+ \\S+ HTTP/[0-9.]+"),
          "SSH", Pattern.compile("SSH-[0-9.]+-.*"));

  /** What the client has shown so far. */
  private enum Seen {
    NOTHING,
    NO_TLS,
    /** Its first frame, or that it speaks TLS. */
    ENOUGH
  }

  private final FrameDecoder decoder;
  private ByteString beginning = ByteString.emptyByteString();
  private Seen seen = Seen.NOTHING;

  ForeignProtocolDetector(FrameDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public List<Frame> split(ByteString chunk) {
    return switch (seen) {
      case NOTHING -> firstBytes(beginning.concat(chunk));
      case NO_TLS -> firstFrame(decoder.split(chunk));
      case ENOUGH -> decoder.split(chunk);
    };
  }

  private List<Frame> firstBytes(ByteString bytes) {
    if (bytes.isEmpty() || (bytes.length() == 1 && ClientHello.mayBeginWith(bytes.head()))) {
      beginning = bytes;
      return List.of();
    }
    beginning = ByteString.emptyByteString();
    if (ClientHello.isBegunBy(bytes)) {
      seen = Seen.ENOUGH;
      return List.of(new Frame.Foreign("TLS"));
    }
    seen = Seen.NO_TLS;
    return firstFrame(decoder.split(bytes));
  }

  private List<Frame> firstFrame(List<Frame> frames) {
    if (frames.isEmpty()) {
      return frames;
    }
    seen = Seen.ENOUGH;
    String protocol = protocolOf(frames.get(0));
    if (protocol == null) {
      return frames;
    }
    List<Frame> replaced = new ArrayList<>(frames);
    replaced.set(0, new Frame.Foreign(protocol));
    return replaced;
  }

  /** What a client speaks that begins with {@code frame}; null when it may well be lines. */
  private static String protocolOf(Frame frame) {
    return frame instanceof Frame.Line line
        ? FIRST_LINES.entrySet().stream()
            .filter(each -> each.getValue().matcher(line.text()).matches())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null)
        : null;
  }

  @Override
  public boolean hasMore() {
    return decoder.hasMore();
  }

  @Override
  public List<Frame> more() {
    return decoder.more();
  }

  @Override
  public List<Frame> end() {
    List<Frame> frames = new ArrayList<>(decoder.split(beginning));
    frames.addAll(decoder.end());
    return seen == Seen.ENOUGH ? frames : firstFrame(frames);
  }
}
