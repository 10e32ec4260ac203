package chat.parley.listener;

import chat.parley.notation.IpText;
import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs whose handshake has failed, but no more than a line a minute. Any thread may tell it. */
final class FailedHandshakes {
  private static final Logger log = LoggerFactory.getLogger(FailedHandshakes.class);

  private final LogThrottle throttle = new LogThrottle();
  private final ListenerAddress listener;

  FailedHandshakes(ListenerAddress listener) {
    this.listener = listener;
  }

  /**
   * @param now {@link System#nanoTime}
   */
  void add(InetAddress from, String why, long now) {
    throttle.count(
        now,
        soFar ->
            log.info(
                "{}: no TLS with {}: {} ({} failed so far)",
                listener,
                IpText.of(from),
                why,
                soFar));
  }
}
