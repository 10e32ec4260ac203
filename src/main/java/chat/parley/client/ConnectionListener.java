package chat.parley.client;

import java.time.Duration;
import java.util.List;

/** Whoever is told what happens on a {@link Connection}; called by one thread. */
interface ConnectionListener {

  /** There is a connection. */
  void connected();

  /** The server has said {@code lines}. */
  void received(List<String> lines);

  /** The server has closed the connection in the middle of {@code line}. */
  void brokenOff(String line);

  /**
   * The connection is gone.
   *
   * @param why one line
   * @param broken whether it broke, so that what was sent last may not have arrived
   * @param wait how long until the next try, if there is one
   * @return whether to try again
   */
  boolean lost(String why, boolean broken, Duration wait);

  /**
   * A try has failed.
   *
   * @param why one line
   * @param wait how long until the next one
   */
  void unreachable(String why, Duration wait);
}
