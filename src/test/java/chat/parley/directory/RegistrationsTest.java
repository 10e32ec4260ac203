package chat.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.SetClock;
import chat.parley.access.AddressRange;
import chat.parley.access.PasswordHash;
import chat.parley.access.Passwords;
import chat.parley.access.Secret;
import chat.parley.patience.Wait;
import chat.parley.room.RoomSettings;
import chat.parley.store.Registration;
import chat.parley.store.StoreWriter;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Registrations in an actor that does nothing else; hashing and keeping is done when we say so. */
class RegistrationsTest {
  private static final int PER_ADDRESS = 3;
  private static final int IN_ALL = 5;
  private static final PasswordHash ONE = PasswordHash.of(new Secret("one"));
  private static final PasswordHash TWO = PasswordHash.of(new Secret("two"));
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final TestProbe<Passwords.Command> passwords =
      kit.createTestProbe(Passwords.Command.class);
  private final TestProbe<StoreWriter.Command> keeper =
      kit.createTestProbe(StoreWriter.Command.class);
  private final SetClock clock = new SetClock(TestUsers.NOON);
  private final Users people = new Users();
  private final List<String> audited = new CopyOnWriteArrayList<>();
  private Registrations registrations;
  private final ActorRef<Directory.Command> desk =
      kit.spawn(Behaviors.<Directory.Command>setup(this::desk));

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private Behavior<Directory.Command> desk(ActorContext<Directory.Command> context) {
    AsyncServices services = new AsyncServices(context, passwords.ref(), keeper.ref());
    DirectorySettings settings = settings(true, PER_ADDRESS, IN_ALL);
    Ownerships ownerships = new Ownerships(List.of(), key -> true, services, clock);
    registrations =
        new Registrations(
            settings,
            List.of(),
            people,
            new OpenRooms(settings, ownerships, (name, room) -> context.getSystem().ignoreRef()),
            ownerships,
            services,
            new Audit(audited::add),
            clock);
    return Behaviors.receive(Directory.Command.class)
        .onMessage(
            Directory.Answered.class,
            answered -> {
              answered.then().run();
              return Behaviors.same();
            })
        .build();
  }

  private static DirectorySettings settings(boolean registration, int perAddress, int inAll) {
    return new DirectorySettings(
        name -> new RoomSettings(10, 1000, 0, 5, 100, 10_000),
        "lobby",
        100,
        100,
        32,
        Set.of(),
        List.of("admin"),
        Optional.empty(),
        Optional.empty(),
        true,
        registration,
        perAddress,
        inAll,
        AddressRange.parse("10.9.0.0/16").stream().toList());
  }

  /** Somebody who is here, and what they bring about. */
  private final class Holder {
    final TestProbe<Directory.Reply> told = kit.createTestProbe(Directory.Reply.class);
    final User user;

    Holder(String name, String address) {
      user = TestUsers.named(name, address, told.ref());
      inTurn(() -> people.add(user));
    }

    Holder wantsToRegister(String password) {
      inTurn(() -> registrations.register(user, new Secret(password)));
      return this;
    }

    Holder wantsToGiveUp(String name) {
      inTurn(() -> registrations.unregister(user, Optional.of(name)));
      return this;
    }

    Holder registers(PasswordHash hash) {
      wantsToRegister("x");
      hashed(hash);
      kept(new StoreWriter.Done());
      return this;
    }

    void isTold(String start) {
      assertThat(told.expectMessageClass(Directory.InWords.class).lines())
          .singleElement()
          .asString()
          .startsWith(start);
    }
  }

  private void inTurn(Runnable what) {
    desk.tell(new Directory.Answered(what));
  }

  /** What {@code question} answers when all that was told before has been dealt with. */
  private <T> T answer(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    inTurn(() -> answer.complete(question.get()));
    return Wait.forResult("the registrations' answer", answer);
  }

  private Registration of(String key) {
    return answer(() -> registrations.of(key));
  }

  private void hashed(PasswordHash hash) {
    passwords
        .expectMessageClass(Passwords.Hash.class)
        .replyTo()
        .tell(new Passwords.Hashed(Optional.ofNullable(hash)));
  }

  private void kept(StoreWriter.Reply reply) {
    StoreWriter.Command command = keeper.receiveMessage();
    (command instanceof StoreWriter.Keep keep
            ? keep.replyTo()
            : ((StoreWriter.Forget) command).replyTo())
        .tell(reply);
  }

  @Test
  void keepsANameForWhoKnowsItsPassword() {
    Holder alice = new Holder("Alice", "10.0.0.1").registers(ONE);
    alice.isTold("Alice is registered");
    assertThat(of("alice")).isEqualTo(new Registration("alice", "Alice", ONE, clock.instant()));
    assertThat(alice.user.isRegistered()).isTrue();
  }

  @Test
  void changesThePasswordOfWhoHasProvenToBeItsOwner() {
    Holder alice = new Holder("alice", "10.0.0.1").registers(ONE);
    alice.isTold("alice is registered");
    alice.registers(TWO).isTold("alice has another password now");
    assertThat(of("alice").password()).isEqualTo(TWO);
  }

  @Test
  void leavesARegisteredNameToItsOwner() {
    Holder alice = new Holder("alice", "10.0.0.1").registers(ONE);
    alice.isTold("alice is registered");
    inTurn(() -> people.remove(alice.user.session()));
    Holder other = new Holder("alice", "10.0.0.2").wantsToRegister("x");
    other.isTold("alice is registered; /login NAME PASSWORD proves that it is yours");
    other.wantsToGiveUp("alice").isTold("alice is not yours to give up");
    assertThat(of("alice").password()).isEqualTo(ONE);
  }

  @Test
  void doesOneThingWithANameAtATime() {
    Holder alice = new Holder("alice", "10.0.0.1").wantsToRegister("x");
    alice.wantsToRegister("y").isTold("alice is just being registered or given up");
    hashed(ONE);
    kept(new StoreWriter.Done());
    alice.isTold("alice is registered");
    alice.wantsToGiveUp("alice").wantsToRegister("z");
    alice.isTold("alice is just being registered or given up");
    kept(new StoreWriter.Done());
    alice.isTold("alice is not registered any more");
    assertThat(of("alice")).isNull();
    assertThat(alice.user.isRegistered()).isFalse();
  }

  @Test
  void registersNothingThatCannotBeHashedOrKept() {
    Holder alice = new Holder("alice", "10.0.0.1").wantsToRegister("x");
    hashed(null);
    alice.isTold("alice could not be registered; try again later");
    alice.wantsToRegister("x");
    hashed(ONE);
    kept(new StoreWriter.NotKept("/secret/file is full"));
    alice.isTold("alice cannot be kept now; try again later");
    assertThat(of("alice")).isNull();
    alice.registers(ONE).isTold("alice is registered");
  }

  @Test
  void registersNoNameThatWasGivenUpMeanwhile() {
    Holder alice = new Holder("alice", "10.0.0.1").wantsToRegister("x");
    inTurn(() -> people.rename(alice.user, "carol", false));
    hashed(ONE);
    alice.isTold("alice could not be registered; try again later");
    keeper.expectNoMessage(Duration.ZERO);
    assertThat(of("alice")).isNull();
  }

  @Test
  void keepsANameThatCannotBeForgotten() {
    Holder alice = new Holder("alice", "10.0.0.1").registers(ONE);
    alice.isTold("alice is registered");
    alice.wantsToGiveUp("alice");
    kept(new StoreWriter.NotKept("/secret/file is full"));
    alice.isTold("alice stays registered, as that cannot be kept now");
    assertThat(of("alice")).isNotNull();
  }

  @Test
  void tellsTheAuditLogWhenAnOperatorGivesUpTheNameOfSomebodyElse() {
    Holder alice = new Holder("alice", "10.0.0.1").registers(ONE);
    alice.isTold("alice is registered");
    Holder olga = new Holder("olga", "10.0.0.2");
    olga.user.makeOperator();
    olga.wantsToGiveUp("ALICE");
    kept(new StoreWriter.Done());
    olga.isTold("alice is not registered any more");
    assertThat(audited).singleElement().asString().endsWith(": unregister: alice");
    assertThat(alice.user.isRegistered()).isFalse();
  }

  @Test
  void refusesWhatIsNoPassword() {
    Holder alice = new Holder("alice", "10.0.0.1");
    alice.wantsToRegister("").isTold("a password is 1 to ");
    passwords.expectNoMessage(Duration.ZERO);
  }

  @Test
  void registersNothingWhereThatIsTurnedOff() {
    inTurn(() -> registrations.configure(settings(false, PER_ADDRESS, IN_ALL)));
    new Holder("alice", "10.0.0.1").wantsToRegister("x").isTold("names cannot be registered here");
  }

  @Test
  void boundsHowManyAreRegisteredFromOneAddressADay() {
    for (int i = 0; i < PER_ADDRESS; i++) {
      new Holder("n" + i, "10.0.0.1").registers(ONE).isTold("n" + i + " is registered");
    }
    Holder more = new Holder("more", "10.0.0.1").wantsToRegister("x");
    more.isTold("too many names have been registered; try again tomorrow");
    new Holder("other", "10.0.0.2").registers(ONE).isTold("other is registered");
    clock.passes(Duration.ofHours(24).plusMillis(1));
    more.registers(ONE).isTold("more is registered");
  }

  @Test
  void countsThemAlsoWhenAllAreAskedForAtTheSameTime() {
    List<Holder> holders = new ArrayList<>();
    for (int i = 0; i < PER_ADDRESS; i++) {
      holders.add(new Holder("n" + i, "10.0.0.1").wantsToRegister("x"));
    }
    Holder more = new Holder("more", "10.0.0.1").wantsToRegister("x");
    more.isTold("too many names have been registered; try again tomorrow");
    hashed(null);
    holders.get(0).isTold("n0 could not be registered");
    hashed(ONE);
    kept(new StoreWriter.NotKept("full"));
    holders.get(1).isTold("n1 cannot be kept now");
    more.wantsToRegister("x");
    holders.get(0).wantsToRegister("x");
    assertThat(answer(() -> registrations.isUnderWay("more"))).isTrue();
    assertThat(answer(() -> registrations.isUnderWay("n0"))).isTrue();
    holders.get(1).wantsToRegister("x").isTold("too many names");
  }

  @Test
  void countsNotWhatIsRegisteredWhereStrangersShareAnAddress() {
    for (int i = 0; i <= PER_ADDRESS; i++) {
      new Holder("n" + i, "10.9.0.1").registers(ONE).isTold("n" + i + " is registered");
    }
  }

  @Test
  void boundsHowManyThereAreInAllAlsoWhenAllAreAskedForAtTheSameTime() {
    Holder first = new Holder("n1", "10.0.0.1").registers(ONE);
    first.isTold("n1 is registered");
    for (int i = 2; i <= IN_ALL; i++) {
      new Holder("n" + i, "10.0.0." + i).wantsToRegister("x");
    }
    new Holder("more", "10.0.0.9").wantsToRegister("x").isTold("too many names");
    first.wantsToRegister("another");
    assertThat(answer(() -> registrations.isUnderWay("n1"))).isTrue();
  }
}
