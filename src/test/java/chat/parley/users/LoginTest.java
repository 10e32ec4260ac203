package chat.parley.users;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Passwords;
import chat.parley.moderation.ModerationCommand;
import chat.parley.moderation.TestBans;
import chat.parley.rooms.RegistryCommand;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Registered names, and how those get them who know their passwords. */
class LoginTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final TestNameService service = new TestNameService(kit);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @Test
  void givesARegisteredNameToWhoKnowsItsPasswordOnly() {
    service.registered("alice", "10.0.0.2", TestNameService.ONE).quits();
    NameClient other = service.named("other", "10.0.0.3");
    assertThat(other.renames("alice")).isEqualTo(new NameReply.NameRegistered("alice"));
    other.logsIn("alice");
    Passwords.Check check = service.check();
    assertThat(check.against()).isEqualTo(TestNameService.ONE);
    check.replyTo().tell(Passwords.Verdict.WRONG);
    other.isTold(new NameReply.WrongPassword());
    other.logsIn("alice");
    service.judges(Passwords.Verdict.TOO_MANY_WRONG);
    other.isTold(new NameReply.TooManyWrong());
    other.logsIn("nobody");
    other.isTold(new NameReply.NotRegistered("nobody"));
    other.logsIn("alice");
    service.judges(Passwords.Verdict.RIGHT);
    other.isNamed(other.told.receiveMessage(), "alice", true);
  }

  @Test
  void keepsANameFromOthersWhileItIsBeingRegistered() {
    NameClient first = service.named("alice", "10.0.0.1");
    first.registers();
    Passwords.Hash slow = service.passwords.expectMessageClass(Passwords.Hash.class);
    first.quits();
    awaitGone("alice", service.named("witness", "10.0.0.7"));
    assertThat(service.client("10.0.0.2").claims("alice"))
        .isEqualTo(new NameReply.NameTaken("alice"));
    // Who has gone by then does not get it.
    slow.replyTo().tell(new Passwords.Hashed(Optional.of(TestNameService.ONE)));
    NameClient victim = service.namedWhenFree("alice", "10.0.0.2");
    victim.registers();
    service.hashed(TestNameService.TWO);
    victim.isTold(new NameReply.RegistrationChanged(true));
    victim.isTold(new NameReply.Registered("alice"));
    service.client("10.0.0.3").logsIn("alice");
    assertThat(service.check().against()).isEqualTo(TestNameService.TWO);
  }

  private static void awaitGone(String name, NameClient witness) {
    NameReply reply;
    do {
      reply = witness.finds(name);
    } while (!reply.equals(new NameReply.NobodyCalled(name)));
  }

  /** Knows the password of {@code name}, whose holder is told to go. */
  private NameClient replaces(NameClient holder, String name) {
    NameClient owner = service.client("10.0.0.9");
    owner.logsIn(name);
    service.judges(Passwords.Verdict.RIGHT);
    holder.isTold(new NameReply.SessionReplaced());
    return owner;
  }

  @Test
  void givesTheNameWhenWhoeverHasItHasGone() {
    NameClient holder = service.registered("alice", "10.0.0.2", TestNameService.ONE);
    NameClient owner = replaces(holder, "alice");
    NameClient third = service.client("10.0.0.3");
    assertThat(third.claims("alice")).isEqualTo(new NameReply.NameRegistered("alice"));
    third.logsIn("alice");
    service.judges(Passwords.Verdict.RIGHT);
    third.isTold(new NameReply.NameTaken("alice"));
    holder.quits();
    owner.isNamed(owner.told.receiveMessage(), "alice", true);
  }

  @Test
  void givesTheNameWhenWhoeverHasItTakesAnother() {
    NameClient holder = service.registered("alice", "10.0.0.2", TestNameService.ONE);
    NameClient owner = replaces(holder, "alice");
    holder.hasRenamed("carol");
    owner.isNamed(owner.told.receiveMessage(), "alice", true);
  }

  @Test
  void provesToWhoHasTheNameThatItIsTheirs() {
    NameClient alice = service.registered("alice", "10.0.0.2", TestNameService.ONE);
    alice.logsIn("alice");
    service.judges(Passwords.Verdict.RIGHT);
    alice.isNamed(alice.told.receiveMessage(), "alice", true);
  }

  @Test
  void keepsAProofForTheSameNameWrittenOtherwise() {
    NameClient alice = service.registered("alice", "10.0.0.2", TestNameService.ONE);
    alice.isNamed(alice.renames("ALICE"), "ALICE", true);
    alice.isNamed(alice.renames("carol"), "carol", false);
  }

  @Test
  void judgesALoginAnewWhenTheNameIsFree() {
    NameClient holder = service.registered("alice", "10.0.0.2", TestNameService.ONE);
    NameClient owner = replaces(holder, "alice");
    TestBans.ban(service.bans, "10.0.0.9", "no");
    holder.quits();
    owner.isTold(new NameReply.Banned(Optional.empty(), "no"));
  }

  @Test
  void givesNobodyANameThatHasJustBeenGivenUp() {
    NameClient holder = service.registered("alice", "10.0.0.2", TestNameService.ONE);
    NameClient olga = service.named("olga", "10.0.0.1");
    NameClient owner = replaces(holder, "alice");
    assertThat(olga.gives(new NameCommand.Unregister(olga.id(), Optional.of("alice"), true)))
        .isEqualTo(new NameReply.Unregistered("alice"));
    holder.quits();
    owner.isTold(new NameReply.WrongPassword());
  }

  @Test
  void givesARegisteredNameAsItWasRegistered() {
    service.registered("alice", "10.0.0.2", TestNameService.ONE).quits();
    NameClient odd = service.client("10.0.0.3");
    odd.logsIn("ⓐⓛⓘⓒⓔ");
    service.judges(Passwords.Verdict.RIGHT);
    odd.isNamed(odd.told.receiveMessage(), "alice", true);
  }

  @Test
  void tellsWhomItConcernsThatANameIsGivenUp() {
    NameClient alice = service.registered("alice", "10.0.0.2", TestNameService.ONE);
    NameClient olga = service.named("olga", "10.0.0.1");
    olga.gives(new NameCommand.Unregister(olga.id(), Optional.of("ALICE"), true));
    alice.isTold(new NameReply.RegistrationChanged(false));
    service.rooms.expectMessage(new RegistryCommand.ForgetOwner("alice"));
    service.moderation.expectMessage(
        new ModerationCommand.ActedAsOperator("olga", olga.origin, "unregister: alice"));
  }

  @Test
  void tellsModerationNothingOfWhoGivesUpTheirOwn() {
    NameClient alice = service.registered("alice", "10.0.0.2", TestNameService.ONE);
    alice.gives(new NameCommand.Unregister(alice.id(), Optional.empty(), false));
    service.rooms.expectMessage(new RegistryCommand.ForgetOwner("alice"));
    service.moderation.expectNoMessage(Duration.ZERO);
  }

  @Test
  void boundsHowManyNamesAreRegisteredFromAnAddressADay() {
    NameClient squatter = service.named("s0", "10.0.0.2");
    for (int i = 1; i <= 3; i++) {
      squatter.registers();
      service.hashed(TestNameService.ONE);
      squatter.isTold(new NameReply.RegistrationChanged(true));
      squatter.isTold(new NameReply.Registered("s" + (i - 1)));
      squatter.hasRenamed("s" + i);
    }
    squatter.registers();
    squatter.isTold(new NameReply.TooManyRegistrations());
    service.clock.passes(Duration.ofHours(25));
    squatter.registers();
    service.hashed(TestNameService.ONE);
    squatter.isTold(new NameReply.RegistrationChanged(true));
    squatter.isTold(new NameReply.Registered("s3"));
  }
}
