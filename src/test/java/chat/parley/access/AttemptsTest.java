package chat.parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long MINUTE = 60 * SECOND;

  private final Attempts attempts = new Attempts();
  private final InetAddress somewhere = address("192.0.2.1");

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static InetAddress numbered(int i) throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {10, (byte) (i >> 16), (byte) (i >> 8), (byte) i});
  }

  /** What an attempt has to wait, in seconds; -1 when it is refused. */
  private long seconds(InetAddress from, long now) {
    OptionalLong wait = attempts.reserve(from, now);
    return wait.isEmpty() ? -1 : wait.getAsLong() / SECOND;
  }

  /** Guesses wrong as soon as it may; answers when that was. */
  private long wrong(InetAddress from, long now) {
    long turn = now + attempts.reserve(from, now).orElseThrow();
    attempts.wrong(from, turn);
    return turn;
  }

  @Test
  void slowsDownWhoGuesses() {
    long now = 0;
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      long turn = wrong(somewhere, now);
      waits.add((turn - now) / SECOND);
      now = turn;
    }
    assertThat(waits).containsExactly(0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  @Test
  void countsThePauseFromTheTurnBefore() {
    for (int i = 0; i < 6; i++) {
      wrong(somewhere, 0);
    }
    // The sixth had its turn at 1 + 2 + 4 s; the next is due 8 s later.
    assertThat(seconds(somewhere, 10 * SECOND)).isEqualTo(5);
  }

  @Test
  void letsNobodyGainByGuessingManyTimesAtOnce() {
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      waits.add(seconds(somewhere, 0));
    }
    assertThat(waits).containsExactly(0L, 0L, 0L, 1L, 3L, 7L, 15L, 31L, -1L, -1L);
  }

  @Test
  void refusesWithoutReserving() {
    for (int i = 0; i < 8; i++) {
      attempts.reserve(somewhere, 0);
    }
    for (int i = 0; i < 1000; i++) {
      assertThat(seconds(somewhere, 0)).isEqualTo(-1);
    }
    // 31 s is the last turn; the next may come 32 s after it.
    assertThat(seconds(somewhere, 31 * SECOND)).isEqualTo(32);
  }

  @Test
  void slowsDownOthersOfItsNetworkAndNobodyElse() {
    for (int i = 0; i < 3; i++) {
      wrong(address("2001:db8::" + i), 0);
    }
    assertThat(seconds(address("2001:db8::99"), 0)).isEqualTo(1);
    assertThat(seconds(address("2001:db8:0:1::1"), 0)).isZero();
    assertThat(seconds(somewhere, 0)).isZero();
  }

  @Test
  void forgivesNothingButItsOwnTurnForARightOne() {
    for (int i = 0; i < 3; i++) {
      wrong(somewhere, 0);
    }
    assertThat(seconds(somewhere, 2 * SECOND)).isZero();
    attempts.released(somewhere);
    assertThat(seconds(somewhere, 2 * SECOND)).isEqualTo(1);
    attempts.released(somewhere);
    assertThat(wrong(somewhere, 10 * SECOND)).isEqualTo(10 * SECOND);
    assertThat(seconds(somewhere, 10 * SECOND)).isEqualTo(2);
  }

  @Test
  void neverSlowsDownWhoIsRight() {
    for (int i = 0; i < 1000; i++) {
      assertThat(seconds(somewhere, 0)).isZero();
      attempts.released(somewhere);
    }
    assertThat(attempts.remembered()).isZero();
  }

  @Test
  void forgetsAnAddressAfterAQuarterOfAnHourWithoutAWrongOne() {
    for (int i = 0; i < 3; i++) {
      wrong(somewhere, 0);
    }
    wrong(somewhere, 5 * MINUTE);
    assertThat(seconds(address("192.0.2.2"), 19 * MINUTE)).isZero();
    assertThat(attempts.remembered()).isEqualTo(2);
    attempts.released(address("192.0.2.2"));
    for (int i = 0; i < 3; i++) {
      assertThat(seconds(somewhere, 20 * MINUTE)).isZero();
    }
    assertThat(seconds(somewhere, 20 * MINUTE)).isEqualTo(1);
  }

  @Test
  void keepsWhatIsUnderWayHoweverLongItTakes() {
    attempts.reserve(somewhere, 0);
    attempts.reserve(somewhere, 0);
    assertThat(seconds(address("192.0.2.2"), 60 * MINUTE)).isZero();
    attempts.wrong(somewhere, 60 * MINUTE);
    attempts.wrong(somewhere, 60 * MINUTE);
    assertThat(attempts.remembered()).isEqualTo(2);
  }

  @Test
  void remembersNoMoreAddressesThanItMay() throws UnknownHostException {
    for (int i = 0; i < Attempts.MAX_ADDRESSES + 10; i++) {
      wrong(numbered(i), i);
    }
    assertThat(attempts.remembered()).isEqualTo(Attempts.MAX_ADDRESSES);
  }

  @Test
  void refusesANewAddressWhileAllItCanRememberAreUnderWay() throws UnknownHostException {
    Attempts few = new Attempts(2);
    few.reserve(numbered(1), 0);
    few.reserve(numbered(2), 0);
    assertThat(few.reserve(numbered(3), 0)).isEmpty();
    few.wrong(numbered(2), 0);
    assertThat(few.reserve(numbered(3), 0)).hasValue(0);
    assertThat(few.remembered()).isEqualTo(2);
  }
}
