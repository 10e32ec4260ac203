package chat.parley.users;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.room.Ignored;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class IgnoreOrdersTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final TestNameService service = new TestNameService(kit);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private static NameReply ignores(NameClient client, String name) {
    return client.gives(new NameCommand.Ignore(client.id(), Optional.of(name)));
  }

  private static NameReply unignores(NameClient client, String name) {
    return client.gives(new NameCommand.Unignore(client.id(), name));
  }

  private static void hasIgnored(NameClient client, String name) {
    client.tells(new NameCommand.Ignore(client.id(), Optional.of(name)));
    client.isToldBeyondIgnoring(new NameReply.NowIgnored(name));
  }

  private static void listsIgnored(NameClient client, String... names) {
    client.tells(new NameCommand.Ignore(client.id(), Optional.empty()));
    client.isToldBeyondIgnoring(new NameReply.Ignores(List.of(names)));
  }

  @Test
  void tellsWhoIsNotHeardFromNowOnAndWhoIsHeardAgain() {
    NameClient alice = service.named("alice", "10.0.0.1");
    NameClient troll = service.named("troll", "10.0.0.2");
    listsIgnored(alice);
    NameReply.Ignoring ignoring =
        new NameReply.Ignoring(new Ignored(Set.of(troll.id()), Set.of("troll")));
    assertThat(ignores(alice, "Troll")).isEqualTo(ignoring);
    alice.isTold(new NameReply.NowIgnored("Troll"));
    listsIgnored(alice, "troll");
    assertThat(unignores(alice, "TROLL")).isEqualTo(new NameReply.Ignoring(Ignored.NOBODY));
    alice.isTold(new NameReply.HeardAgain("TROLL"));
    assertThat(unignores(alice, "troll")).isEqualTo(new NameReply.NotIgnored("troll"));
  }

  @Test
  void refusesWhatIsNobodyElse() {
    NameClient alice = service.named("alice", "10.0.0.1");
    assertThat(ignores(alice, "no name")).isEqualTo(new NameReply.NoName("no name"));
    assertThat(ignores(alice, "ALICE")).isEqualTo(new NameReply.CannotIgnoreYourself());
  }

  @Test
  void endsWhereTheListIsFull() {
    NameClient alice = service.named("alice", "10.0.0.1");
    for (int i = 0; i < IgnoreList.MAX; i++) {
      hasIgnored(alice, "n" + i);
    }
    assertThat(ignores(alice, "more")).isEqualTo(new NameReply.IgnoreListFull(IgnoreList.MAX));
  }

  @Test
  void keepsWhispersFromWhoDoesNotWantThemWithoutSayingSo() {
    NameClient alice = service.named("alice", "10.0.0.1");
    NameClient troll = service.named("troll", "10.0.0.2");
    NameClient bob = service.named("bob", "10.0.0.3");
    hasIgnored(alice, "troll");
    troll.whispers("alice", "hehe");
    troll.isTold(new NameReply.WhisperSent("alice", "hehe"));
    bob.whispers("alice", "hi");
    alice.isToldBeyondIgnoring(new NameReply.Whispered("bob", "hi"));
  }

  @Test
  void doesNotTakeAnInnocentForSomebodyIgnoredWhoHadThatName() {
    NameClient alice = service.named("alice", "10.0.0.1");
    NameClient troll = service.named("troll", "10.0.0.2");
    hasIgnored(alice, "troll");
    troll.hasRenamed("bob");
    troll.hasRenamed("t1");
    NameClient bob = service.named("bob", "10.0.0.3");
    bob.whispers("alice", "hi");
    bob.isTold(new NameReply.WhisperSent("alice", "hi"));
    alice.isToldBeyondIgnoring(new NameReply.Whispered("bob", "hi"));
    for (int i = 0; i < 120; i++) {
      troll.hasRenamed("t" + i);
    }
    listsIgnored(alice, "t119");
  }
}
