package chat.parley.access;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Who has guessed at passwords, by address ({@link AddressRange#around}), and how long the next
 * guess from there has to wait.
 *
 * <p>{@value #FREE} wrong ones are free. From then on there are 1 s, 2 s, 4 s … and at last {@value
 * #LONGEST_SECONDS} s between one attempt and the next. What is under way counts as wrong until it
 * is known, and has its turn reserved, so many connections at once gain nothing. A right password
 * forgives no wrong one. An address is forgotten {@value #FORGOTTEN_AFTER_MINUTES} min after its
 * last wrong one.
 *
 * <p>All times are {@link System#nanoTime}.
 */
final class Attempts {
  static final int FREE = 3;
  static final int LONGEST_SECONDS = 60;
  static final int FORGOTTEN_AFTER_MINUTES = 15;
  static final int MAX_ADDRESSES = 100_000;

  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST = LONGEST_SECONDS * SECOND;
  private static final long FORGOTTEN_AFTER = Duration.ofMinutes(FORGOTTEN_AFTER_MINUTES).toNanos();

  private static final class Origin {
    int wrong;
    int underWay;
    long lastTurn;

    /** When the last wrong one was, or the first attempt if none has been. */
    long since;
  }

  /** The one that has been quiet for longest comes first. */
  private final Map<AddressRange, Origin> origins = new LinkedHashMap<>();

  private final int maxAddresses;

  Attempts() {
    this(MAX_ADDRESSES);
  }

  Attempts(int maxAddresses) {
    this.maxAddresses = maxAddresses;
  }

  /**
   * Reserves a turn for an attempt, which must end as {@link #wrong} or be {@link #released}.
   *
   * @return for how long it has to wait; empty when that is too long, and nothing is reserved
   */
  OptionalLong reserve(InetAddress from, long now) {
    forgetTheQuiet(now);
    AddressRange range = AddressRange.around(from);
    Origin origin = origins.get(range);
    if (origin == null) {
      if (!makeRoom()) {
        return OptionalLong.empty();
      }
      origin = new Origin();
      origin.since = now;
      origins.put(range, origin);
    }
    int attempt = origin.wrong + origin.underWay + 1;
    long wait = 0;
    if (attempt > FREE) {
      wait = Math.max(0, origin.lastTurn + pause(attempt) - now);
    }
    if (wait > LONGEST) {
      return OptionalLong.empty();
    }
    origin.underWay++;
    origin.lastTurn = now + wait;
    return OptionalLong.of(wait);
  }

  /** An attempt was wrong. */
  void wrong(InetAddress from, long now) {
    AddressRange range = AddressRange.around(from);
    Origin origin = origins.remove(range);
    origin.underWay--;
    origin.wrong++;
    origin.since = now;
    origins.put(range, origin);
  }

  /** An attempt was right, or could not be judged. */
  void released(InetAddress from) {
    AddressRange range = AddressRange.around(from);
    Origin origin = origins.get(range);
    origin.underWay--;
    if (origin.wrong == 0 && origin.underWay == 0) {
      origins.remove(range);
    }
  }

  /** Of how many addresses something is remembered. */
  int remembered() {
    return origins.size();
  }

  private static long pause(int attempt) {
    return Math.min(LONGEST, SECOND << Math.min(6, attempt - FREE - 1));
  }

  private void forgetTheQuiet(long now) {
    Iterator<Origin> each = origins.values().iterator();
    while (each.hasNext()) {
      Origin origin = each.next();
      if (now - origin.since < FORGOTTEN_AFTER) {
        return;
      }
      if (origin.underWay == 0) {
        each.remove();
      } else {
        origin.wrong = 0;
      }
    }
  }

  /** Forgets the one that has been quiet for longest, if there are as many as there may be. */
  private boolean makeRoom() {
    if (origins.size() < maxAddresses) {
      return true;
    }
    Iterator<Origin> each = origins.values().iterator();
    while (each.hasNext()) {
      if (each.next().underWay == 0) {
        each.remove();
        return true;
      }
    }
    return false;
  }
}
