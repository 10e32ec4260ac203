package chat.parley.listener;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.AddressRange;
import chat.parley.listener.ConnectionLimiter.Verdict;
import chat.parley.moderation.Bans;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class ConnectionLimiterTest {
  private static final long SECOND = 1_000_000_000;

  private static ConnectionLimiter admissions(int total, int perAddress, int newPerSecond) {
    return new ConnectionLimiter(
        new ConnectionLimits(
            ConnectionTotal.of(total),
            perAddress,
            newPerSecond,
            AddressRange.parse("127.0.0.0/8").stream().toList()),
        new Bans());
  }

  private static InetAddress address(String text) throws UnknownHostException {
    return InetAddress.getByName(text);
  }

  @Test
  void admitsNoMoreThanTheTotalUntilSomebodyLeaves() throws Exception {
    ConnectionLimiter admissions = admissions(2, 0, 0);
    assertThat(admissions.admit(address("127.0.0.1"), 0)).isEqualTo(Verdict.ADMITTED);
    assertThat(admissions.admit(address("192.0.2.1"), 0)).isEqualTo(Verdict.ADMITTED);
    assertThat(admissions.admit(address("192.0.2.1"), 0)).isEqualTo(Verdict.FULL);
    admissions.left(address("127.0.0.1"));
    assertThat(admissions.admit(address("192.0.2.1"), 0)).isEqualTo(Verdict.ADMITTED);
    assertThat(admissions.open()).isEqualTo(2);
  }

  @Test
  void admitsNoMoreFromOneAddressThanItMayHave() throws Exception {
    ConnectionLimiter admissions = admissions(100, 1, 0);
    assertThat(admissions.admit(address("2001:db8::1"), 0)).isEqualTo(Verdict.ADMITTED);
    assertThat(admissions.admit(address("2001:db8::2"), 0))
        .isEqualTo(Verdict.TOO_MANY_FROM_ADDRESS);
    assertThat(admissions.admit(address("192.0.2.1"), 0)).isEqualTo(Verdict.ADMITTED);
    admissions.left(address("2001:db8::1"));
    assertThat(admissions.admit(address("2001:db8::2"), 0)).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void admitsNoMoreFromOneAddressEachSecondOnceTheBurstIsGone() throws Exception {
    ConnectionLimiter admissions = admissions(100, 0, 2);
    for (int i = 0; i < 10; i++) {
      assertThat(admissions.admit(address("192.0.2.1"), 0)).isEqualTo(Verdict.ADMITTED);
    }
    assertThat(admissions.admit(address("192.0.2.1"), 0)).isEqualTo(Verdict.TOO_FAST_FROM_ADDRESS);
    assertThat(admissions.admit(address("192.0.2.2"), 0)).isEqualTo(Verdict.ADMITTED);
    assertThat(admissions.admit(address("192.0.2.1"), SECOND / 2)).isEqualTo(Verdict.ADMITTED);
    assertThat(admissions.admit(address("192.0.2.1"), SECOND / 2))
        .isEqualTo(Verdict.TOO_FAST_FROM_ADDRESS);
  }

  @Test
  void countsNothingButTheTotalForAnExemptAddress() throws Exception {
    ConnectionLimiter admissions = admissions(100, 1, 1);
    for (int i = 0; i < 100; i++) {
      assertThat(admissions.admit(address("127.0.0.1"), 0)).isEqualTo(Verdict.ADMITTED);
    }
    assertThat(admissions.admit(address("127.0.0.1"), 0)).isEqualTo(Verdict.FULL);
  }

  @Test
  void forgetsAddressesThatNeedNotBeRemembered() throws Exception {
    ConnectionLimiter admissions = admissions(1_000_000, 1, 1);
    for (int i = 0; i < 100_000; i++) {
      InetAddress each =
          InetAddress.getByAddress(new byte[] {10, (byte) (i >> 16), (byte) (i >> 8), (byte) i});
      assertThat(admissions.admit(each, i * SECOND)).isEqualTo(Verdict.ADMITTED);
      admissions.left(each);
    }
    assertThat(admissions.remembered()).isLessThanOrEqualTo(1000);
  }
}
