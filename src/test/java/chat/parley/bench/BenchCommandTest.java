package chat.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {
  private static final int MESSAGES = 20;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "--rate 5 --window 5, --rate and --window exclude each other",
    "--rate 0, --rate must be",
    "--window 0, --window must be",
    "--members 1, --members must be",
    "--members 10 --rooms 6, --rooms must be",
    "--members 10 --rooms 2 --senders 6, --senders must be",
    "--rooms 2 --bare, --rooms needs",
    "--size 33, --size must be 34",
    "--duration 0, --duration must be",
    "--warm-up -1, --warm-up must be",
    "--messages 0, --messages must be",
    "--pid 1, --pid is for a --target",
    "--target localhost, '\"localhost\" is not HOST:PORT: it has no port'",
    "--target ::1:5566, is not HOST:PORT: an IPv6 address goes in brackets",
    "--target localhost:0, is not a port",
    "--target localhost:-1, is not a port",
    "--target 1.2.3.256:5566, is not a host",
  })
  void refusesOptionsThatMakeNoSense(String options, String complaint) {
    assertThat(run(options.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(complaint);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void findsNoFaultInAServerThatIsInOrder() throws IOException {
    assertThat(runOn((number, message) -> List.of(message))).isZero();
    assertFaults(0, 0, 0);
  }

  @Test
  void endsWithThreeWhenAMessageIsLost() throws IOException {
    assertThat(runOn((number, message) -> number == 3 ? List.of() : List.of(message))).isEqualTo(3);
    assertFaults(2, 0, 0);
  }

  @Test
  void endsWithThreeWhenTheLastMessageIsLost() throws IOException {
    assertThat(runOn((number, message) -> number == MESSAGES - 1 ? List.of() : List.of(message)))
        .isEqualTo(3);
    assertFaults(2, 0, 0);
  }

  @Test
  void endsWithThreeWhenMessagesChangePlaces() throws IOException {
    List<String> held = new ArrayList<>();
    assertThat(
            runOn(
                (number, message) -> {
                  if (number == 3) {
                    held.add(message);
                    return List.of();
                  }
                  return number == 4 ? List.of(message, held.get(0)) : List.of(message);
                }))
        .isEqualTo(3);
    assertFaults(0, 2, 0);
  }

  @Test
  void endsWithThreeWhenMembersAreDisconnected() throws IOException {
    assertThat(
            runOn(
                (number, message) -> {
                  if (number == 3) {
                    throw new IOException("enough");
                  }
                  return List.of(message);
                }))
        .isEqualTo(3);
    assertThat(out.toString()).doesNotContain("\"disconnected\":0");
  }

  /** Runs with three members of whom one sends. */
  private int runOn(BrokenServer.Change change) throws IOException {
    try (var server = new BrokenServer(change)) {
      String options = "--bare --members 3 --warm-up 0 --patience 2 --json --messages " + MESSAGES;
      return run((options + " --target " + server.address()).split(" "));
    }
  }

  private int run(String... options) {
    return new CommandLine(new BenchCommand(BenchCommandTest.class))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(options);
  }

  private void assertFaults(long lost, long misordered, long stray) {
    assertThat(out.toString())
        .contains(
            "\"lost\":%s,\"misordered\":%s,\"stray\":%s,\"disconnected\":0}"
                .formatted(lost, misordered, stray));
  }
}
