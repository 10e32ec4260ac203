package chat.parley.door;

import chat.parley.wire.Notice;
import java.net.InetAddress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs who is turned away, but no more than a line a minute: whoever knocks, knocks often. */
final class TurnedAway {
  private static final Logger log = LoggerFactory.getLogger(TurnedAway.class);
  private static final long BETWEEN_LINES = Duration.ofMinutes(1).toNanos();

  private final DoorAddress door;
  private long count;
  private long nextLine = Long.MIN_VALUE;

  TurnedAway(DoorAddress door) {
    this.door = door;
  }

  /** What to tell a client that is not admitted; it counts as told. */
  Notice noticeFor(Admissions.Verdict verdict, InetAddress address, long now) {
    count++;
    if (nextLine == Long.MIN_VALUE || now - nextLine >= 0) {
      nextLine = now + BETWEEN_LINES;
      log.warn(
          "{} turns {} away: {} ({} so far)",
          door,
          address.getHostAddress(),
          switch (verdict) {
            case FULL -> "there are as many connections as there may be";
            case TOO_MANY_FROM_ADDRESS -> "too many connections from there";
            default -> "too many new connections from there";
          },
          count);
    }
    return switch (verdict) {
      case FULL -> new Notice.ServerFull();
      case TOO_MANY_FROM_ADDRESS -> new Notice.TooManyFromAddress();
      default -> new Notice.TooFastFromAddress();
    };
  }
}
