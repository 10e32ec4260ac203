package chat.parley.wire;

import java.util.List;
import org.apache.pekko.util.ByteString;

/** Cuts one connection's bytes into frames. Remembers what is incomplete; used by one thread. */
public interface Splitter {

  /** The frames that {@code chunk}, the next bytes from the socket, completes. */
  List<Frame> split(ByteString chunk);

  /** What is left when the client has ended its side. */
  List<Frame> end();
}
