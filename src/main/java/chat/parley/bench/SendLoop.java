package chat.parley.bench;

import java.io.IOException;

/** A loop that sends the messages of one phase. */
interface SendLoop extends AutoCloseable {

  /**
   * Sends what may be sent now; called again and again between reads.
   *
   * @return false when all that this phase sends has been written
   */
  boolean turn() throws IOException;

  @Override
  void close();
}
