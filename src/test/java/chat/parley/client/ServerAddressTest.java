package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAddressTest {

  @Test
  void readsNameHostAndPort() {
    assertThat(ServerAddress.parse("bob@example.org:7000"))
        .isEqualTo(new ServerAddress(Optional.of("bob"), "example.org", 7000));
    assertThat(ServerAddress.parse("Zoë@[::1]:7000"))
        .isEqualTo(new ServerAddress(Optional.of("Zoë"), "::1", 7000));
  }

  @Test
  void fillsInWhatIsLeftOut() {
    assertThat(ServerAddress.parse("localhost"))
        .isEqualTo(new ServerAddress(Optional.empty(), "localhost", 5566));
    assertThat(ServerAddress.parse("[fe80::1%eth0]"))
        .isEqualTo(new ServerAddress(Optional.empty(), "fe80::1%eth0", 5566));
  }

  @Test
  void isShownAsItIsWritten() {
    assertThat(ServerAddress.parse("[::1]:7")).hasToString("[::1]:7");
    assertThat(ServerAddress.parse("me@host")).hasToString("host:5566");
  }

  @ParameterizedTest
  @CsvSource({
    "::1, an IPv6 address goes in brackets",
    "[::1, its bracket is not closed",
    "[host]:7, brackets are for IPv6 addresses",
    "host:0, not a port",
    "host:65536, not a port",
    "host:, not a port",
    "[::1]7, behind its bracket belongs :PORT",
    "@host, before the @ belongs a name",
    "a b@host, before the @ belongs a name",
    "bob@1.2.3.256, is not a host",
    "bob@, it has no host",
    "'', it has no host"
  })
  void saysWhatIsWrong(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerAddress.parse(text))
        .withMessageStartingWith("\"" + text + "\" is not a server")
        .withMessageContaining(why);
  }
}
