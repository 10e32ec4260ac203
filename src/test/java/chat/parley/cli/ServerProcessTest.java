package chat.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.listener.ListenerAddress;
import chat.parley.patience.Child;
import chat.parley.server.ConfiguredServer;
import chat.parley.server.TestClient;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server as a process: its log, signals and exit status. */
class ServerProcessTest {
  private static final String LISTENING = "parley: listening on lines 127.0.0.1:";
  private static final String READ_AGAIN =
      ".* configuration read again: parley.limits.max-name is now 5";
  private static final String IGNORED = ".* INFO  Hangup - SIGHUP is ignored, .*";

  @TempDir private Path folder;

  private Child server;
  private ListenerAddress listener;

  private void serves(ProcessBuilder.Redirect log, String... options) throws IOException {
    serves(List.of(), log, options);
  }

  /**
   * @param within what starts it: a command that takes another one
   */
  private void serves(List<String> within, ProcessBuilder.Redirect log, String... options)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--listen", "lines:0"));
    arguments.addAll(List.of(options));
    ProcessBuilder builder =
        Child.java(
            Main.class,
            List.of("-Dlogback.configurationFile=logback.xml"), // not that of the tests
            arguments);
    builder.environment().put("PARLEY_STORE", "none"); // unless an option says where
    builder.command().addAll(0, within);
    server = Child.start("the server", builder.redirectError(log));
    String listening = server.output().next(line -> line.startsWith(LISTENING), "a listener");
    listener = ListenerAddress.parse("lines:" + listening.substring(LISTENING.length()));
  }

  @AfterEach
  void end() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void chatsOnWhenNobodyReadsItsLogAndSaysGoodbyeOnSigterm() throws IOException {
    serves(ProcessBuilder.Redirect.PIPE, "--set", "parley.limits.posts-per-second=0");
    try (TestClient alice = TestClient.named("alice", listener);
        TestClient bob = TestClient.named("bob", listener)) {
      alice.hears("* bob has joined");
      // Each is a line of the log; a pipe holds 64 KiB.
      for (int i = 0; i < 1000; i++) {
        bob.sends("/nick bob" + i + "withAQuiteLongName\n");
      }
      bob.says("hi");
      alice.hearsAmong("* bob", "[bob999withAQuiteLongName] hi");
      server.terminate();
      alice.hears("* the server is going down");
      server.terminate(); // once more, which changes nothing
      alice.hearsTheEnd();
    }
    assertThat(server.end()).isEqualTo(143);
  }

  @Test
  void readsItsConfigurationAgainOnSighup() throws IOException {
    Path file = configuration("parley.limits.max-name = 9");
    serves(notIgnoringSighup(), ProcessBuilder.Redirect.PIPE, "--config", file.toString());
    try (TestClient alice = TestClient.named("alice", listener)) {
      configuration("parley.limits.max-name = 5");
      server.signal("HUP");
      server.errors().next(line -> line.matches(READ_AGAIN), "what has changed");
      assertThat(server.errors().soFar()).noneMatch(line -> line.matches(IGNORED));
      alice.says("/nick sixsix");
      alice.hearsLineStarting("* a name is 1 to 5 letters and digits");
    }
  }

  /** What starts a process that gets SIGHUP, also where the tests run with it ignored. */
  private static List<String> notIgnoringSighup() throws IOException {
    if (!Hangup.isIgnored(Path.of("/proc/self/status"))) {
      return List.of();
    }
    List<String> within = List.of("env", "--default-signal=HUP");
    try (Child tried =
        Child.start(
            "env",
            new ProcessBuilder(List.of("env", within.get(1), "true"))
                .redirectError(ProcessBuilder.Redirect.DISCARD))) {
      assumeFalse(
          tried.end() != 0,
          "SIGHUP is ignored here, and env cannot start a process that does not ignore it");
    }
    return within;
  }

  @Test
  void saysThatSighupIsIgnoredAndReadsItsConfigurationAgainWhenAnOperatorWantsIt()
      throws IOException {
    Path file = configuration("parley.limits.max-name = 9");
    serves(List.of("nohup"), ProcessBuilder.Redirect.PIPE, "--config", file.toString());
    server.errors().next(line -> line.matches(IGNORED), "that SIGHUP is ignored");
    try (TestClient alice = TestClient.named("alice", listener)) {
      configuration("parley.limits.max-name = 5");
      server.signal("HUP");
      alice.says("/nick sixsix");
      alice.hears("* you are now called sixsix");
      alice.says("/op " + ConfiguredServer.OPERATOR_PASSWORD);
      alice.hearsLineStarting("* you are an operator now");
      alice.says("/reload");
      alice.hearsLineStarting("* parley.limits.max-name is now 5");
    }
  }

  private Path configuration(String line) throws IOException {
    return Files.write(
        folder.resolve("parley.conf"), List.of(line, ConfiguredServer.OPERATOR_PASSWORD_LINE));
  }

  @Test
  void saysOnceThatItsLogCannotBeWritten() throws IOException {
    File full = new File("/dev/full");
    assumeTrue(full.exists(), "/dev/full is needed as a disk that is full");
    serves(ProcessBuilder.Redirect.to(full));
    try (TestClient alice = TestClient.named("alice", listener);
        TestClient bob = TestClient.named("bob", listener)) {
      bob.says("hi");
      alice.hears("* bob has joined", "[bob] hi");
    }
    server.terminate();
    server.output().rest();
    assertThat(server.output().soFar())
        .filteredOn(line -> line.contains("log"))
        .containsExactly(
            "parley: the log cannot be written to standard error, and is not until it can: "
                + "No space left on device");
  }
}
