package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest extends ConversationFixture {

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
      ConversationFixture run = new ConversationFixture();
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
  void failsInAPipeWhenTheNameIsNotTaken() {
    Conversation bob = conversation("bob", false);
    bob.connected();
    bob.received(List.of(GREETING, "* bob is taken; another name?"));
    assertThat(stopSignal.failure()).hasValue("bob is taken there; choose another name");
  }
}
