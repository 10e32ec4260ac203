package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client of the runnable jar in a window of tmux, where it is asked for passwords. */
@Timeout(120)
class ChatPasswordIT {
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

  @Test
  void showsNoPasswordThatIsTyped() throws IOException {
    Path log = directory.resolve("chat.log");
    Path written = directory.resolve("written");
    try (ServerSocket listener = LinesPeer.listen(0)) {
      tmux.open(
          "alice",
          64,
          ChatProcess.command("--log " + log + " alice@127.0.0.1:" + listener.getLocalPort()));
      try (LinesPeer peer = LinesPeer.accept(listener)) {
        askForThePassword(peer, "alice");
        tmux.awaitLast("alice", "password>");
        tmux.keep("alice", written);
        tmux.type("alice", "hunter2", "Enter");
        assertThat(peer.hear()).isEqualTo("hunter2");
        peer.say("* you are in lobby with nobody else");
        tmux.awaitLast("alice", "lobby alice>");
        tmux.type("alice", "/register hunter3");
        tmux.awaitLast("alice", "lobby alice> /register *******");
        tmux.type("alice", "Enter");
        assertThat(peer.hear()).isEqualTo("/register hunter3");
        assertThat(tmux.await("alice", screen -> screen.endsWith("***\nlobby alice>")))
            .isEqualTo(
                """
                00:00:00 * Welcome to parley! What is your name?
                00:00:00 * alice is a registered name; what is its password?
                00:00:00 * you are in lobby with nobody else
                00:00:00 alice> /register ***
                lobby alice>""");
        tmux.type("alice", "Up", "bye");
        tmux.awaitLast("alice", "lobby alice> bye");
      }
    }
    assertThat(Files.readString(written)).contains("lobby alice>").doesNotContain("hun");
    assertThat(Files.readString(log)).contains("alice> /register ***").doesNotContain("hun");
  }

  @Test
  void hasADumbTerminalShowNoPassword() throws IOException {
    try (ServerSocket listener = LinesPeer.listen(0)) {
      String client = ChatProcess.command("bob@127.0.0.1:" + listener.getLocalPort());
      tmux.open("dumb", 80, "TERM=dumb " + client + "; stty -a");
      try (LinesPeer peer = LinesPeer.accept(listener)) {
        askForThePassword(peer, "bob");
        tmux.awaitNoEcho("dumb");
        tmux.type("dumb", "hunter2", "Enter");
        assertThat(peer.hear()).isEqualTo("hunter2");
        peer.say("* you are in lobby with nobody else");
        tmux.type("dumb", "C-d");
        assertThat(tmux.await("dumb", screen -> screen.contains(" echo ")))
            .contains("exit status 0")
            .doesNotContain("hunter2");
      }
    }
  }

  @Test
  void hasADumbTerminalShowNoPasswordWhenItHasBeenSuspended() throws IOException {
    try (ServerSocket listener = LinesPeer.listen(0)) {
      tmux.openShell("dumb", 160);
      tmux.type(
          "dumb",
          "TERM=dumb " + ChatProcess.command("bob@127.0.0.1:" + listener.getLocalPort()),
          "Enter");
      try (LinesPeer peer = LinesPeer.accept(listener)) {
        askForThePassword(peer, "bob");
        tmux.awaitNoEcho("dumb");
        tmux.type("dumb", "C-z");
        tmux.await("dumb", screen -> screen.endsWith("sh>"));
        tmux.type("dumb", "fg");
        tmux.await("dumb", screen -> screen.endsWith("sh> fg"));
        tmux.type("dumb", "Enter");
        tmux.awaitNoEcho("dumb");
        tmux.type("dumb", "hunter2", "Enter");
        assertThat(peer.hear()).isEqualTo("hunter2");
        peer.say("* you are in lobby with nobody else");
        assertThat(tmux.await("dumb", screen -> screen.contains("* you are in lobby")))
            .doesNotContain("hunter2");
      }
    }
  }

  private static void askForThePassword(LinesPeer peer, String name) throws IOException {
    peer.say("* Welcome to parley! What is your name?");
    peer.hearName(name);
    peer.say("* " + name + " is a registered name; what is its password?");
  }
}
