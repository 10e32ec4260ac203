package chat.parley.transport;

import java.util.List;
import org.apache.pekko.util.ByteString;

/** Cuts one connection's bytes into frames. Remembers what is incomplete; used by one thread. */
public interface FrameDecoder {

  /** How many frames come out together at most: they take many times the room of their bytes. */
  int MAX_FRAMES = 1000;

  /**
   * The first frames that {@code chunk}, the next bytes from the socket, completes. Not to be
   * called when {@linkplain #hasMore there are more} of the chunk before.
   */
  List<Frame> split(ByteString chunk);

  /** Whether the chunk has more than has come out yet. */
  boolean hasMore();

  /** The next frames of the same chunk. */
  List<Frame> more();

  /** What is left when the client has ended its side. */
  List<Frame> end();
}
