package chat.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {
  private static final long SECOND = 1_000_000_000;
  // nanoTime may well go over the end.
  private static final long START = Long.parseLong("9223372036854775800");

  private final TokenBucket bucket = new TokenBucket(3, 10, START);

  @Test
  void isFullAtFirstAndNeverFuller() {
    assertThat(bucket.available(START)).isEqualTo(10);
    assertThat(bucket.available(START + 1000 * SECOND)).isEqualTo(10);
    assertThat(bucket.available(START + 100_000_000 * SECOND)).isEqualTo(10);
  }

  @Test
  void getsTokensAtItsRate() {
    bucket.take(10);
    assertThat(bucket.available(START)).isZero();
    assertThat(bucket.available(START + SECOND / 3)).isZero();
    assertThat(bucket.available(START + SECOND / 3 + 1)).isEqualTo(1);
    assertThat(bucket.available(START + 2 * SECOND)).isEqualTo(6);
    bucket.take(6);
    assertThat(bucket.available(START + 3 * SECOND)).isEqualTo(3);
  }

  @Test
  void losesNothingHoweverOftenItIsLookedAt() {
    bucket.take(10);
    for (long now = START; now - START < SECOND; now += 999) {
      bucket.available(now);
    }
    assertThat(bucket.available(START + SECOND)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 9, 10})
  void saysWhenThereWillBeSoMany(int tokens) {
    bucket.take(10);
    long wait = bucket.nanosUntil(tokens, START);
    assertThat(bucket.available(START + wait - 1)).isEqualTo(tokens - 1);
    assertThat(bucket.available(START + wait)).isEqualTo(tokens);
  }

  @Test
  void asksNobodyToWaitForWhatIsThereOrForMoreThanFits() {
    assertThat(bucket.nanosUntil(10, START)).isZero();
    assertThat(bucket.nanosUntil(1000, START)).isZero();
    bucket.take(10);
    assertThat(bucket.nanosUntil(1000, START)).isEqualTo(bucket.nanosUntil(10, START));
  }

  @Test
  void countsWithTheLargestNumbers() {
    int most = 1_000_000;
    TokenBucket large = new TokenBucket(most, most, START);
    large.take(most);
    assertThat(large.available(START + 1000)).isEqualTo(1);
    assertThat(large.available(START + SECOND)).isEqualTo(most);
    assertThat(large.available(START + Long.MAX_VALUE)).isEqualTo(most);
  }
}
