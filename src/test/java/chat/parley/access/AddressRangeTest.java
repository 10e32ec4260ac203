package chat.parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.0/8, 127.255.0.1, true",
    "127.0.0.0/8, 128.0.0.1, false",
    "192.0.2.128/25, 192.0.2.129, true",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "0.0.0.0/0, 198.51.100.1, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/32, 2001:db8:1::5, true",
    "2001:db8::/32, 2001:db9::5, false",
    "::1, ::1, true",
    "::ffff:192.0.2.1, 192.0.2.1, true",
  })
  void containsWhatBeginsAlike(String range, String address, boolean contained) throws Exception {
    assertThat(AddressRange.parse(range)).isPresent();
    assertThat(AddressRange.parse(range).get().contains(InetAddress.getByName(address)))
        .isEqualTo(contained);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "1.2.3",
        "1.2.3.4/33",
        "1.2.3.4/",
        "1.2.3.4/-1",
        "1.2.3.256",
        "01.2.3.4",
        "::1/129",
        ":",
        "1.2.3.4/8/8",
        "example.com/8",
        "::g",
        "/8",
        "1.2.3.4/99999999999"
      })
  void refusesWhatIsNoRange(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @Test
  void isSpokenOfInItsShortestForm() {
    assertThat(AddressRange.parse("10.1.2.3/8")).hasToString("Optional[10.0.0.0/8]");
    assertThat(AddressRange.parse("2001:DB8:0:0:1::/64")).hasToString("Optional[2001:db8::/64]");
    assertThat(AddressRange.parse("::/0")).hasToString("Optional[::/0]");
    assertThat(AddressRange.parse("10.1.2.3/8")).isEqualTo(AddressRange.parse("10.0.0.0/8"));
  }

  @Test
  void takesANetworkOf64BitsForOneAddress() throws UnknownHostException {
    assertThat(AddressRange.around(InetAddress.getByName("2001:db8:0:1::5")))
        .isEqualTo(AddressRange.around(InetAddress.getByName("2001:db8:0:1:ffff::9")))
        .isNotEqualTo(AddressRange.around(InetAddress.getByName("2001:db8:0:2::5")));
  }
}
