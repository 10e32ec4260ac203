package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.patience.Wait;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScreenTest {
  private final StopSignal stopSignal = new StopSignal();
  private final Outbox outbox = new Outbox();
  private final NoServer server = new NoServer();
  private final BlockingQueue<Attributes> stops = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> goesOn = new CompletableFuture<>();
  private VirtualScreen screen;
  private Conversation bob;
  private CompletableFuture<Void> reading;

  @BeforeEach
  void comeIn() throws IOException, InterruptedException {
    screen = new VirtualScreen(40, 12);
    KnownNames knownNames = new KnownNames();
    Ui ui =
        new Screen(
            screen.terminal(),
            new Layout(ZoneOffset.UTC, true),
            knownNames,
            true,
            stopSignal,
            this::isStopped);
    bob =
        new Conversation(
            server,
            ui,
            knownNames,
            outbox,
            stopSignal,
            Clock.fixed(Instant.parse("2030-01-02T03:04:05Z"), ZoneOffset.UTC),
            Optional.of("bob"),
            new PasswordCache(Optional.empty()),
            true);
    reading =
        CompletableFuture.runAsync(
            () -> {
              try {
                ui.run(bob);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    bob.connected();
    bob.received(List.of("* Hello?", "* you are in lobby with alice"));
    screen.awaitLast("lobby bob>");
    server.sent.clear();
  }

  private void isStopped() {
    stops.add(screen.terminal().getAttributes());
    Wait.forResult("fg", goesOn);
  }

  @AfterEach
  void leave() throws IOException {
    stopSignal.done();
    Wait.forResult("the end of the client", reading);
    screen.close();
  }

  @Test
  void keepsTheTypedLineWholeAtTheBottom() throws IOException, InterruptedException {
    screen.type("half a li");
    screen.awaitLast("lobby bob> half a li");
    bob.received(List.of("[alice] one", "[alice] two"));
    screen.type("ne");
    assertThat(screen.awaitLast("lobby bob> half a line"))
        .containsExactly(
            "03:04:05 * Hello?",
            "03:04:05 * you are in lobby with alice",
            "03:04:05 [alice] one",
            "03:04:05 [alice] two",
            "lobby bob> half a line");
  }

  @Test
  void showsWhatWasTypedAsWhatWasSaid() throws IOException, InterruptedException {
    screen.type("say \"hi!!\" \\o/\r");
    String said = "03:04:05 bob> say \"hi!!\" \\o/";
    screen.await(
        rows -> rows.size() == 4 && rows.subList(2, 4).equals(List.of(said, "lobby bob>")));
    outbox.open();
    assertThat(outbox.next()).isEqualTo("say \"hi!!\" \\o/");
  }

  @Test
  void clearsTheLineWithControlC() throws IOException, InterruptedException {
    screen.type("never mind");
    screen.awaitLast("lobby bob> never mind");
    screen.type("\u0003");
    assertThat(screen.awaitLast("lobby bob>")).hasSize(3);
    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void leavesWithControlD() throws IOException {
    screen.type("\u0004");
    Wait.forResult("the end of the client", reading);
    assertThat(stopSignal.hasCome()).isTrue();
  }

  @Test
  void givesTheTerminalBackWhileItIsStopped() throws IOException, InterruptedException {
    screen.type("half a li");
    screen.awaitLast("lobby bob> half a li");
    CompletableFuture<Void> signal =
        CompletableFuture.runAsync(() -> screen.terminal().raise(Terminal.Signal.TSTP));
    Attributes stopped = Wait.forNext("a stop", stops);
    assertThat(stopped.getLocalFlags()).contains(LocalFlag.ECHO, LocalFlag.ICANON, LocalFlag.ISIG);
    screen.awaitLast("03:04:05 * you are in lobby with alice");
    CompletableFuture<Void> heard =
        CompletableFuture.runAsync(() -> bob.received(List.of("[alice] one")));
    goesOn.complete(null);
    Wait.forResult("the end of the stop", signal);
    Wait.forResult("what came meanwhile", heard);
    screen.type("ne");
    assertThat(screen.awaitLast("lobby bob> half a line")).contains("03:04:05 [alice] one");
    assertThat(screen.terminal().getAttributes().getLocalFlags())
        .doesNotContain(LocalFlag.ECHO, LocalFlag.ICANON, LocalFlag.ISIG);
  }

  @Test
  void completesNamesAndCommands() throws IOException, InterruptedException {
    screen.type("al\t");
    screen.awaitLast("lobby bob> alice:");
    screen.type("\u0003/to\t");
    screen.awaitLast("lobby bob> /topic");
  }

  @Test
  void bringsBackWhatWasTypedBefore() throws IOException, InterruptedException {
    screen.type("once more\r");
    screen.await(rows -> rows.contains("03:04:05 bob> once more"));
    screen.awaitLast("lobby bob>");
    screen.type("\u001BOA");
    screen.awaitLast("lobby bob> once more");
  }

  @Test
  void wrapsAtWordsAlsoWhenTheWindowHasAnotherSize() throws InterruptedException {
    bob.received(List.of("[alice] 你好世界 and then some more words"));
    assertThat(screen.await(rows -> rows.contains("         more words")))
        .containsSubsequence("03:04:05 [alice] 你好世界 and then some", "         more words");
    screen.resize(60, 12);
    bob.received(List.of("[alice] 你好世界 and then some more words"));
    screen.await(rows -> rows.contains("03:04:05 [alice] 你好世界 and then some more words"));
  }

  @Test
  void ringsWhenTheUserIsMentionedAndPassesNothingElseOn() throws InterruptedException {
    bob.received(List.of("[alice] \u0007 \u001B]0;evil\u0007"));
    screen.await(rows -> rows.contains("03:04:05 [alice] ^G ^[]0;evil^G"));
    assertThat(screen.written()).doesNotContain("\u0007", "\u001B]0;");
    bob.received(List.of("[alice] hey bob"));
    screen.await(rows -> rows.contains("03:04:05 [alice] hey bob"));
    screen.await(rows -> screen.written().contains("\u0007"));
  }

  @Test
  void showsNothingOfAPassword() throws IOException, InterruptedException {
    screen.type("half a li");
    screen.awaitLast("lobby bob> half a li");
    beAskedForThePassword();
    screen.awaitLast("password>");
    screen.type("hun");
    bob.received(List.of("* hurry up"));
    screen.type("ter\u00152hunter2\t\r");
    assertThat(Wait.forNext("a line for the server", server.sent)).isEqualTo("2hunter2");
    bob.received(List.of("* you are in lobby with nobody else"));
    screen.awaitLast("lobby bob> half a li");
    screen.type("\u0003\u0019\u001BOAend");
    screen.awaitLast("lobby bob> end");
    assertThat(screen.written()).doesNotContain("hun");
    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void hidesAPasswordAlsoWhenItIsNotAskedForAnyMore() throws IOException, InterruptedException {
    beAskedForThePassword();
    screen.awaitLast("password>");
    screen.type("hun");
    bob.lost("reset", true, Duration.ofSeconds(7));
    screen.await(rows -> rows.toString().contains("connection lost: reset"));
    screen.type("ter2\r");
    screen.awaitLast("(away; next try 03:04:12) bob>");
    beAskedForThePassword();
    assertThat(Wait.forNext("a line for the server", server.sent)).isEqualTo("hunter2");
    assertThat(screen.written()).doesNotContain("hun", "ter2");
    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void asksAgainForAPasswordThatWasGivenUp() throws IOException, InterruptedException {
    beAskedForThePassword();
    screen.awaitLast("password>");
    screen.type("wrong\u0003right\r");
    assertThat(Wait.forNext("a line for the server", server.sent)).isEqualTo("right");
  }

  @Test
  void hidesThePasswordInACommand() throws IOException, InterruptedException {
    screen.type("/register hunter2");
    screen.awaitLast("lobby bob> /register *******");
    screen.type("\r");
    screen.await(rows -> rows.contains("03:04:05 bob> /register ***"));
    outbox.open();
    assertThat(outbox.next()).isEqualTo("/register hunter2");
    screen.type("\u001BOAend");
    screen.awaitLast("lobby bob> end");
    assertThat(screen.written()).doesNotContain("hun");
  }

  private void beAskedForThePassword() throws InterruptedException {
    bob.lost("the server closed it", false, Duration.ZERO);
    bob.connected();
    bob.received(List.of("* Hello?"));
    assertThat(Wait.forNext("a line for the server", server.sent)).isEqualTo("bob");
    bob.received(List.of("* bob is a registered name; what is its password?"));
  }

  @Test
  void returnsWhenTheConnectionIsGivenUp() {
    stopSignal.failed("it is over");
    Wait.forResult("the end of the client", reading);
    assertThat(stopSignal.failure()).hasValue("it is over");
  }

  private static final class NoServer implements ServerHandle {
    private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();

    @Override
    public void send(String line) {
      sent.add(line);
    }

    @Override
    public void admitted() {}

    @Override
    public void hangUp() {}

    @Override
    public void startOver() {}
  }
}
