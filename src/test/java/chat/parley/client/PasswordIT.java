package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.patience.Child;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code password} of the runnable jar, in a window of tmux. */
@Timeout(120)
class PasswordIT {
  private static final String COMMAND =
      Child.JAVA + " -jar " + Path.of("target", "parley.jar").toAbsolutePath() + " password";

  @TempDir private Path directory;
  private Tmux tmux;

  @BeforeEach
  void findTmux() {
    assumeTrue(Tmux.isThere(), "tmux is needed for windows to type into");
    tmux = new Tmux(directory.resolve("tmux"));
  }

  @AfterEach
  void stopTmux() throws IOException {
    if (tmux != null) {
      tmux.stop();
    }
  }

  private String asks(String command, String first, String second) throws IOException {
    tmux.open("password", 160, command + "; echo exit status $?");
    tmux.awaitLast("password", "Password:");
    tmux.type("password", first, "Enter");
    tmux.awaitLast("password", "Once more:");
    tmux.type("password", second, "Enter");
    return tmux.await("password", screen -> screen.contains("exit status"));
  }

  @Test
  void showsNothingOfWhatIsTyped() throws IOException {
    assertThat(asks(COMMAND, "se\\sa\"me", "se\\sa\"me"))
        .matches(
            """
            Password:
            Once more:
            pbkdf2-sha256\\$600000\\$[\\w-]{22}\\$[\\w-]{43}
            parley: put it in quotes into the configuration file, as parley\\.access\\.server-password \
            or parley\\.access\\.operator-password
            exit status 0""");
  }

  @Test
  void asksOnTheTerminalWhileTheHashGoesElsewhere() throws IOException {
    Path hash = directory.resolve("hash");
    asks(COMMAND + " > " + hash, "sesame", "sesame");
    assertThat(hash).content().matches("pbkdf2-sha256\\S+\\n");
  }

  @Test
  void refusesTwoThatDiffer() throws IOException {
    assertThat(asks(COMMAND, "sesame", "Sesame"))
        .endsWith("parley: these were two different passwords\nexit status 2");
  }

  @Test
  void showsNothingWhenItHasBeenSuspended() throws IOException {
    tmux.openShell("password", 160);
    tmux.type("password", COMMAND, "Enter");
    tmux.awaitLast("password", "Password:");
    tmux.type("password", "C-z");
    tmux.awaitLast("password", "sh>");
    tmux.type("password", "clear; echo shown", "Enter");
    tmux.await("password", screen -> screen.equals("shown\nsh>"));
    tmux.type("password", "fg");
    tmux.awaitLast("password", "sh> fg");
    tmux.type("password", "Enter");
    tmux.awaitNoEcho("password");
    tmux.type("password", "sesame", "Enter");
    tmux.awaitLast("password", "Once more:");
    tmux.type("password", "sesame", "Enter");
    assertThat(tmux.await("password", screen -> screen.endsWith("\nsh>")))
        .contains("pbkdf2-sha256$600000$")
        .doesNotContain("sesame");
  }

  @Test
  void asksOnADumbTerminal() throws IOException {
    assertThat(asks("TERM=dumb " + COMMAND, "sesame", "sesame"))
        .contains("pbkdf2-sha256$600000$")
        .doesNotContain("sesame")
        .endsWith("exit status 0");
  }
}
