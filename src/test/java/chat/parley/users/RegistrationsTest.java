package chat.parley.users;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.PasswordHash;
import chat.parley.store.Registration;
import chat.parley.store.StoreReply;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RegistrationsTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final RegistrationDesk desk = new RegistrationDesk(kit);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @Test
  void keepsANameForWhoKnowsItsPassword() {
    RegistrationDesk.Holder alice = desk.registered("Alice", "10.0.0.1");
    assertThat(desk.of("alice"))
        .isEqualTo(new Registration("alice", "Alice", RegistrationDesk.ONE, desk.clock.instant()));
    assertThat(alice.isRegistered()).isTrue();
    assertThat(desk.counted()).isEqualTo(1);
  }

  @Test
  void changesThePasswordOfWhoHasProvenToBeItsOwner() {
    RegistrationDesk.Holder alice = desk.registered("alice", "10.0.0.1");
    alice.registers(RegistrationDesk.TWO, new NameReply.PasswordChanged("alice"));
    assertThat(desk.of("alice").password()).isEqualTo(RegistrationDesk.TWO);
    assertThat(desk.counted()).isEqualTo(1);
  }

  @Test
  void leavesARegisteredNameToItsOwner() {
    desk.registered("alice", "10.0.0.1").leaves();
    RegistrationDesk.Holder other = desk.holder("alice", "10.0.0.2").wantsToRegister("x");
    other.isTold(new NameReply.RegisteredBefore("alice"));
    other.wantsToGiveUp("alice", false).isTold(new NameReply.NotYours("alice"));
    assertThat(desk.of("alice").password()).isEqualTo(RegistrationDesk.ONE);
  }

  @Test
  void doesOneThingWithANameAtATime() {
    RegistrationDesk.Holder alice = desk.holder("alice", "10.0.0.1").wantsToRegister("x");
    alice.wantsToRegister("y").isTold(new NameReply.UnderWay("alice"));
    desk.hashed(RegistrationDesk.ONE);
    desk.kept(new StoreReply.Done());
    alice.isTold(new NameReply.RegistrationChanged(true));
    alice.isTold(new NameReply.Registered("alice"));
    alice.wantsToGiveUp("alice", false).wantsToRegister("z");
    alice.isTold(new NameReply.UnderWay("alice"));
    alice.wantsToGiveUp("alice", false).isTold(new NameReply.UnderWay("alice"));
    desk.kept(new StoreReply.Done());
    alice.isTold(new NameReply.RegistrationChanged(false));
    alice.isTold(new NameReply.Unregistered("alice"));
    assertThat(desk.of("alice")).isNull();
    assertThat(desk.counted()).isZero();
    assertThat(desk.unregistered).containsExactly("alice by its owner");
    assertThat(alice.isRegistered()).isFalse();
  }

  @Test
  void registersNothingThatCannotBeHashedOrKept() {
    PasswordHash none = null;
    RegistrationDesk.Holder alice = desk.holder("alice", "10.0.0.1").wantsToRegister("x");
    desk.hashed(none);
    alice.isTold(new NameReply.NotRegisteredNow("alice"));
    alice.wantsToRegister("x");
    desk.hashed(RegistrationDesk.ONE);
    desk.kept(new StoreReply.NotKept("/secret/file is full"));
    alice.isTold(new NameReply.CannotBeKept("alice"));
    assertThat(desk.of("alice")).isNull();
    alice.registers(RegistrationDesk.ONE, new NameReply.Registered("alice"));
  }

  @Test
  void registersNoNameThatWasGivenUpMeanwhile() {
    RegistrationDesk.Holder alice = desk.holder("alice", "10.0.0.1").wantsToRegister("x");
    alice.takesTheName("carol");
    desk.hashed(RegistrationDesk.ONE);
    alice.isTold(new NameReply.NotRegisteredNow("alice"));
    desk.store.expectNoMessage(Duration.ZERO);
    assertThat(desk.of("alice")).isNull();
  }

  @Test
  void keepsANameThatCannotBeForgotten() {
    RegistrationDesk.Holder alice = desk.registered("alice", "10.0.0.1");
    alice.wantsToGiveUp("alice", false);
    desk.kept(new StoreReply.NotKept("/secret/file is full"));
    alice.isTold(new NameReply.StaysRegistered("alice"));
    assertThat(desk.of("alice")).isNotNull();
    assertThat(desk.unregistered).isEmpty();
    assertThat(alice.isRegistered()).isTrue();
  }

  @Test
  void saysWhoHasGivenUpTheNameOfSomebodyElse() {
    RegistrationDesk.Holder alice = desk.registered("alice", "10.0.0.1");
    RegistrationDesk.Holder olga = desk.holder("olga", "10.0.0.2").wantsToGiveUp("ALICE", true);
    desk.kept(new StoreReply.Done());
    alice.isTold(new NameReply.RegistrationChanged(false));
    olga.isTold(new NameReply.Unregistered("alice"));
    assertThat(desk.unregistered).containsExactly("alice by olga");
    assertThat(alice.isRegistered()).isFalse();
  }

  @Test
  void givesUpNothingThatIsNotRegistered() {
    desk.holder("alice", "10.0.0.1")
        .wantsToGiveUp("bob", true)
        .isTold(new NameReply.NothingToGiveUp("bob"));
  }

  @Test
  void refusesWhatIsNoPassword() {
    desk.holder("alice", "10.0.0.1")
        .wantsToRegister("")
        .isTold(new NameReply.IllegalPassword(PasswordHash.MAX_LENGTH));
    desk.passwords.expectNoMessage(Duration.ZERO);
  }

  @Test
  void registersNothingWhereThatIsTurnedOff() {
    desk.turnOff();
    desk.holder("alice", "10.0.0.1").wantsToRegister("x").isTold(new NameReply.NoRegistration());
  }
}
