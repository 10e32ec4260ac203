package chat.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.PasswordHash;
import chat.parley.access.Secret;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(byte[] input, String... args) {
    return Main.run(
        new ByteArrayInputStream(input),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        args);
  }

  private int password(String input) {
    return run(input.getBytes(StandardCharsets.UTF_8), "password");
  }

  private void isRefused(int status, String message) {
    assertThat(status).isEqualTo(2);
    assertThat(err.toString()).isEqualToIgnoringNewLines("parley: " + message);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"open $esame", "open $esame\n", "open $esame\r\n", "open $esame\nmore\n"})
  void printsTheHashOfOneLineAndNothingElse(String input) {
    assertThat(password(input)).isZero();
    assertThat(out.toString()).hasLineCount(1);
    PasswordHash hash = PasswordHash.parse(out.toString().strip()).orElseThrow();
    assertThat(hash.matches(new Secret("open $esame"))).isTrue();
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void refusesNone(String input) {
    isRefused(password(input), "no password was given");
  }

  @Test
  void refusesOneThatIsTooLong() {
    String message = "a password is 1 to 128 characters, and none of them a control character";
    isRefused(password("x".repeat(129)), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u202eb", "\ufeffsesame", "a\u2066b", "e\u0301\u0301\u0301\u0301\u0301\u0301"})
  void refusesWhatNobodyCouldType(String password) {
    isRefused(password(password), "it has a character in it that is dropped from what people type");
  }

  @Test
  void readsNoEndlessLine() {
    String message = "a password is 1 to 128 characters, and none of them a control character";
    isRefused(password("x".repeat(10_000_000)), message);
  }

  @Test
  void refusesWhatIsNoText() {
    isRefused(run(new byte[] {'a', (byte) 0xff, '\n'}, "password"), "the password is not in UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sesame", "--password=sesame", "-psesame"})
  void takesNoneFromTheCommandLineAndDoesNotRepeatIt(String argument) {
    isRefused(
        run("other\n".getBytes(StandardCharsets.UTF_8), "password", argument),
        "it takes no password from the command line, which others can see");
  }

  @Test
  void helps() {
    assertThat(run(new byte[0], "password", "--help")).isZero();
    assertThat(out.toString())
        .contains("Usage: parley password", "parley.access.server-password", "Exit status");
  }
}
