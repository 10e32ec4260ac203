package chat.parley.store;

import java.time.Duration;

/**
 * How long a {@link StoreWriter} waits for what.
 *
 * @param late how long whoever asks waits for the disk; then it is taken for failing
 * @param betweenTries how long until what has failed is tried again
 * @param gathering how long posts that members have seen wait for others to be written with
 * @param ending how long the end may take
 */
record WriterTimes(Duration late, Duration betweenTries, Duration gathering, Duration ending) {
  static final WriterTimes USUAL =
      new WriterTimes(
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofMillis(50),
          Duration.ofSeconds(5));
}
