package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of posts and lines when the server numbers them and the connection is lost. */
class ResumeTest extends ConversationFixture {
  private static final Duration WAIT = Duration.ofMillis(700);
  private static final String WITH_ALICE = "* you are in lobby with alice";

  private final Conversation bob = conversation("bob", true);

  @BeforeEach
  void comeIn() {
    bob.connected();
    bob.received(List.of(GREETING));
    assertThat(requests()).containsExactly("/sync");
    bob.received(List.of(WITH_ALICE, "* sync lobby e1 10 anew", "#11 [alice] before"));
  }

  @Test
  void showsPostsWithoutTheirNumbers() {
    bob.received(List.of("#12 [alice] hello bob", "#13 [alice] * waves", "#14 [raw] one"));
    bob.received(List.of("#14 [raw] two", "* #3 2030-01-02T01:00:00Z [alice] today"));
    bob.received(List.of("* #2 2030-01-01T23:59:59Z [alice] bob?", "* deleted #12 lobby by eve"));
    assertThat(shown())
        .endsWith(
            "[alice] hello bob",
            "[alice] * waves",
            "[raw] one",
            "[raw] two",
            "* 01:00:00 [alice] today",
            "* 2030-01-01 23:59:59 [alice] bob?",
            "* eve deleted #12");
    assertThat(ui.calls).containsExactly("[alice] hello bob");
  }

  @Test
  void showsNumbersWhenTheUserWantsThem() {
    bob.typed("/numbers on");
    say("hi");
    bob.received(List.of("#12 [bob] hi", "#13 [alice] hello"));
    bob.received(List.of("* #3 2030-01-02T01:00:00Z [alice] tea"));
    bob.typed("/numbers off");
    bob.received(List.of("#14 [alice] bye"));
    assertThat(shown())
        .containsSubsequence(
            "-- #12 is what you said: hi",
            "#13 [alice] hello",
            "* #3 01:00:00 [alice] tea",
            "[alice] bye");
    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void doesNotShowTwiceWhatTheUserHasTyped() {
    say("hi");
    bob.received(List.of("#12 [bob] hi"));
    assertThat(shown()).last().isEqualTo("bob> hi");
  }

  @Test
  void showsJustWhatWasMissedAndThenGoesOn() {
    bob.lost("the server closed it", false, WAIT);
    comeBack();
    assertThat(requests()).last().isEqualTo("/sync lobby e1 11");
    int before = ui.lines.size();
    server.done.clear();
    bob.received(List.of(WITH_ALICE, "* topic: tea", "* sync lobby e1 13 resumed"));
    bob.received(
        List.of(
            "* #11 2030-01-02T03:04:00Z [alice] before",
            "* #12 2030-01-02T03:04:01Z [alice] where is Bob?"));
    assertThat(server.done).doesNotContain("admitted");
    bob.received(List.of("* #13 2030-01-02T03:04:02Z [carol] * shrugs", "#14 [alice] there he is"));
    assertThat(ui.lines.subList(before, ui.lines.size()))
        .containsExactly(
            WITH_ALICE,
            "* topic: tea",
            "* 03:04:01 [alice] where is Bob?",
            "* 03:04:02 [carol] * shrugs",
            "-- back as bob after 1 s",
            "[alice] there he is");
    assertThat(ui.calls).last().isEqualTo("* 03:04:01 [alice] where is Bob?");
    bob.lost("the server closed it", false, WAIT);
    comeBack();
    assertThat(requests()).last().isEqualTo("/sync lobby e1 14");
  }

  @Test
  void goesOnWhereAReplayWasCutOff() {
    bob.lost("the server closed it", false, WAIT);
    comeBack();
    bob.received(
        List.of(
            WITH_ALICE, "* sync lobby e1 13 resumed", "* #12 2030-01-02T03:04:01Z [alice] twelve"));
    bob.brokenOff("* #13 2030-01-02T03:04:02Z [alice] thir");
    bob.lost("the server closed it", false, WAIT);
    comeBack();
    assertThat(requests()).last().isEqualTo("/sync lobby e1 12");
    bob.received(
        List.of(
            WITH_ALICE,
            "* sync lobby e1 13 resumed",
            "* #13 2030-01-02T03:04:02Z [alice] thirteen"));
    assertThat(shown())
        .containsOnlyOnce("* 03:04:01 [alice] twelve", "* 03:04:02 [alice] thirteen")
        .doesNotContain("* 03:04:02 [alice] thir");
  }

  @Test
  void asksWhetherThatWasAllWhenTheLastPostDoesNotCome() {
    bob.lost("the server closed it", false, WAIT);
    comeBack();
    server.done.clear();
    bob.received(
        List.of(
            WITH_ALICE, "* sync lobby e1 13 resumed", "* #12 2030-01-02T03:04:01Z [alice] twelve"));
    assertThat(server.done).containsExactly("send /who");
    bob.received(List.of("* 2 in lobby: alice, bob"));
    assertThat(server.done).containsExactly("send /who", "admitted");
    assertThat(shown()).doesNotContain("* 2 in lobby: alice, bob");
    bob.received(List.of("* 2 in lobby: alice, bob"));
    assertThat(shown()).last().isEqualTo("* 2 in lobby: alice, bob");
  }

  @Test
  void sendsAgainWhatHasNotBeenSaidAndNothingElse() {
    say("one");
    say("/me two");
    say("/topic three");
    say("//four");
    say("five");
    bob.received(List.of("#12 [bob] one"));
    bob.lost("Connection reset", true, WAIT);
    bob.typed("six");
    comeBack();
    bob.received(
        List.of(
            WITH_ALICE, "* sync lobby e1 13 resumed", "* #13 2030-01-02T03:04:01Z [bob] * two"));
    assertThat(shown())
        .doesNotContain("* 03:04:01 [bob] * two")
        .last()
        .isEqualTo(
            "-- back as bob after 1 s; sending again what had not arrived: 2 lines; sending what"
                + " you typed meanwhile: 1 line");
    assertThat(sent()).containsExactly("//four", "five", "six");
    bob.received(List.of("#14 [bob] /four", "#15 [bob] five", "#16 [bob] six"));
    assertThat(outbox.unanswered().forget()).isZero();
  }

  @Test
  void doesNotSendAgainWhatWasRefused() {
    say("one");
    say("two");
    bob.received(List.of("* not said: slow down", "#12 [bob] two"));
    say("three");
    bob.received(List.of("* you are muted; you can only listen"));
    bob.lost("Connection reset", true, WAIT);
    comeBack();
    bob.received(List.of(WITH_ALICE, "* sync lobby e1 12 resumed"));
    assertThat(sent()).isEmpty();
  }

  @Test
  void doesNotSayInOneRoomWhatWasMeantForAnother() {
    say("here");
    say("/join kitchen");
    say("there");
    bob.lost("Connection reset", true, WAIT);
    comeBack();
    bob.received(List.of(WITH_ALICE, "* sync lobby e1 11 resumed"));
    assertThat(sent()).containsExactly("here");
    assertThat(shown())
        .last()
        .asString()
        .endsWith("what had not arrived: 1 line; not sent again is what came after /join: 1 line");
  }

  @Test
  void saysThatWhatWasMissedCannotBeHad() {
    say("one");
    bob.lost("Connection reset", true, WAIT);
    comeBack();
    bob.received(
        List.of(
            WITH_ALICE,
            "* sync lobby e1 90 anew",
            "* #11 2030-01-02T03:04:00Z [alice] before",
            "* #90 2030-01-02T03:04:04Z [alice] ninety"));
    assertThat(shown())
        .containsSubsequence(
            "-- what was said meanwhile cannot be had; the last posts:",
            "* 03:04:04 [alice] ninety",
            "-- back as bob after 1 s; perhaps lost is what you sent last: 1 line")
        .doesNotContain("* 03:04:00 [alice] before");
    assertThat(sent()).isEmpty();
  }

  @Test
  void takesNumbersOfAnotherEpochForOtherPosts() {
    bob.lost("the server closed it", false, WAIT);
    comeBack();
    bob.received(
        List.of(
            WITH_ALICE,
            "* sync lobby e2 11 anew",
            "* #11 2030-01-02T03:04:00Z [alice] another eleven"));
    assertThat(shown()).contains("* 03:04:00 [alice] another eleven");
    bob.received(List.of("* sync lobby e3 5 changed", "#6 [alice] six"));
    bob.lost("the server closed it", false, WAIT);
    comeBack();
    assertThat(requests()).last().isEqualTo("/sync lobby e3 6");
    assertThat(shown()).noneMatch(line -> line.contains("sync"));
  }

  @Test
  void followsTheUserIntoAnotherRoom() {
    say("/join kitchen");
    bob.received(
        List.of(
            "* you are in kitchen with nobody else",
            "* sync kitchen k 3 anew",
            "* #3 2030-01-02T03:04:00Z [eve] tea?"));
    assertThat(shown()).last().isEqualTo("* 03:04:00 [eve] tea?");
    bob.lost("the server closed it", false, WAIT);
    comeBack();
    assertThat(requests()).last().isEqualTo("/sync kitchen k 3");
    server.done.clear();
    bob.typed("just between us");
    bob.received(
        List.of(
            "* kitchen is locked; only who is invited comes in", LOBBY, "* sync lobby e1 11 anew"));
    bob.received(List.of("* 1 in lobby: bob"));
    assertThat(server.done).endsWith("admitted").doesNotContain("send /join kitchen");
    assertThat(shown())
        .last()
        .asString()
        .contains("but not in kitchen; not sent is what you typed meanwhile: 1 line");
    assertThat(sent()).isEmpty();
  }

  @Test
  void goesOnWithoutWhereAnOlderServerTakesTheRequestForAName() {
    ConversationFixture run = new ConversationFixture();
    Conversation carol = run.conversation("carol", true);
    String refusal = "* a name is 1 to 32 letters and digits; connect again with one";
    carol.connected();
    carol.received(List.of(GREETING, refusal));
    assertThat(run.server.done).containsExactly("send carol", "startOver");
    assertThat(carol.lost("Socket closed", true, Duration.ZERO)).isTrue();
    carol.connected();
    carol.received(List.of(GREETING, LOBBY, "[alice] hello"));
    assertThat(run.server.requests).containsExactly("/sync");
    assertThat(run.server.done).endsWith("send carol", "admitted");
    assertThat(run.ui.lines).containsExactly(GREETING, LOBBY, "[alice] hello");
    carol.typed("/numbers on");
    assertThat(run.outbox.waiting()).isEqualTo(1);
  }

  @Test
  void takesTheRefusalOfANameForThat() {
    ConversationFixture run = new ConversationFixture();
    Conversation nobody = run.conversation("b o b", true);
    String refusal = "* a name is 1 to 32 letters and digits; connect again with one";
    nobody.connected();
    nobody.received(List.of(GREETING, refusal));
    nobody.lost("Socket closed", true, Duration.ZERO);
    nobody.connected();
    nobody.received(List.of(GREETING, refusal));
    nobody.lost("the server closed it", false, WAIT);
    assertThat(run.ui.prompt).isEqualTo("name> ");
    assertThat(run.ui.lines).containsSubsequence(GREETING, refusal);
    nobody.typed("bob");
    nobody.connected();
    nobody.received(List.of(GREETING));
    assertThat(run.server.requests).containsExactly("/sync", "/sync");
  }

  private void comeBack() {
    bob.connected();
    bob.received(List.of(GREETING));
  }

  /** Types {@code line}, and has it written to the server. */
  private void say(String line) {
    bob.typed(line);
    sent();
  }

  /** Has the server get what waits for it. */
  private List<String> sent() {
    outbox.open();
    List<String> sent = new ArrayList<>();
    try {
      while (outbox.waiting() > 0) {
        String line = outbox.next();
        outbox.unanswered().add(line);
        outbox.sent();
        sent.add(line);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    outbox.shut();
    return sent;
  }

  private List<String> requests() {
    return server.requests;
  }

  private List<String> shown() {
    return ui.lines;
  }
}
