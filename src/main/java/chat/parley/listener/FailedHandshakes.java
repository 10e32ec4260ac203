package chat.parley.listener;

import chat.parley.notation.IpText;
import java.net.InetAddress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs whose handshake has failed, but no more than a line a minute. Any thread may tell it. */
final class FailedHandshakes {
  private static final Logger log = LoggerFactory.getLogger(FailedHandshakes.class);
  private static final long BETWEEN_LINES = Duration.ofMinutes(1).toNanos();

  private final ListenerAddress listener;
  private long count;
  private long nextLine = Long.MIN_VALUE;

  FailedHandshakes(ListenerAddress listener) {
    this.listener = listener;
  }

  /**
   * @param now {@link System#nanoTime}
   */
  synchronized void add(InetAddress from, String why, long now) {
    count++;
    if (nextLine == Long.MIN_VALUE || now - nextLine >= 0) {
      nextLine = now + BETWEEN_LINES;
      log.info("{}: no TLS with {}: {} ({} failed so far)", listener, IpText.of(from), why, count);
    }
  }
}
