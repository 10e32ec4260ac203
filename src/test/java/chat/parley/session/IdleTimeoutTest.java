package chat.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.session.IdleTimeout.Next;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdleTimeoutTest {
  private static final long SECOND = 1_000_000_000;

  private final IdleTimeout silence = new IdleTimeout(60 * SECOND, 0);

  @Test
  void asksBeforeItEnds() {
    assertThat(silence.nanosToNext(0)).isEqualTo(30 * SECOND);
    assertThat(silence.next(30 * SECOND - 1)).isEqualTo(Next.LISTEN);
    assertThat(silence.next(30 * SECOND)).isEqualTo(Next.ASK);
    assertThat(silence.nanosToNext(30 * SECOND)).isEqualTo(30 * SECOND);
    assertThat(silence.next(60 * SECOND - 1)).isEqualTo(Next.LISTEN);
    assertThat(silence.next(60 * SECOND)).isEqualTo(Next.END);
  }

  @Test
  void beginsAgainWithEverythingThatComes() {
    assertThat(silence.next(30 * SECOND)).isEqualTo(Next.ASK);
    silence.broken(50 * SECOND);
    assertThat(silence.next(60 * SECOND)).isEqualTo(Next.LISTEN);
    assertThat(silence.nanosToNext(60 * SECOND)).isEqualTo(20 * SECOND);
    assertThat(silence.next(80 * SECOND)).isEqualTo(Next.ASK);
  }

  @Test
  void givesTimeToAnswerEvenWhenItIsLookedAtTooLate() {
    assertThat(silence.next(1000 * SECOND)).isEqualTo(Next.ASK);
    assertThat(silence.next(1029 * SECOND)).isEqualTo(Next.LISTEN);
    assertThat(silence.next(1030 * SECOND)).isEqualTo(Next.END);
  }

  @Test
  void asksNoEarlierThanFiveMinutesBeforeTheEnd() {
    IdleTimeout day = new IdleTimeout(Duration.ofDays(1).toNanos(), 0);
    assertThat(day.nanosToNext(0)).isEqualTo(Duration.ofDays(1).minusMinutes(5).toNanos());
    assertThat(day.grace()).isEqualTo(Duration.ofMinutes(5).toNanos());
  }
}
