package chat.parley.bench;

import java.io.IOException;

/** How the messages of one phase are sent. */
interface Sending extends AutoCloseable {

  /**
   * Sends what may be sent now; called again and again between reads.
   *
   * @return false when all that this phase sends has been written
   */
  boolean turn() throws IOException;

  @Override
  void close();
}
