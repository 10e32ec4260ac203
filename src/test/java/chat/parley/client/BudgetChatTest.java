package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.patience.Child;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that is not parley. */
@Timeout(60)
class BudgetChatTest {
  @TempDir private static Path directory;

  private Child server;
  private int port;

  @BeforeEach
  void startServer() throws IOException {
    Path program = directory.resolve("budget_chat.py");
    try (InputStream in = BudgetChatTest.class.getResourceAsStream("budget_chat.py")) {
      Files.write(program, in.readAllBytes());
    }
    try {
      server =
          Child.start(
              "the Budget Chat server",
              new ProcessBuilder("python3", program.toString())
                  .redirectError(ProcessBuilder.Redirect.INHERIT));
    } catch (IOException e) {
      assumeTrue(false, "python3 is needed to run the Budget Chat server: " + e.getMessage());
    }
    port = Integer.parseInt(server.output().next());
  }

  @AfterEach
  void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void chatsThere() throws IOException {
    ClientUnderTest alice = ClientUnderTest.pipe(port, "alice", null);
    alice.awaitShown("* The room contains: ");
    ClientUnderTest bob = ClientUnderTest.pipe(port, "bob", Duration.ofMillis(1));
    bob.type("hello alice");
    bob.type("/me is not a command here");
    bob.endInput();
    assertThat(bob.end()).isEmpty();
    alice.awaitShown("* bob has left the room");
    server.terminate();
    assertThat(alice.end()).hasValueSatisfying(why -> assertThat(why).contains("input ended"));
    assertThat(alice.shown())
        .isEqualTo(
            """
            Welcome to budgetchat! What shall I call you?
            * The room contains:\s
            * bob has entered the room
            [bob] hello alice
            [bob] /me is not a command here
            * bob has left the room
            """);
    assertThat(bob.shown()).contains("* The room contains: alice\n");
  }

  @Test
  void saysWhyANameIsNotTaken() throws IOException {
    ClientUnderTest client = ClientUnderTest.pipe(port, "not/a/name", null);
    assertThat(client.end())
        .hasValue(
            "the server does not take the name not/a/name: \"That is no name for this server.\"");
  }
}
