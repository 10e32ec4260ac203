package chat.parley.wire;

import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.util.ByteString;

/**
 * Looks at the first two bytes of a connection: when they begin a TLS handshake, which need not
 * have a line's end in it, it says so at once. Everything else is another splitter's.
 */
final class TlsHelloSplitter implements Splitter {
  private static final byte HANDSHAKE = 22;
  private static final byte MAJOR_VERSION = 3;

  private final Splitter splitter;
  private ByteString beginning = ByteString.emptyByteString();
  private boolean begun;

  TlsHelloSplitter(Splitter splitter) {
    this.splitter = splitter;
  }

  @Override
  public List<Frame> split(ByteString chunk) {
    if (begun) {
      return splitter.split(chunk);
    }
    ByteString all = beginning.concat(chunk);
    if (all.length() == 1 && all.apply(0) == HANDSHAKE) {
      beginning = all;
      return List.of();
    }
    begun = !all.isEmpty();
    beginning = ByteString.emptyByteString();
    boolean hello = all.length() > 1 && all.apply(0) == HANDSHAKE && all.apply(1) == MAJOR_VERSION;
    return hello ? List.of(new Frame.TlsHello()) : splitter.split(all);
  }

  @Override
  public boolean hasMore() {
    return splitter.hasMore();
  }

  @Override
  public List<Frame> more() {
    return splitter.more();
  }

  @Override
  public List<Frame> end() {
    List<Frame> frames = new ArrayList<>(splitter.split(beginning));
    frames.addAll(splitter.end());
    return frames;
  }
}
