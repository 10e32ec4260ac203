package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a conversation whose connection is lost. */
class ReconnectionTest extends ConversationFixture {
  private static final Duration WAIT = Duration.ofMillis(700);

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
      ConversationFixture run = new ConversationFixture();
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
  void failsWhenTheServerNeverSaysAnything() {
    Conversation bob = conversation("", true);
    bob.connected();
    assertThat(bob.lost("the server has said nothing for 10 s", false, WAIT)).isFalse();
    assertThat(stopSignal.failure()).hasValue("the server has said nothing for 10 s");
  }
}
