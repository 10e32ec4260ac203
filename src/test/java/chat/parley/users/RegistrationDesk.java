package chat.parley.users;

import chat.parley.SetClock;
import chat.parley.access.AddressRange;
import chat.parley.access.PasswordClient;
import chat.parley.access.PasswordHash;
import chat.parley.access.Passwords;
import chat.parley.access.Secret;
import chat.parley.patience.Wait;
import chat.parley.store.Registration;
import chat.parley.store.StoreClient;
import chat.parley.store.StoreCommand;
import chat.parley.store.StoreReply;
import java.time.Duration;
import java.time.Instant;
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

/** Registrations in an actor that does nothing else; hashing and keeping is done when we say so. */
final class RegistrationDesk implements Registrations.Effects {
  static final int PER_ADDRESS = 3;
  static final int IN_ALL = 5;
  static final PasswordHash ONE = PasswordHash.of(new Secret("one"));
  static final PasswordHash TWO = PasswordHash.of(new Secret("two"));

  final TestProbe<Passwords.Command> passwords;
  final TestProbe<StoreCommand> store;
  final SetClock clock = new SetClock(Instant.parse("2026-11-26T12:00:00Z"));
  final List<String> unregistered = new CopyOnWriteArrayList<>();
  private final ActorTestKit kit;
  private final Users users = new Users();
  private final ActorRef<NameCommand> desk;
  private Registrations registrations;
  private volatile int count;

  RegistrationDesk(ActorTestKit kit) {
    this.kit = kit;
    this.passwords = kit.createTestProbe(Passwords.Command.class);
    this.store = kit.createTestProbe(StoreCommand.class);
    this.desk = kit.spawn(Behaviors.<NameCommand>setup(this::desk));
  }

  private Behavior<NameCommand> desk(ActorContext<NameCommand> context) {
    registrations =
        new Registrations(
            settings(true),
            List.of(),
            users,
            new PasswordClient<>(context, passwords.ref(), InternalCommand.Answered::new),
            new StoreClient<>(context, store.ref(), InternalCommand.Answered::new),
            this,
            clock);
    return Behaviors.receive(NameCommand.class)
        .onMessage(
            InternalCommand.Answered.class,
            answered -> {
              answered.then().run();
              return Behaviors.same();
            })
        .build();
  }

  private static NameSettings settings(boolean registration) {
    return new NameSettings(
        32,
        Set.of(),
        List.of("admin"),
        Optional.empty(),
        true,
        registration,
        PER_ADDRESS,
        IN_ALL,
        AddressRange.parse("10.9.0.0/16").stream().toList(),
        new MessageLimits(2, 3, 4, Duration.ofDays(90)));
  }

  void turnOff() {
    inTurn(() -> registrations.configure(settings(false)));
  }

  @Override
  public void count(int now) {
    count = now;
  }

  @Override
  public void unregistered(Registration known, User by, boolean own) {
    unregistered.add(known.key() + (own ? " by its owner" : " by " + by.name()));
  }

  /** How many there are, as whoever counts them has been told. */
  int counted() {
    return answer(() -> count);
  }

  Registration of(String key) {
    return answer(() -> registrations.of(key));
  }

  boolean isUnderWay(String key) {
    return answer(() -> registrations.isUnderWay(key));
  }

  void inTurn(Runnable what) {
    desk.tell(new InternalCommand.Answered(what));
  }

  /** What {@code question} answers when all that was told before has been dealt with. */
  private <T> T answer(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    inTurn(() -> answer.complete(question.get()));
    return Wait.forResult("the registrations' answer", answer);
  }

  void hashed(PasswordHash hash) {
    passwords
        .expectMessageClass(Passwords.Hash.class)
        .replyTo()
        .tell(new Passwords.Hashed(Optional.ofNullable(hash)));
  }

  void kept(StoreReply.ToKeep reply) {
    StoreCommand command = store.receiveMessage();
    (command instanceof StoreCommand.Keep keep
            ? keep.replyTo()
            : ((StoreCommand.Forget) command).replyTo())
        .tell(reply);
  }

  /** Somebody who is here, and what they bring about. */
  final class Holder {
    private final TestProbe<NameReply> told = kit.createTestProbe(NameReply.class);
    private final User user;

    Holder(String name, String address) {
      user = TestUsers.named(name, address, told.ref());
      inTurn(() -> users.add(user));
    }

    boolean isRegistered() {
      return answer(user::isRegistered);
    }

    void takesTheName(String name) {
      inTurn(() -> users.rename(user, name, false));
    }

    void leaves() {
      inTurn(() -> users.remove(user.id()));
    }

    Holder wantsToRegister(String password) {
      inTurn(() -> registrations.register(user, new Secret(password)));
      return this;
    }

    Holder wantsToGiveUp(String name, boolean asOperator) {
      inTurn(() -> registrations.unregister(user, Optional.of(name), asOperator));
      return this;
    }

    /** Has registered its name, or another password for it, and been told so. */
    Holder registers(PasswordHash hash, NameReply.NameOutcome outcome) {
      wantsToRegister("x");
      hashed(hash);
      kept(new StoreReply.Done());
      told.expectMessage(new NameReply.RegistrationChanged(true));
      isTold(outcome);
      return this;
    }

    void isTold(NameReply reply) {
      told.expectMessage(reply);
    }
  }

  Holder holder(String name, String address) {
    return new Holder(name, address);
  }

  /** Somebody who has registered their name. */
  Holder registered(String name, String address) {
    return new Holder(name, address).registers(ONE, new NameReply.Registered(name));
  }
}
