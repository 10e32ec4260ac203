package chat.parley.store;

import java.time.Duration;
import java.util.Optional;

/**
 * How much of a room's history is kept.
 *
 * @param keep for how long; empty for ever, zero for not at all
 * @param maxPosts how many posts at most
 */
public record Retention(Optional<Duration> keep, long maxPosts) {
  /** Everything, for ever. */
  public static final Retention EVERYTHING = new Retention(Optional.empty(), Long.MAX_VALUE);

  /** Whether everything is kept for ever. */
  public boolean isEverything() {
    return keep.isEmpty() && maxPosts == Long.MAX_VALUE;
  }

  /** Whether nothing is kept at all. */
  public boolean isNothing() {
    return maxPosts == 0 || (keep.isPresent() && keep.get().isZero());
  }
}
