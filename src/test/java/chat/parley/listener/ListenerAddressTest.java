package chat.parley.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenerAddressTest {

  @ParameterizedTest
  @CsvSource({
    "lines:5566, LINES, 127.0.0.1, 5566, lines 127.0.0.1:5566",
    "raw:0, RAW, 127.0.0.1, 0, raw 127.0.0.1:0",
    "lines:0.0.0.0:65535, LINES, 0.0.0.0, 65535, lines 0.0.0.0:65535",
    "lines:localhost:1, LINES, localhost, 1, lines localhost:1",
    "raw:[::1]:5567, RAW, ::1, 5567, raw [::1]:5567",
    "raw:[0:0:0:0:0:0:0:1]:5567, RAW, ::1, 5567, raw [::1]:5567",
    "lines:[fe80::1%eth0]:80, LINES, fe80::1%eth0, 80, lines [fe80::1%eth0]:80"
  })
  void readsAndShowsAListener(String text, ListenerKind kind, String host, int port, String shown) {
    ListenerAddress listener = ListenerAddress.parse(text);

    assertThat(listener).isEqualTo(new ListenerAddress(kind, host, port));
    assertThat(listener.shown()).isEqualTo(shown);
    assertThat(ListenerAddress.parse(listener.toString())).isEqualTo(listener);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; it has no kind",
        "5566; it has no kind",
        "localhost:5566; \"localhost\" is not one of the kinds lines, raw",
        "Lines:5566; \"Lines\" is not one of the kinds lines, raw",
        ":5566; \"\" is not one of the kinds lines, raw",
        "lines:; \"\" is not a port from 0 to 65535",
        "lines:x; \"x\" is not a port",
        "lines:65536; \"65536\" is not a port",
        "lines:-1; \"-1\" is not a port",
        "lines:123456; \"123456\" is not a port",
        "lines:localhost:; \"\" is not a port",
        "lines: 5566; is not a port",
        "lines:1.2.3.256:5566; \"1.2.3.256\" is not a host",
        "lines::5566; it has no host",
        "lines:::1:5566; an IPv6 address goes in brackets",
        "lines:local host:5566; \"local host\" is not a host",
        "lines:[]:5566; brackets are for IPv6 addresses",
        "lines:[localhost]:5566; brackets are for IPv6 addresses",
        "lines:[::1]; it has no port",
        "lines:[::1:5566; its bracket is not closed"
      })
  void saysInOneLineWhatIsWrong(String text, String why) {
    assertThatThrownBy(() -> ListenerAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "\"" + text + "\" is not a listener, which is written KIND:[HOST:]PORT")
        .hasMessageContaining(why)
        .message()
        .hasLineCount(1);
  }

  @Test
  void knowsThePortItReallyGot() {
    assertThat(ListenerAddress.parse("raw:[::]:0").at(4711)).hasToString("raw:[::]:4711");
  }
}
