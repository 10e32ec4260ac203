package chat.parley.listener;

import chat.parley.access.AddressRange;
import chat.parley.moderation.Bans;
import chat.parley.session.TokenBucket;
import chat.parley.store.Sanction;
import java.net.InetAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the connections of all listeners and says which may stay.
 *
 * <p>Listeners share it, so it is guarded by a lock; it is held for some map look-ups only. (An
 * actor to ask would leave connections in between, accepted but not judged, which is what is to be
 * bounded.)
 */
public final class ConnectionLimiter {
  /** What a second's worth is multiplied by for an address that has not come for a while. */
  private static final int BURST_SECONDS = 5;

  /** How many addresses are remembered before those are looked for that need not be. */
  private static final int FIRST_SWEEP = 1000;

  /**
   * How many that are turned away may take their time to go: fewer than the descriptors that are
   * reserved by default.
   */
  static final int MAX_LINGERING = 64;

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

  private static final class Source {
    TokenBucket arrivals;
    int open;

    Source(TokenBucket arrivals) {
      this.arrivals = arrivals;
    }
  }

  private final Bans bans;
  private final Map<AddressRange, Source> sources = new HashMap<>();
  private ConnectionLimits limits;
  private int open;
  private int lingering;
  private int nextSweep = FIRST_SWEEP;

  /** Nobody is here yet. */
  public ConnectionLimiter(ConnectionLimits limits, Bans bans) {
    this.limits = limits;
    this.bans = bans;
  }

  /** Goes by other limits from now on. Who is here stays, even if there are too many. */
  public synchronized void configure(ConnectionLimits changed, long now) {
    limits = changed;
    sources.values().forEach(source -> source.arrivals = bucket(now));
  }

  /** Why nobody may come from {@code address}. */
  Optional<Sanction> banOf(InetAddress address) {
    return bans.of(address, Instant.now());
  }

  /**
   * Judges a new connection.
   *
   * @param now {@link System#nanoTime}
   */
  synchronized Verdict admit(InetAddress address, long now) {
    if (open >= limits.total().connections()) {
      return Verdict.FULL;
    }
    sweep(now);
    // Those that only the total counts for are counted too, should that change.
    Source source =
        sources.computeIfAbsent(AddressRange.around(address), range -> new Source(bucket(now)));
    if (!limits.isExempt(address)) {
      if (source.arrivals != null && source.arrivals.available(now) == 0) {
        return Verdict.TOO_FAST_FROM_ADDRESS;
      }
      if (limits.perAddress() > 0 && source.open >= limits.perAddress()) {
        return Verdict.TOO_MANY_FROM_ADDRESS;
      }
      if (source.arrivals != null) {
        source.arrivals.take(1);
      }
    }
    source.open++;
    open++;
    return Verdict.ADMITTED;
  }

  /** A connection that was admitted is gone. */
  synchronized void left(InetAddress address) {
    open--;
    sources.get(AddressRange.around(address)).open--;
  }

  /**
   * Whether one that is turned away may take a moment to go, and read why; it must be {@linkplain
   * #hasGone counted out}. When too many are at it, it must go at once.
   */
  synchronized boolean mayLinger() {
    return lingering++ < MAX_LINGERING;
  }

  /** One that was turned away has gone. */
  synchronized void hasGone() {
    lingering--;
  }

  /** How many connections there are. */
  public synchronized int open() {
    return open;
  }

  /** Of how many addresses something is remembered. */
  synchronized int remembered() {
    return sources.size();
  }

  private TokenBucket bucket(long now) {
    int rate = limits.newPerSecond();
    return rate == 0 ? null : new TokenBucket(rate, rate * BURST_SECONDS, now);
  }

  /** Forgets addresses from which nobody is here and which have their whole burst again. */
  private void sweep(long now) {
    if (sources.size() < nextSweep) {
      return;
    }
    int burst = limits.newPerSecond() * BURST_SECONDS;
    sources
        .values()
        .removeIf(
            source ->
                source.open == 0
                    && (source.arrivals == null || source.arrivals.available(now) == burst));
    nextSweep = Math.max(FIRST_SWEEP, sources.size() * 2);
  }
}
