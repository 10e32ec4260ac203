package chat.parley.transport;

import chat.parley.event.Batch;
import org.apache.pekko.util.ByteString;

/**
 * How events are written to clients, message boundaries included. One object for all connections
 * that are written the same, so that a batch is encoded once for all of them; immutable, for any
 * thread.
 *
 * <p>The rest is what a connection itself has to say; empty where the format has no words for it.
 */
public interface Format extends Batch.Encoder {

  /** What stands in place of {@code messages} that a slow reader misses. */
  ByteString skipped(long messages);

  /** The last words to a client that is disconnected because it reads too slowly. */
  ByteString tooSlow();

  /** The last words to a client that is disconnected because it reads nothing. */
  ByteString readNothing();
}
