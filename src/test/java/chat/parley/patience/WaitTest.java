package chat.parley.patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Waits that have an end. */
class WaitTest {
  private static final Duration SHORT = Duration.ofMillis(20);

  @Test
  void saysWhatItHasWaitedForInVain() {
    assertThatThrownBy(() -> Wait.forResult("the answer", SHORT, new CompletableFuture<>()))
        .hasMessage("waited 20 ms in vain for the answer");
    assertThatThrownBy(() -> Wait.until("the rain", Duration.ofSeconds(0), () -> false))
        .hasMessage("waited 0 ms in vain for the rain");
  }

  @Test
  void answersWhatHasComeAndWhatHasFailed() {
    assertThat(Wait.forResult("the answer", CompletableFuture.completedFuture(42))).isEqualTo(42);
    assertThatThrownBy(
            () -> Wait.forResult("the answer", CompletableFuture.failedFuture(new IOException())))
        .hasMessage("an error came in place of the answer")
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void endsAReadAndAWriteThatNobodyAnswers() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (boolean writing : new boolean[] {false, true}) {
        try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
          assertThatExceptionOfType(AssertionError.class)
              .isThrownBy(
                  () ->
                      Wait.on(
                          socket,
                          "a byte",
                          SHORT,
                          () -> writing ? writeForEver(socket) : socket.getInputStream().read()))
              .withMessage("waited 20 ms in vain for a byte");
        }
      }
    }
  }

  private static int writeForEver(Socket socket) throws IOException {
    while (true) {
      socket.getOutputStream().write(new byte[100_000]);
    }
  }

  @Test
  void saysWhatAProcessHasWrittenBeforeItsOutputEnded() throws IOException {
    try (Child child = Child.start("a child", new ProcessBuilder("echo", "no"))) {
      assertThatThrownBy(() -> child.output().next("yes"::equals, "a yes"))
          .hasMessage("the output of a child has ended without a yes after: [no]");
      assertThat(child.end()).isZero();
    }
  }

  @Test
  void endsAProcessThatDoesNotEnd() throws IOException {
    Child child = Child.start("a child", new ProcessBuilder("sh", "-c", "echo on; sleep 600"));
    assertThat(child.output().next()).isEqualTo("on");
    assertThatThrownBy(() -> child.end(SHORT))
        .hasMessage("waited 20 ms in vain for the end of a child after [on]");
    child.close();
    assertThat(child.isRunning()).isFalse();
  }

  @Test
  void doesNotTakeAProcessThatFailsForOneThatIsDone() {
    assertThatThrownBy(() -> Child.run(new ProcessBuilder("sh", "-c", "echo no; exit 3")))
        .hasMessage("sh -c echo no; exit 3 has ended with 3 after [no]");
  }
}
