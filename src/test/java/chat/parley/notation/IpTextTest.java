package chat.parley.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpTextTest {

  /** The examples of RFC 5952, and what else decides. */
  @ParameterizedTest
  @CsvSource({
    "2001:0db8::0001, 2001:db8::1",
    "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:DB8::ABCD, 2001:db8::abcd",
    "0:0:0:0:0:0:0:0, ::",
    "0:0:0:0:0:0:0:1, ::1",
    "1:0:0:0:0:0:0:0, 1::",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    "::ffff:192.0.2.1, 192.0.2.1",
    "192.0.2.7, 192.0.2.7"
  })
  void showsAnAddressInItsOneShortForm(String text, String shown) {
    assertThat(IpText.parse(text).map(IpText::of)).contains(shown);
  }

  @Test
  void readsWhatItShows() throws UnknownHostException {
    Random random = new Random(5952);
    for (int i = 0; i < 10_000; i++) {
      byte[] bytes = new byte[16];
      for (int at = 0; at < 16; at++) {
        bytes[at] = (byte) (random.nextInt(3) == 0 ? random.nextInt() : 0);
      }
      InetAddress address = InetAddress.getByAddress(bytes);
      String shown = IpText.of(address);
      assertThat(IpText.parse(shown)).as(shown).contains(address);
      assertThat(shown).doesNotContain(":::").doesNotContainPattern("(^|:)0[0-9a-f]");
    }
  }

  @Test
  void keepsTheZoneOfAnAddressThatIsGoodOnOneLinkOnly() throws UnknownHostException {
    byte[] link = InetAddress.getByName("fe80::1").getAddress();
    assertThat(IpText.of(Inet6Address.getByAddress("", link, 2))).isEqualTo("fe80::1%2");
  }

  @Test
  void showsWhereThePortBegins() {
    assertThat(IpText.of(new InetSocketAddress(IpText.parse("::1").get(), 4711)))
        .isEqualTo("[::1]:4711");
    assertThat(IpText.of(new InetSocketAddress(IpText.parse("192.0.2.7").get(), 4711)))
        .isEqualTo("192.0.2.7:4711");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "01.2.3.4",
        "1..2.3",
        "127.1",
        "2130706433",
        ":",
        ":::",
        "::g",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3",
        "::1::",
        "1.2.3.4:5",
        "::1.2.3.256"
      })
  void refusesWhatCanOnlyBeAMistake(String text) {
    assertThat(IpText.isMeantBy(text)).isTrue();
    assertThat(IpText.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "chat.example", "4chan.example", "face", "1.2.3.4a"})
  void looksNoNameUp(String text) {
    assertThat(IpText.isMeantBy(text)).isFalse();
    assertThat(IpText.parse(text)).isEmpty();
  }
}
