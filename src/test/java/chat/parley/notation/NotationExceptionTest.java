package chat.parley.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotationExceptionTest {

  @Test
  void staysOneLineWhateverWasTyped() {
    assertThat(NotationException.not("a time", "1\n2\u001b[31m"))
        .hasMessage("\"1\uFFFD2\uFFFD[31m\" is not a time");
    assertThat(NotationException.not("a time", "9".repeat(8000)))
        .hasMessage("\"" + "9".repeat(60) + "…\" is not a time");
    assertThat(NotationException.not("a time", "9".repeat(59) + "\uD83D\uDE00!"))
        .hasMessage("\"" + "9".repeat(59) + "…\" is not a time");
  }
}
