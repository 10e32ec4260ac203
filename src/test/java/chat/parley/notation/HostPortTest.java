package chat.parley.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPortTest {

  @ParameterizedTest
  @CsvSource({
    "localhost:1, localhost, 1",
    "192.0.2.7:65535, 192.0.2.7, 65535",
    "[::1]:5566, ::1, 5566",
    "[2001:0DB8:0:0:0:0:0:1]:7, 2001:db8::1, 7",
    "[fe80::1%eth0]:7, fe80::1%eth0, 7",
    "chat.example:7, chat.example, 7",
    "b\u00FCcher.example:7, b\u00FCcher.example, 7"
  })
  void readsAndShowsHostAndPort(String text, String host, int port) {
    HostPort read = HostPort.toConnect(text);
    assertThat(read).isEqualTo(new HostPort(host, port));
    assertThat(HostPort.toConnect(read.toString())).isEqualTo(read);
    assertThat(HostPort.toConnect(text, 9)).isEqualTo(read);
    assertThat(HostPort.toListen(text, "nowhere")).isEqualTo(read);
  }

  @Test
  void fillsInThePortWhereItMayBeLeftOut() {
    assertThat(HostPort.toConnect("localhost", 9)).isEqualTo(new HostPort("localhost", 9));
    assertThat(HostPort.toConnect("[::1]", 9)).isEqualTo(new HostPort("::1", 9));
  }

  @Test
  void fillsInTheHostWhereItMayBeLeftOut() {
    assertThat(HostPort.toListen("0", "127.0.0.1")).isEqualTo(new HostPort("127.0.0.1", 0));
    assertThat(HostPort.toListen("[::]:0", "127.0.0.1")).isEqualTo(new HostPort("::", 0));
  }

  /** The columns say what is wrong where both must be there, and with either left out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; it has no host; it has no host; \"\" is not a port from 0 to 65535",
        ":5; it has no host; it has no host; it has no host",
        "host:; \"\" is not a port; \"\" is not a port; \"\" is not a port",
        "host:x; \"x\" is not a port; \"x\" is not a port; \"x\" is not a port",
        "host:-1; \"-1\" is not a port; \"-1\" is not a port; \"-1\" is not a port",
        "host:65536; from 1 to 65535; from 1 to 65535; from 0 to 65535",
        "host:99999999999; from 1 to 65535; from 1 to 65535; from 0 to 65535",
        "::1; an IPv6 address goes in; an IPv6 address goes in; an IPv6 address goes in",
        "::1:5; an IPv6 address goes in; an IPv6 address goes in; an IPv6 address goes in",
        "[::1; its bracket is not closed; its bracket is not closed; its bracket is not closed",
        "[host; its bracket is not closed; its bracket is not closed; its bracket is not closed",
        "[::1]5; belongs :PORT; belongs :PORT; belongs :PORT",
        "[host]:5; \"host\" is none; \"host\" is none; \"host\" is none",
        "[]:5; \"\" is none; \"\" is none; \"\" is none",
        "[::g]:5; \"::g\" is none; \"::g\" is none; \"::g\" is none",
        "[1.2.3.4]:5; \"1.2.3.4\" is none; \"1.2.3.4\" is none; \"1.2.3.4\" is none",
        "[::1%]:5; \"::1%\" is none; \"::1%\" is none; \"::1%\" is none",
        "1.2.3:5; \"1.2.3\" is not a host; \"1.2.3\" is not a host; \"1.2.3\" is not a host",
        "1.2.3.256:5; is not a host, such as; is not a host, such as; is not a host, such as",
        "a b:5; \"a b\" is not a host; \"a b\" is not a host; \"a b\" is not a host",
        "a/b:5; \"a/b\" is not a host; \"a/b\" is not a host; \"a/b\" is not a host"
      })
  void saysWhatIsWrong(String text, String whole, String withoutPort, String withoutHost) {
    assertThatExceptionOfType(NotationException.class)
        .isThrownBy(() -> HostPort.toConnect(text))
        .withMessageContaining(whole);
    assertThatExceptionOfType(NotationException.class)
        .isThrownBy(() -> HostPort.toConnect(text, 9))
        .withMessageContaining(withoutPort);
    assertThatExceptionOfType(NotationException.class)
        .isThrownBy(() -> HostPort.toListen(text, "127.0.0.1"))
        .withMessageContaining(withoutHost);
  }

  @Test
  void hasAPortToConnectToOnly() {
    assertThatExceptionOfType(NotationException.class)
        .isThrownBy(() -> HostPort.toConnect("host:0"))
        .withMessage("\"0\" is not a port from 1 to 65535");
    assertThatExceptionOfType(NotationException.class)
        .isThrownBy(() -> HostPort.toConnect("[::1]"))
        .withMessage("it has no port");
    assertThatExceptionOfType(NotationException.class)
        .isThrownBy(() -> HostPort.toConnect("host"))
        .withMessage("it has no port");
  }
}
