package chat.parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Passwords;
import chat.parley.event.MemberId;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModerationTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final TestModeration moderation = new TestModeration(kit);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  static Stream<Function<MemberId, ModerationCommand.Order>> ordersOfOperators() {
    return Stream.of(
        by -> new ModerationCommand.Kick(by, "bob", ""),
        by -> new ModerationCommand.Ban(by, "bob", Optional.empty(), ""),
        by -> new ModerationCommand.Unban(by, "bob"),
        ModerationCommand.ListBans::new,
        by -> new ModerationCommand.Mute(by, "bob", Optional.empty()),
        by -> new ModerationCommand.Unmute(by, "bob"),
        by -> new ModerationCommand.SayToAll(by, "hi"),
        by -> new ModerationCommand.ListSessions(by, ""),
        ModerationCommand.ShowStats::new,
        ModerationCommand.Reload::new);
  }

  @ParameterizedTest
  @MethodSource("ordersOfOperators")
  void refusesOthersWhatIsForOperators(Function<MemberId, ModerationCommand.Order> order) {
    ModerationClient bob = moderation.enters("bob", "10.0.0.9");
    assertThat(bob.orders(order)).isEqualTo(new ModerationReply.OperatorsOnly());
    bob.isToldNothing();
    assertThat(moderation.audited).isEmpty();
  }

  @Test
  void makesOperatorsOfThoseWhoKnowThePassword() {
    ModerationClient bob = moderation.enters("bob", "10.0.0.9");
    bob.wantsToBeOperator();
    Passwords.Check check = moderation.passwords.expectMessageClass(Passwords.Check.class);
    assertThat(check.against()).isEqualTo(TestModeration.PASSWORD);
    check.replyTo().tell(Passwords.Verdict.WRONG);
    bob.isTold(new ModerationReply.WrongOperatorPassword());
    bob.wantsToBeOperator();
    moderation.judges(Passwords.Verdict.TOO_MANY_WRONG);
    bob.isTold(new ModerationReply.TooManyWrong());
    bob.wantsToBeOperator();
    moderation.judges(Passwords.Verdict.RIGHT);
    bob.isTold(new ModerationReply.OperatorNow());
    bob.wantsToBeOperator();
    bob.isTold(new ModerationReply.AlreadyOperator());
    String who = "bob from lines 10.0.0.9:1: ";
    assertThat(moderation.audited)
        .containsExactly(
            who + "gave a wrong password for operators",
            who + "has given too many wrong passwords",
            who + "is an operator now");
  }

  @Test
  void makesNobodyAnOperatorWhereThereAreNone() {
    ModerationClient bob = moderation.enters("bob", "10.0.0.9");
    moderation.configure(Optional.empty(), true);
    bob.wantsToBeOperator();
    bob.isTold(new ModerationReply.NoOperators());
  }

  @Test
  void disconnectsWhomAnOperatorKicks() {
    ModerationClient olga = moderation.operator("10.0.0.1");
    ModerationClient bob = moderation.enters("bob", "10.0.0.9");
    assertThat(olga.kicks("BOB", "too loud")).isEqualTo(new ModerationReply.Disconnected("bob"));
    bob.isTold(new ModerationReply.Kicked("too loud"));
    assertThat(olga.kicks("eve", "")).isEqualTo(new ModerationReply.NobodyCalled("eve"));
    assertThat(olga.kicks("Olga", "")).isEqualTo(new ModerationReply.CannotKickYourself());
    assertThat(moderation.audited)
        .last()
        .isEqualTo("olga from lines 10.0.0.1:1: kick: bob from lines 10.0.0.9:1: too loud");
  }

  @Test
  void knowsPeopleUnderTheNameThatTheyHaveNow() {
    ModerationClient olga = moderation.operator("10.0.0.1");
    ModerationClient bob = moderation.enters("bob", "10.0.0.9");
    bob.enters("rob");
    bob.isTold(new ModerationReply.Standing(Optional.empty()));
    assertThat(olga.kicks("bob", "")).isEqualTo(new ModerationReply.NobodyCalled("bob"));
    ModerationClient other = moderation.enters("bob", "10.0.0.8");
    assertThat(olga.kicks("bob", "")).isEqualTo(new ModerationReply.Disconnected("bob"));
    other.isTold(new ModerationReply.Kicked(""));
    bob.isToldNothing();
  }

  @Test
  void passesOnWhatAnOperatorSaysToEverybody() {
    ModerationClient olga = moderation.operator("10.0.0.1");
    ModerationClient bob = moderation.enters("bob", "10.0.0.9");
    ModerationReply said = new ModerationReply.Broadcast("olga", "we restart at noon");
    assertThat(olga.orders(by -> new ModerationCommand.SayToAll(by, "we restart at noon")))
        .isEqualTo(said);
    olga.isTold(new ModerationReply.SaidToAll(2));
    bob.isTold(said);
  }

  @Test
  void tellsHowTheServerIs() {
    ModerationClient olga = moderation.operator("10.0.0.1");
    olga.bans("bob", Optional.empty(), "");
    assertThat(olga.orders(ModerationCommand.ShowStats::new))
        .isInstanceOfSatisfying(
            ModerationReply.Stats.class,
            stats -> {
              assertThat(stats.connections()).isEqualTo(7);
              assertThat(stats.people()).isEqualTo(1);
              assertThat(stats.rooms()).isEqualTo(5);
              assertThat(stats.registeredNames()).isEqualTo(3);
              assertThat(stats.sanctions()).isEqualTo(1);
              assertThat(stats.memory().threads()).isPositive();
              assertThat(stats.memory().heapUsed()).isPositive();
            });
  }

  @Test
  void hasTheConfigurationReadAgain() {
    ModerationClient olga = moderation.operator("10.0.0.1");
    olga.tells(new ModerationCommand.Reload(olga.id()));
    List<String> lines = List.of("one", "two");
    moderation.reloader.receiveMessage().replyTo().tell(new ReloadRequest.Done(lines));
    olga.isTold(new ModerationReply.ConfigurationReloaded(lines));
    assertThat(moderation.audited).last().asString().endsWith(": reload: one; two");
  }

  @Test
  void writesDownWhatOperatorsDoElsewhere() {
    ModerationClient olga = moderation.operator("10.0.0.1");
    olga.tells(new ModerationCommand.ActedAsOperator("olga", olga.origin, "in the room den: lock"));
    olga.orders(ModerationCommand.ListBans::new);
    assertThat(moderation.audited)
        .endsWith(
            "olga from lines 10.0.0.1:1: in the room den: lock",
            "olga from lines 10.0.0.1:1: asks for the bans and mutes");
  }
}
