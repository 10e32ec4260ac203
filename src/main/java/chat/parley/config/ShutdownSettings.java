package chat.parley.config;

import java.time.Duration;

/**
 * The time that a server has to go down; {@code parley.go-down-within} in {@code reference.conf}
 * explains it.
 *
 * @param within how long all of it may take at most
 */
public record ShutdownSettings(Duration within) {

  /** How long what was read may take to reach everybody. */
  public Duration drainWithin() {
    return within.multipliedBy(3).dividedBy(10);
  }

  /** How long it may take until the last connection has been closed in order. */
  public Duration listenersWithin() {
    return within.multipliedBy(8).dividedBy(10);
  }

  /** How long the rest may take. */
  public Duration restWithin() {
    return within.minus(listenersWithin());
  }
}
