package chat.parley.protocol;

import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.util.ByteString;

/**
 * Looks at the first two bytes of a connection: when they begin a TLS handshake, which need not
 * have a line's end in it, it says so at once. Everything else is another decoder's.
 */
final class TlsHelloDetector implements FrameDecoder {
  private static final byte HANDSHAKE = 22;
  private static final byte MAJOR_VERSION = 3;

  private final FrameDecoder decoder;
  private ByteString beginning = ByteString.emptyByteString();
  private boolean begun;

  TlsHelloDetector(FrameDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public List<Frame> split(ByteString chunk) {
    if (begun) {
      return decoder.split(chunk);
    }
    ByteString all = beginning.concat(chunk);
    if (all.length() == 1 && all.apply(0) == HANDSHAKE) {
      beginning = all;
      return List.of();
    }
    begun = !all.isEmpty();
    beginning = ByteString.emptyByteString();
    boolean hello = all.length() > 1 && all.apply(0) == HANDSHAKE && all.apply(1) == MAJOR_VERSION;
    return hello ? List.of(new Frame.TlsHello()) : decoder.split(all);
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
    return frames;
  }
}
