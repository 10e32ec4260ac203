package chat.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

  @Test
  void isNoneWhereThereIsNoLimit() {
    assertThat(RateLimiter.of(SessionLimits.NONE, 0)).isNull();
    assertThat(RateLimiter.of(limits(0, 5), 0)).isNull();
  }

  @Test
  void letsAFloodGoOnTenTimesASecond() {
    RateLimiter pace = RateLimiter.of(limits(1000, 500), 0);
    pace.count(pace.allowed(0));
    assertThat(pace.pause(10_000, 0)).hasMillis(100);
  }

  @Test
  void letsWhoHasLittleToSayGoOnAsSoonAsItMay() {
    RateLimiter pace = RateLimiter.of(limits(1000, 500), 0);
    pace.count(pace.allowed(0));
    assertThat(pace.pause(1, 0)).hasMillis(1);
  }

  @Test
  void waitsForOneAtLeastAndNeverForMoreThanTheBurst() {
    RateLimiter slow = RateLimiter.of(limits(2, 3), 0);
    slow.count(slow.allowed(0));
    assertThat(slow.pause(10, 0)).hasMillis(500);
    RateLimiter narrow = RateLimiter.of(limits(1000, 1), 0);
    narrow.count(narrow.allowed(0));
    assertThat(narrow.pause(10, 0)).hasMillis(1);
  }

  private static SessionLimits limits(int postsPerSecond, int burst) {
    return new SessionLimits(
        32, 390, postsPerSecond, burst, SessionLimits.TooFast.DELAY, Duration.ZERO, Duration.ZERO);
  }
}
