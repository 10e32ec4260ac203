package chat.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignProtocolDetectorTest {
  private final FrameDecoder decoder = new ForeignProtocolDetector(new LineDecoder(100));

  @Test
  void recognisesAHelloWithoutALinesEnd() {
    assertThat(split("\u0016\u0003\u0001\u0002\u0000\u0001"))
        .containsExactly(new Frame.Foreign("TLS"));
  }

  @Test
  void recognisesAHelloThatComesByteByByte() {
    assertThat(split("\u0016")).isEmpty();
    assertThat(split("\u0003")).containsExactly(new Frame.Foreign("TLS"));
  }

  @Test
  void leavesEverythingElseToTheOther() {
    assertThat(split("al")).isEmpty();
    assertThat(split("ice\n\u0016\u0003\nx")).containsExactly(line("alice"), line(""));
    assertThat(decoder.end()).containsExactly(line("x"));
  }

  @Test
  void losesNothingOfWhatOnlyLookedLikeOne() {
    assertThat(split("\u0016")).isEmpty();
    assertThat(split("bob\n")).containsExactly(line("bob"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET / HTTP/1.1, HTTP",
    "OPTIONS * HTTP/1.0, HTTP",
    "PRI * HTTP/2.0, HTTP",
    "SSH-2.0-OpenSSH_9.2p1 Debian-2, SSH"
  })
  void knowsOtherProtocolsByTheirFirstLine(String line, String other) {
    assertThat(split(line.substring(0, 5))).isEmpty();
    assertThat(split(line.substring(5) + "\r\nHost: b\n"))
        .containsExactly(new Frame.Foreign(other), line("Host: b"));
  }

  @Test
  void knowsAnotherProtocolWhoseFirstLineIsAllThatComes() {
    assertThat(split("GET / HTTP/1.0")).isEmpty();
    assertThat(decoder.end()).containsExactly(new Frame.Foreign("HTTP"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET", "HTTP", "SSH", "alice", "GET the HTTP spec", "/help"})
  void takesNothingElseForAnotherProtocol(String line) {
    assertThat(split(line + "\n")).containsExactly(line(line));
  }

  @Test
  void looksAtTheFirstLineOnly() {
    assertThat(split("alice\nGET / HTTP/1.1\n"))
        .containsExactly(line("alice"), line("GET / HTTP/1.1"));
    assertThat(split("GET / HTTP/1.1\n")).containsExactly(line("GET / HTTP/1.1"));
  }

  private List<Frame> split(String latin) {
    return decoder.split(ByteString.fromString(latin, StandardCharsets.ISO_8859_1));
  }

  private static Frame line(String text) {
    return new Frame.Line(text);
  }
}
