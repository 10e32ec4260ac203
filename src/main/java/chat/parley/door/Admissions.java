package chat.parley.door;

import chat.parley.access.AddressRange;
import chat.parley.session.TokenBucket;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the connections of all doors and says which may stay.
 *
 * <p>Doors share it, so it is guarded by a lock; it is held for some map look-ups only. (An actor
 * to ask would leave connections in between, accepted but not judged, which is what is to be
 * bounded.)
 */
public final class Admissions {
  /** What a second's worth is multiplied by for an address that has not come for a while. */
  private static final int BURST_SECONDS = 5;

  /** How many addresses are remembered before those are looked for that need not be. */
  private static final int FIRST_SWEEP = 1000;

  /** What becomes of a connection. */
  public enum Verdict {
    /** It stays, and must be {@linkplain #left counted out}. */
    ADMITTED,
    /** There are as many as there may be. */
    FULL,
    /** There are as many from its address. */
    TOO_MANY_FROM_ADDRESS,
    /** Too many have just come from its address. */
    TOO_FAST_FROM_ADDRESS
  }

  private static final class Origin {
    final TokenBucket arrivals;
    int open;

    Origin(TokenBucket arrivals) {
      this.arrivals = arrivals;
    }
  }

  private final ConnectionLimits limits;
  private final Map<AddressRange, Origin> origins = new HashMap<>();
  private int open;
  private int nextSweep = FIRST_SWEEP;

  /** Nobody is here yet. */
  public Admissions(ConnectionLimits limits) {
    this.limits = limits;
  }

  /**
   * Judges a new connection.
   *
   * @param now {@link System#nanoTime}
   */
  synchronized Verdict admit(InetAddress address, long now) {
    if (open >= limits.total()) {
      return Verdict.FULL;
    }
    if (!limits.isExempt(address)) {
      sweep(now);
      Origin origin =
          origins.computeIfAbsent(AddressRange.around(address), range -> new Origin(bucket(now)));
      if (origin.arrivals != null && origin.arrivals.available(now) == 0) {
        return Verdict.TOO_FAST_FROM_ADDRESS;
      }
      if (limits.perAddress() > 0 && origin.open >= limits.perAddress()) {
        return Verdict.TOO_MANY_FROM_ADDRESS;
      }
      if (origin.arrivals != null) {
        origin.arrivals.take(1);
      }
      origin.open++;
    }
    open++;
    return Verdict.ADMITTED;
  }

  /** A connection that was admitted is gone. */
  synchronized void left(InetAddress address) {
    open--;
    Origin origin = limits.isExempt(address) ? null : origins.get(AddressRange.around(address));
    if (origin != null) {
      origin.open--;
    }
  }

  /** How many connections there are. */
  synchronized int open() {
    return open;
  }

  /** Of how many addresses something is remembered. */
  synchronized int remembered() {
    return origins.size();
  }

  private TokenBucket bucket(long now) {
    int rate = limits.newPerSecond();
    return rate == 0 ? null : new TokenBucket(rate, rate * BURST_SECONDS, now);
  }

  /** Forgets addresses from which nobody is here and which have their whole burst again. */
  private void sweep(long now) {
    if (origins.size() < nextSweep) {
      return;
    }
    int burst = limits.newPerSecond() * BURST_SECONDS;
    origins
        .values()
        .removeIf(
            origin ->
                origin.open == 0
                    && (origin.arrivals == null || origin.arrivals.available(now) == burst));
    nextSweep = Math.max(FIRST_SWEEP, origins.size() * 2);
  }
}
