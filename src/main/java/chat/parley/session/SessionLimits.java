package chat.parley.session;

import java.time.Duration;

/**
 * What a client may do, and how long it may take; {@code parley.limits} in {@code reference.conf}
 * explains each but the topic, which is one of {@code parley.room}.
 *
 * @param maxName how many characters a name may have
 * @param maxTopic how many characters that a reader sees a topic may have
 * @param postsPerSecond how many lines a client may send each second in the long run; 0 for any
 * @param burst how many it may send at once
 * @param tooFast what happens when it sends more
 * @param nameWithin how long it may take to give a name; zero for ever
 * @param idle how long it may be silent; zero for ever
 */
public record SessionLimits(
    int maxName,
    int maxTopic,
    int postsPerSecond,
    int burst,
    TooFast tooFast,
    Duration nameWithin,
    Duration idle) {

  /** No limits, for clients that send bytes and are told nothing. */
  public static final SessionLimits NONE =
      new SessionLimits(0, 0, 0, 0, TooFast.DELAY, Duration.ZERO, Duration.ZERO);

  /** What happens to a client that sends too fast. */
  public enum TooFast {
    /** What it sends waits until it may be said, and nothing more is read. */
    DELAY,
    /** It is told so and disconnected. */
    DISCONNECT
  }
}
