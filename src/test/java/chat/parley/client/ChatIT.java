package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.patience.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar as people use it: a server, and clients in windows of tmux. */
@Timeout(120)
class ChatIT {

  @TempDir private Path directory;
  private Tmux tmux;
  private Child server;
  private int port;

  @BeforeEach
  void startServer() throws IOException {
    assumeTrue(Tmux.isThere(), "tmux is needed for windows to type into");
    tmux = new Tmux(directory.resolve("tmux"));
    serve(0);
  }

  private void serve(int wanted) throws IOException {
    server =
        Child.start(
            "the server",
            new ProcessBuilder(
                    Child.JAVA,
                    "-jar",
                    ChatProcess.JAR,
                    "--listen",
                    "lines:127.0.0.1:" + wanted,
                    "--store",
                    "none")
                .redirectError(ProcessBuilder.Redirect.DISCARD));
    String listening = server.output().next();
    assertThat(listening).startsWith("parley: listening on lines 127.0.0.1:");
    port = Integer.parseInt(listening.substring(listening.lastIndexOf(':') + 1));
  }

  @AfterEach
  void stopEverything() throws IOException {
    if (server != null) {
      tmux.stop();
      stopServer();
    }
  }

  private void stopServer() {
    server.terminate();
    server.end();
  }

  @Test
  void chatsInTwoWindows() throws IOException {
    open("alice", 64, "alice@127.0.0.1:" + port);
    tmux.awaitLast("alice", "lobby alice>");
    open("bob", 40, "--no-color 127.0.0.1:" + port);
    tmux.awaitLast("bob", "name>");
    tmux.type("bob", "alice", "Enter");
    tmux.await("bob", screen -> screen.endsWith("alice is taken; another\n         name?\nname>"));
    tmux.type("bob", "bob", "Enter");
    tmux.awaitLast("bob", "lobby bob>");
    tmux.type("alice", "half a li");
    tmux.awaitLast("alice", "lobby alice> half a li");
    tmux.type("bob", "你好 alice! These words do not fit into forty columns.", "Enter");
    tmux.await("alice", screen -> screen.contains("columns."));
    tmux.type("alice", "ne", "Enter");
    tmux.await("bob", screen -> screen.contains("half a line"));
    tmux.type("bob", "/me waves", "Enter", "typed", "C-c");

    assertThat(tmux.await("alice", screen -> screen.endsWith("waves\nlobby alice>")))
        .isEqualTo(
            """
            00:00:00 * Welcome to parley! What is your name?
            00:00:00 * you are in lobby with nobody else
            00:00:00 * bob has joined
            00:00:00 [bob] 你好 alice! These words do not fit into forty
                     columns.
            00:00:00 alice> half a line
            00:00:00 [bob] * waves
            lobby alice>""");
    assertThat(tmux.await("bob", screen -> screen.endsWith("waves\nlobby bob>")))
        .isEqualTo(
            """
            00:00:00 * Welcome to parley! What is
                     your name?
            00:00:00 * alice is taken; another
                     name?
            00:00:00 * you are in lobby with alice
            00:00:00 bob> 你好 alice! These words
                     do not fit into forty columns.
            00:00:00 [alice] half a line
            00:00:00 * bob waves
            lobby bob>""");
    tmux.type("bob", "C-d");
    tmux.await("alice", screen -> screen.contains("* bob has left"));
  }

  @Test
  void comesBackWhenTheServerDoes() throws IOException {
    Path log = directory.resolve("chat.log");
    open("alice", 100, "--log " + log + " alice@127.0.0.1:" + port);
    tmux.awaitLast("alice", "lobby alice>");
    tmux.type("alice", "/join kitchen", "Enter");
    tmux.awaitLast("alice", "kitchen alice>");
    stopServer();
    tmux.await("alice", screen -> screen.endsWith("\n(away; next try 00:00:00) alice>"));
    tmux.type("alice", "is anybody there?", "Enter");
    tmux.await(
        "alice",
        screen -> screen.endsWith("alice> is anybody there?\n(away; next try 00:00:00) alice>"));
    serve(port);
    tmux.await("alice", screen -> screen.contains("sending what you typed meanwhile: 1 line"));
    tmux.awaitLast("alice", "kitchen alice>");
    tmux.type("alice", "/history", "Enter");
    tmux.await("alice", screen -> screen.contains("* 00:00:00 [alice] is anybody there?"));
    tmux.type("alice", "/quit", "Enter");
    tmux.await("alice", screen -> screen.endsWith("exit status 0"));
    assertThat(Files.readString(log))
        .contains("-- connection lost: the server closed it")
        .contains("alice> is anybody there?")
        .contains("-- back as alice after ");
  }

  @Test
  void isSuspendedWithControlZAndComesBackWithWhatCameMeanwhile() throws IOException {
    Path before = directory.resolve("before");
    Path after = directory.resolve("after");
    tmux.openShell("alice", 64);
    tmux.type("alice", "stty -g > " + before, "Enter");
    tmux.type(
        "alice",
        Child.JAVA + " -jar " + ChatProcess.JAR + " chat alice@127.0.0.1:" + port,
        "Enter");
    tmux.awaitLast("alice", "lobby alice>");
    tmux.type("alice", "half a li");
    tmux.awaitLast("alice", "lobby alice> half a li");
    tmux.type("alice", "C-z");
    tmux.awaitLast("alice", "sh>");
    tmux.type("alice", "clear; stty -g > " + after + "; echo done", "Enter");
    tmux.await("alice", screen -> screen.equals("done\nsh>"));
    assertThat(after).hasSameTextualContentAs(before);
    open("bob", 64, "bob@127.0.0.1:" + port);
    tmux.awaitLast("bob", "lobby bob>");
    tmux.type("bob", "hello", "Enter");
    tmux.await("bob", screen -> screen.contains("bob> hello"));
    tmux.type("alice", "fg", "Enter");
    tmux.await("alice", screen -> screen.contains("[bob] hello"));
    tmux.awaitLast("alice", "lobby alice> half a li");
    tmux.type("alice", "ne", "Enter");
    assertThat(tmux.await("bob", screen -> screen.endsWith("half a line\nlobby bob>")))
        .isEqualTo(
            """
            00:00:00 * Welcome to parley! What is your name?
            00:00:00 * you are in lobby with alice
            00:00:00 bob> hello
            00:00:00 [alice] half a line
            lobby bob>""");
    tmux.type("alice", "C-z");
    tmux.awaitLast("alice", "sh>");
    tmux.type("alice", "fg", "Enter");
    tmux.awaitLast("alice", "lobby alice>");
    tmux.type("alice", "/quit", "Enter");
    tmux.awaitLast("alice", "sh>");
  }

  @Test
  void chatsOnADumbTerminal() throws IOException {
    tmux.open("dumb", 80, "TERM=dumb " + ChatProcess.command("bob@127.0.0.1:" + port));
    tmux.await("dumb", screen -> screen.contains("* you are in lobby with nobody else"));
    tmux.type("dumb", "hello", "Enter", "/who", "Enter");
    assertThat(tmux.await("dumb", screen -> screen.contains("1 in lobby")))
        .isEqualTo(
            """
            00:00:00 * Welcome to parley! What is your name?
            00:00:00 * you are in lobby with nobody else
            hello
            /who
            00:00:00 * 1 in lobby: bob""");
  }

  @Test
  void speaksUtf8WhereTheLocaleKnowsNoLettersButThoseOfAscii() throws IOException {
    tmux.open("ming", 64, "LC_ALL=C " + ChatProcess.command("小明@127.0.0.1:" + port));
    tmux.awaitLast("ming", "lobby 小明>");
    tmux.open("hong", 64, "LC_ALL=C TERM=dumb " + ChatProcess.command("小红@127.0.0.1:" + port));
    tmux.await("ming", screen -> screen.contains("* 小红 has joined"));
    tmux.type("hong", "你好", "Enter");
    tmux.await("ming", screen -> screen.contains("[小红] 你好"));
    tmux.type("ming", "再见", "Enter");
    tmux.await("ming", screen -> screen.endsWith("小明> 再见\nlobby 小明>"));
    tmux.await("hong", screen -> screen.endsWith("[小明] 再见"));
  }

  @Test
  void loadsNoPekkoForAClient() throws IOException {
    List<String> loaded =
        Child.run(
            new ProcessBuilder(
                    Child.JAVA,
                    "-Xlog:class+load",
                    "-jar",
                    ChatProcess.JAR,
                    "chat",
                    "--for",
                    "0s",
                    "bob@127.0.0.1:" + port)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())));
    assertThat(String.join("\n", loaded))
        .contains("chat.parley.client.Conversation")
        .doesNotContain("org.apache.pekko");
  }

  private void open(String window, int columns, String arguments) throws IOException {
    tmux.open(window, columns, ChatProcess.command(arguments));
  }
}
