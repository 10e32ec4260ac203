package chat.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.door.DoorAddress;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server as a process: its log, signals and exit status. */
class ServerProcessTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final Pattern READ_AGAIN =
      Pattern.compile(".* configuration read again: parley.limits.max-name is now 5");

  @TempDir private Path folder;

  private final List<String> said = new ArrayList<>();
  private Process process;
  private BufferedReader output;
  private DoorAddress door;

  private void serves(ProcessBuilder.Redirect log, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA,
                "-Dlogback.configurationFile=logback.xml", // not that of the tests
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--door",
                "lines:0"));
    command.addAll(List.of(options));
    process = new ProcessBuilder(command).redirectError(log).start();
    output = process.inputReader();
    String listening = output.readLine();
    while (!listening.startsWith("parley: listening on lines 127.0.0.1:")) {
      said.add(listening);
      listening = output.readLine();
    }
    door = DoorAddress.parse("lines:" + listening.substring(listening.lastIndexOf(':') + 1));
  }

  /** Sends SIGTERM; the process's own {@code destroy} would also close our ends of its pipes. */
  private void terminate() {
    process.toHandle().destroy();
  }

  @AfterEach
  void end() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void chatsOnWhenNobodyReadsItsLogAndSaysGoodbyeOnSigterm()
      throws IOException, InterruptedException {
    serves(ProcessBuilder.Redirect.PIPE, "--set", "parley.limits.posts-per-second=0");
    try (TestClient alice = TestClient.named("alice", door);
        TestClient bob = TestClient.named("bob", door)) {
      alice.hears("* bob has joined");
      // Each is a line of the log; a pipe holds 64 KiB.
      for (int i = 0; i < 1000; i++) {
        bob.sends("/nick bob" + i + "withAQuiteLongName\n");
      }
      bob.says("hi");
      alice.hearsAmong("* bob", "[bob999withAQuiteLongName] hi");
      terminate();
      alice.hears("* the server is going down");
      terminate(); // once more, which changes nothing
      alice.hearsTheEnd();
    }
    assertThat(process.waitFor()).isEqualTo(143);
  }

  @Test
  void readsItsConfigurationAgainOnSighup() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("parley.conf"), "parley.limits.max-name = 9\n");
    serves(ProcessBuilder.Redirect.PIPE, "--config", file.toString());
    try (TestClient alice = TestClient.named("alice", door);
        BufferedReader log = process.errorReader()) {
      Files.writeString(file, "parley.limits.max-name = 5\n");
      new ProcessBuilder("kill", "-HUP", String.valueOf(process.pid())).start().waitFor();
      assertThat(log.lines().anyMatch(READ_AGAIN.asMatchPredicate())).isTrue();
      alice.says("/nick sixsix");
      alice.hearsLineStarting("* a name is 1 to 5 letters and digits");
    }
  }

  @Test
  void saysOnceThatItsLogCannotBeWritten() throws IOException {
    File full = new File("/dev/full");
    assumeTrue(full.exists(), "/dev/full is needed as a disk that is full");
    serves(ProcessBuilder.Redirect.to(full));
    try (TestClient alice = TestClient.named("alice", door);
        TestClient bob = TestClient.named("bob", door)) {
      bob.says("hi");
      alice.hears("* bob has joined", "[bob] hi");
    }
    terminate();
    output.lines().forEach(said::add);
    assertThat(said)
        .filteredOn(line -> line.contains("log"))
        .containsExactly(
            "parley: the log cannot be written to standard error, and is not until it can: "
                + "No space left on device");
  }
}
