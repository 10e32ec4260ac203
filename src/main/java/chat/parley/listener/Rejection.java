package chat.parley.listener;

import chat.parley.notation.IpText;
import chat.parley.protocol.Notice;
import chat.parley.store.Sanction;
import java.net.InetAddress;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom a listener does not admit, and what they are told: those from where a ban keeps people out,
 * and those who are more than there may be. It is logged, but no more than a line a minute, as
 * whoever knocks, knocks often.
 */
final class Rejection {
  private static final Logger log = LoggerFactory.getLogger(Rejection.class);

  private final LogThrottle throttle = new LogThrottle();
  private final ListenerAddress listener;
  private final ConnectionLimiter limiter;

  Rejection(ListenerAddress listener, ConnectionLimiter limiter) {
    this.listener = listener;
    this.limiter = limiter;
  }

  /**
   * Judges a new connection.
   *
   * @param now {@link System#nanoTime}
   * @return why it is not admitted, which counts as told; empty for one that is, which must be
   *     {@linkplain ConnectionLimiter#left counted out}
   */
  Optional<Notice> of(InetAddress address, long now) {
    Optional<Sanction> ban = limiter.banOf(address);
    if (ban.isPresent()) {
      count("nobody may come from there", address, now);
      return Optional.of(new Notice.Banned(ban.get().until(), ban.get().why()));
    }
    return switch (limiter.admit(address, now)) {
      case ADMITTED -> Optional.empty();
      case FULL -> {
        count("there are as many connections as there may be", address, now);
        yield Optional.of(new Notice.ServerFull());
      }
      case TOO_MANY_FROM_ADDRESS -> {
        count("too many connections from there", address, now);
        yield Optional.of(new Notice.TooManyFromAddress());
      }
      case TOO_FAST_FROM_ADDRESS -> {
        count("too many new connections from there", address, now);
        yield Optional.of(new Notice.TooFastFromAddress());
      }
    };
  }

  private void count(String why, InetAddress address, long now) {
    throttle.count(
        now,
        soFar ->
            log.warn("{} turns {} away: {} ({} so far)", listener, IpText.of(address), why, soFar));
  }
}
