package chat.parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators are told who ask for sessions. */
class SessionListTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final TestModeration moderation = new TestModeration(kit);
  private final ModerationClient olga = moderation.operator("10.0.0.1");

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private void asks(String like) {
    olga.tells(new ModerationCommand.ListSessions(olga.id(), like));
  }

  /** Tells how it is when it is asked next. */
  private static void answers(ModerationClient client, long lines) {
    client
        .told
        .expectMessageClass(ModerationReply.TellStats.class)
        .replyTo()
        .tell(new SessionStats(client.id(), true, List.of("lobby"), 2, 3, lines));
  }

  private ModerationReply.SessionLine line(
      ModerationClient client, String name, Optional<ModerationReply.SessionRates> rates) {
    return new ModerationReply.SessionLine(
        name, client == olga, false, client.origin, moderation.clock.instant(), rates);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BO", "2001:db8:5::", "2001:0db8:5:0:0:0:0:9"})
  void saysHowThoseAreWhoseNameOrAddressBeginsSo(String like) {
    ModerationClient bob = moderation.enters("bob", "2001:db8:5::9");
    asks(like);
    answers(bob, 10);
    answers(bob, 14);
    var rates = new ModerationReply.SessionRates(true, List.of("lobby"), 2, 3, 4);
    olga.isTold(new ModerationReply.Sessions(List.of(line(bob, "bob", Optional.of(rates))), 0));
  }

  @Test
  void saysWhoDoesNotAnswerAndWhoIsMutedOrAnOperator() {
    ModerationClient bob = moderation.enters("bob", "10.0.0.9");
    olga.mutes("bob", Optional.empty());
    asks("");
    olga.told.expectMessageClass(ModerationReply.TellStats.class);
    olga.told.expectMessageClass(ModerationReply.TellStats.class);
    var ofBob =
        new ModerationReply.SessionLine(
            "bob", false, true, bob.origin, moderation.clock.instant(), Optional.empty());
    olga.isTold(
        new ModerationReply.Sessions(List.of(ofBob, line(olga, "olga", Optional.empty())), 0));
  }

  @Test
  void listsSoManyOnlyAndCountsTheOthers() {
    for (int i = 0; i <= OperatorReports.MAX_LISTED; i++) {
      moderation.enters("n" + (100 + i), "10.0.0.9");
    }
    asks("n");
    assertThat(olga.told.receiveMessage())
        .isInstanceOfSatisfying(
            ModerationReply.Sessions.class,
            all -> {
              assertThat(all.sessions()).hasSize(OperatorReports.MAX_LISTED);
              assertThat(all.sessions().get(0).name()).isEqualTo("n100");
              assertThat(all.more()).isEqualTo(1);
            });
  }

  @Test
  void saysThatThereIsNobody() {
    asks("xyz");
    olga.isTold(new ModerationReply.NobodyLike("xyz"));
    assertThat(moderation.audited).last().asString().endsWith(": asks for the sessions of xyz");
  }

  @Test
  void forgetsWhoHasGone() {
    moderation.enters("bob", "10.0.0.9").quits();
    ModerationReply reply;
    do {
      reply = olga.kicks("bob", "");
    } while (!reply.equals(new ModerationReply.NobodyCalled("bob")));
    asks("bob");
    olga.isTold(new ModerationReply.NobodyLike("bob"));
  }
}
