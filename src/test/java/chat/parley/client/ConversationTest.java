package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {
  private static final String GREETING = "* Welcome to parley! What is your name?";
  private static final String LOBBY = "* you are in lobby with nobody else";

  private static final Duration WAIT = Duration.ofMillis(700);

  private final Outbox outbox = new Outbox();
  private final StopSignal stopSignal = new StopSignal();
  private final RecordingUi ui = new RecordingUi();
  private final RecordingServer server = new RecordingServer();
  private final SetClock clock = new SetClock(Instant.parse("2030-01-02T03:04:05Z"));

  @Test
  void givesItsNameWhenItIsAskedForOne() {
    Conversation bob = conversation("bob", true);
    bob.connected();
    assertThat(server.done).isEmpty();
    bob.received(List.of(GREETING));
    assertThat(server.done).containsExactly("send bob");
    bob.received(List.of(LOBBY));
    assertThat(server.done).containsExactly("send bob", "admitted");
    assertThat(ui.prompt).isEqualTo("lobby bob> ");
  }

  @Test
  void asksTheUserForANameAndForAnotherWhenItIsTaken() {
    Conversation conversation = conversation("", true);
    conversation.connected();
    conversation.received(List.of(GREETING));
    assertThat(ui.prompt).isEqualTo("name> ");
    conversation.typed("alice");
    conversation.received(List.of("* alice is taken; another name?"));
    assertThat(ui.prompt).isEqualTo("name> ");
    conversation.typed("bob");
    conversation.received(List.of(LOBBY));
    assertThat(server.done).containsExactly("send alice", "send bob", "admitted");
    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void sendsWhatIsTypedAndShowsIt() {
    Conversation bob = admitted("bob", true);
    assertThat(bob.typed("hi there")).isTrue();
    assertThat(bob.typed("  ")).isTrue();
    assertThat(bob.typed("/quit")).isFalse();
    assertThat(outbox.waiting()).isEqualTo(1);
    assertThat(ui.lines).last().isEqualTo("bob> hi there");
  }

  @Test
  void keepsWhatIsTypedWhileAwayAndTellsHowLongThatWas() {
    Conversation bob = admitted("bob", true);
    assertThat(bob.lost("the server closed it", false, WAIT)).isTrue();
    assertThat(ui.prompt).isEqualTo("(away; next try 03:04:05) bob> ");
    bob.typed("one");
    bob.typed("two");
    bob.unreachable("nothing listens there", Duration.ofSeconds(2));
    assertThat(ui.prompt).isEqualTo("(away; next try 03:04:07) bob> ");
    bob.unreachable("nothing listens there", Duration.ofSeconds(4));
    assertThat(ui.prompt).isEqualTo("(away; next try 03:04:09) bob> ");
    clock.passes(Duration.ofSeconds(75));
    server.done.clear();
    bob.connected();
    assertThat(ui.prompt).isEqualTo("(away) bob> ");
    bob.received(List.of(GREETING));
    assertThat(server.done).containsExactly("send bob");
    bob.received(List.of(LOBBY));
    assertThat(server.done).containsExactly("send bob", "admitted");
    assertThat(outbox.waiting()).isEqualTo(2);
    assertThat(ui.lines)
        .containsSubsequence(
            "-- connection lost: the server closed it",
            "-- connecting again in 1 s; what you type now is kept and sent then",
            "bob> one",
            "bob> two",
            "-- still trying, again in 2 s: nothing listens there",
            GREETING,
            LOBBY,
            "-- back as bob after 1 min 15 s; sending what you typed meanwhile: 2 lines")
        .doesNotContain("-- still trying, again in 4 s: nothing listens there");
  }

  @Test
  void goesBackToTheRoomItWasInBeforeItSendsWhatWasKept() {
    Conversation bob = admitted("bob", true);
    bob.received(List.of("* you are now called rob", "* you are in kitchen with alice"));
    bob.lost("the server closed it", false, WAIT);
    server.done.clear();
    bob.connected();
    bob.received(List.of(GREETING, LOBBY, "* alice has joined"));
    assertThat(server.done).containsExactly("send rob", "send /join kitchen");
    bob.received(List.of("* you are in kitchen with nobody else"));
    assertThat(server.done).containsExactly("send rob", "send /join kitchen", "admitted");
    assertThat(ui.prompt).isEqualTo("kitchen rob> ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* kitchen is locked; only who is invited comes in",
        "* kitchen is full; try again later, or another room: /rooms lists them",
        "* you are not let into kitchen: members only",
        "* you are in cellar with nobody else"
      })
  void sendsNothingThatWasMeantForARoomThatItCannotGoBackTo(String answer) {
    Conversation bob = admitted("bob", true);
    bob.received(List.of("* you are in kitchen with alice"));
    bob.lost("the server closed it", false, WAIT);
    bob.typed("just between us");
    bob.connected();
    server.done.clear();
    bob.received(List.of(GREETING, LOBBY, answer));
    assertThat(server.done).containsExactly("send bob", "send /join kitchen", "admitted");
    assertThat(outbox.waiting()).isZero();
    assertThat(ui.lines)
        .last()
        .isEqualTo(
            "-- back as bob after 1 s, but not in kitchen; not sent is what you typed meanwhile:"
                + " 1 line");
    bob.typed("hello");
    assertThat(outbox.waiting()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* you have come in from elsewhere under this name; goodbye",
        "* an operator disconnects you: too loud; goodbye",
        "* you are banned until 2030-01-02 03:04:05 UTC: spam; goodbye"
      })
  void staysAwayWhenTheServerSendsItAway(String goodbye) {
    for (boolean interactive : List.of(true, false)) {
      ConversationTest run = new ConversationTest();
      Conversation bob = run.admitted("bob", interactive);
      bob.received(List.of(goodbye));
      assertThat(bob.lost("the server closed it", false, WAIT)).isFalse();
      assertThat(run.stopSignal.failure())
          .hasValue("the server has sent you away: \"" + goodbye + "\"");
    }
  }

  @Test
  void comesBackWhenTheServerSaysGoodbyeOfItselfOrSomethingElseAfterwards() {
    Conversation bob = admitted("bob", true);
    bob.received(List.of("* the server is going down"));
    assertThat(bob.lost("the server closed it", false, WAIT)).isTrue();
    Conversation carol = admitted("carol", true);
    carol.received(List.of("* an operator disconnects you; goodbye", "[alice] only a joke"));
    assertThat(carol.lost("the server closed it", false, WAIT)).isTrue();
    assertThat(stopSignal.hasCome()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* the server is full; try again later",
        "* there are too many connections from your address; close one or try again later",
        "* too many connections have just come from your address; wait some seconds",
        "* you are banned; goodbye"
      })
  void isNotInWhereItIsTurnedAway(String line) {
    for (List<String> lines : List.of(List.of(line), List.of(GREETING, line))) {
      ConversationTest run = new ConversationTest();
      Conversation bob = run.conversation("bob", true);
      bob.connected();
      bob.received(lines);
      assertThat(run.server.done).doesNotContain("admitted");
      assertThat(run.stopSignal.failure())
          .hasValue("the server does not let you in: \"" + line + "\"");
    }
  }

  @Test
  void isNotInWhereTheFirstRoomIsFull() {
    Conversation bob = conversation("bob", true);
    String full = "* lobby is full; try again later, or another room: /rooms lists them";
    bob.connected();
    bob.received(List.of(GREETING, full));
    assertThat(server.done).containsExactly("send bob");
    assertThat(stopSignal.failure()).hasValue("the server does not let you in: \"" + full + "\"");
  }

  @Test
  void triesAgainWhenItIsTurnedAwayOnItsWayBack() {
    Conversation bob = admitted("bob", true);
    bob.lost("the server closed it", false, WAIT);
    bob.connected();
    server.done.clear();
    bob.received(List.of("* the server is full; try again later"));
    assertThat(server.done).containsExactly("hangUp");
    assertThat(bob.lost("Socket closed", true, WAIT)).isTrue();
    assertThat(stopSignal.hasCome()).isFalse();
  }

  @Test
  void asksForItsOldNameAgainBeforeItGivesItUp() {
    Conversation bob = admitted("bob", true);
    bob.lost("Connection reset", true, WAIT);
    for (int i = 1; i < 6; i++) {
      server.done.clear();
      bob.connected();
      bob.received(List.of(GREETING, "* bob is taken; another name?"));
      assertThat(server.done).containsExactly("send bob", "hangUp");
      assertThat(bob.lost("Socket closed", true, WAIT)).isTrue();
    }
    bob.connected();
    bob.received(List.of(GREETING, "* bob is taken; another name?"));
    assertThat(ui.prompt).isEqualTo("name> ");
  }

  @Test
  void asksForAnotherNameWhenTheServerHangsUpOverIt() {
    Conversation bob = conversation("b o b", true);
    bob.connected();
    bob.received(List.of("Welcome to budgetchat!"));
    assertThat(bob.lost("the server closed it", false, WAIT)).isTrue();
    assertThat(ui.prompt).isEqualTo("name> ");
    assertThat(ui.lines).last().asString().contains("does not take the name b o b");
  }

  @Test
  void ringsForMentionsAndWhispersButNotForThePast() {
    Conversation bob = admitted("bob", true);
    bob.received(
        List.of(
            "[alice] hello Bob",
            "* alice tells you: psst",
            "* alice pokes bob",
            "* 12:00:00 [alice] hello bob",
            "* 2 in lobby: alice, bob",
            "[bob] bob here"));
    assertThat(ui.calls)
        .containsExactly("[alice] hello Bob", "* alice tells you: psst", "* alice pokes bob");
  }

  @Test
  void makesWhatTheServerSendsHarmless() {
    admitted("bob", true).received(List.of("[alice\u001B[1m] \u001B[2Jhi\u0007", "\u009B2J"));
    assertThat(ui.lines).endsWith("[alice^[[1m] ^[[2Jhi^G", "<U+009B>2J");
  }

  @Test
  void letsNoServerTurnALineRound() {
    admitted("bob", true).received(List.of("[al\u2067ice] h\u202Ei\uFEFF", "* \u2069x"));
    assertThat(ui.lines).endsWith("[al\u2067ice] hi\u2069", "* x");
  }

  @Test
  void sendsNothingWhenNothingToSeeIsTyped() {
    Conversation bob = admitted("bob", true);
    int shown = ui.lines.size();
    bob.typed("");
    bob.typed(" \t");
    bob.typed("\u200B\u3164");
    assertThat(outbox.waiting()).isZero();
    assertThat(ui.lines).hasSize(shown);
  }

  @Test
  void endsInAPipeWhenTheServerClosesHavingTakenEverything() {
    Conversation bob = admitted("bob", false);
    bob.inputEnded();
    assertThat(bob.lost("the server closed it", false, WAIT)).isFalse();
    assertThat(stopSignal.hasCome()).isTrue();
    assertThat(stopSignal.failure()).isEmpty();
  }

  @Test
  void failsInAPipeWhenNotEverythingCouldBeSent() {
    Conversation bob = admitted("bob", false);
    bob.typed("one");
    bob.lost("the server closed it", false, WAIT);
    assertThat(stopSignal.failure())
        .hasValue("connection lost before 1 line could be sent: the server closed it");
  }

  @Test
  void failsInAPipeWhenTheNameIsNotTaken() {
    Conversation bob = conversation("bob", false);
    bob.connected();
    bob.received(List.of(GREETING, "* bob is taken; another name?"));
    assertThat(stopSignal.failure()).hasValue("bob is taken there; choose another name");
  }

  @Test
  void failsWhenTheServerNeverSaysAnything() {
    Conversation bob = conversation("", true);
    bob.connected();
    assertThat(bob.lost("the server has said nothing for 10 s", false, WAIT)).isFalse();
    assertThat(stopSignal.failure()).hasValue("the server has said nothing for 10 s");
  }

  private Conversation admitted(String name, boolean interactive) {
    Conversation conversation = conversation(name, interactive);
    conversation.connected();
    conversation.received(List.of(GREETING, LOBBY));
    return conversation;
  }

  private Conversation conversation(String name, boolean interactive) {
    return new Conversation(
        server,
        ui,
        new KnownNames(),
        outbox,
        stopSignal,
        clock,
        Optional.of(name).filter(given -> !given.isEmpty()),
        new PasswordCache(Optional.empty()),
        interactive);
  }

  private static final class RecordingServer implements ServerHandle {
    private final List<String> done = new ArrayList<>();

    @Override
    public void send(String line) {
      done.add("send " + line);
    }

    @Override
    public void admitted() {
      done.add("admitted");
    }

    @Override
    public void hangUp() {
      done.add("hangUp");
    }
  }

  private static final class RecordingUi implements Ui {
    private final List<String> lines = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private String prompt = "";

    @Override
    public void show(List<Entry> entries) {
      for (Entry entry : entries) {
        lines.add(entry.line());
        if (!entry.mentions().isEmpty()) {
          calls.add(entry.line());
        }
      }
    }

    @Override
    public void prompt(String text) {
      prompt = text;
    }

    @Override
    public void askPassword() {
      throw new UnsupportedOperationException("nobody asks here");
    }

    @Override
    public void run(Conversation conversation) {
      throw new UnsupportedOperationException("nobody types here");
    }
  }
}
