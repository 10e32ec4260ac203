package chat.parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.store.Sanction;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MutesTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());
  private static final ModerationReply FOR_EVER = new ModerationReply.Muted(Instant.MAX);

  private final TestModeration moderation = new TestModeration(kit);
  private final ModerationClient olga = moderation.operator("10.0.0.1");

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private void hasMuted(String name, Optional<Duration> time) {
    assertThat(olga.mutes(name, time)).isInstanceOf(ModerationReply.Imposed.class);
  }

  private void hasUnmuted(String target, String was) {
    assertThat(olga.unmutes(target))
        .isEqualTo(new ModerationReply.Lifted(Sanction.Kind.MUTE, was, new ModerationReply.Kept()));
  }

  @Test
  void lastAsLongAsTheLongestSays() {
    ModerationClient bob = moderation.enters("bob", "10.0.0.9");
    ModerationClient rob = moderation.enters("rob", "10.0.0.9");
    hasMuted("bob", TestModeration.EVER);
    bob.isTold(FOR_EVER);
    rob.isTold(FOR_EVER);
    hasMuted("rob", Optional.of(Duration.ofSeconds(60)));
    hasUnmuted("rob", "rob");
    bob.isToldNothing();
    hasUnmuted("bob", "bob");
    bob.isTold(new ModerationReply.Unmuted());
  }

  @Test
  void lastForWhoIsCalledOtherwiseWhenTheyAreGivenAgain() {
    ModerationClient bob = moderation.enters("bob", "10.0.0.9");
    hasMuted("bob", TestModeration.EVER);
    bob.isTold(FOR_EVER);
    bob.enters("rob");
    bob.isTold(new ModerationReply.Standing(Optional.of(Instant.MAX)));
    assertThat(olga.unmutes("10.0.0.9"))
        .isEqualTo(new ModerationReply.NotImposed(Sanction.Kind.MUTE, "10.0.0.9"));
    hasMuted("bob", Optional.of(Duration.ofHours(1)));
    bob.isTold(new ModerationReply.Muted(moderation.clock.instant().plus(Duration.ofHours(1))));
  }

  @Test
  void giveWayToAnotherWhenTheyAreOver() {
    ModerationClient bob = moderation.enters("bob", "10.0.0.9");
    hasMuted("bob", Optional.of(Duration.ofSeconds(1)));
    bob.told.expectMessageClass(ModerationReply.Muted.class);
    hasMuted("rob", TestModeration.EVER);
    moderation.clock.passes(Duration.ofSeconds(5));
    bob.enters("rob");
    bob.isTold(new ModerationReply.Standing(Optional.of(Instant.MAX)));
  }

  @Test
  void meetNoOperatorForWhereTheyComeFrom() {
    moderation.enters("bob", "10.0.0.1").isToldNothing();
    hasMuted("bob", TestModeration.EVER);
    olga.enters("olga2");
    olga.isTold(new ModerationReply.Standing(Optional.empty()));
    olga.isToldNothing();
  }

  @Test
  void meetWhoComesLater() {
    hasMuted("bob", TestModeration.EVER);
    ModerationClient bob = moderation.client("10.0.0.9");
    bob.enters("BOB");
    bob.isTold(new ModerationReply.Standing(Optional.of(Instant.MAX)));
    hasUnmuted("Bob", "bob");
    bob.isTold(new ModerationReply.Unmuted());
  }

  @Test
  void meetNamesAlone() {
    assertThat(olga.mutes("no name", TestModeration.EVER))
        .isEqualTo(new ModerationReply.NoName("no name"));
    assertThat(olga.unmutes("no/name"))
        .isEqualTo(new ModerationReply.NeitherNameNorAddress("no/name"));
  }
}
