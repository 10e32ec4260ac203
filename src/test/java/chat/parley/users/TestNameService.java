package chat.parley.users;

import chat.parley.SetClock;
import chat.parley.access.PasswordHash;
import chat.parley.access.Passwords;
import chat.parley.access.Secret;
import chat.parley.moderation.Bans;
import chat.parley.moderation.ModerationCommand;
import chat.parley.rooms.RegistryCommand;
import chat.parley.store.Store;
import chat.parley.store.StoreCommand;
import chat.parley.store.TestStoreWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** A name service between people and whoever checks passwords, which answers when we say so. */
final class TestNameService {
  static final PasswordHash ONE = PasswordHash.of(new Secret("one"));
  static final PasswordHash TWO = PasswordHash.of(new Secret("two"));

  /** What may wait for people who are away. */
  static final MessageLimits MESSAGES = new MessageLimits(3, 4, 6, Duration.ofDays(90));

  final SetClock clock = new SetClock(Instant.parse("2026-11-26T12:00:00Z"));
  final Bans bans = new Bans();
  final TestProbe<Passwords.Command> passwords;
  final TestProbe<ModerationCommand> moderation;
  final TestProbe<RegistryCommand> rooms;
  final ActorRef<NameCommand> ref;
  private final ActorTestKit kit;

  TestNameService(ActorTestKit kit) {
    this(kit, kit.spawn(TestStoreWriter.of(Store.inMemory())));
  }

  /**
   * @param store keeps what is to outlive the service; nothing has yet
   */
  TestNameService(ActorTestKit kit, ActorRef<StoreCommand> store) {
    this.kit = kit;
    this.passwords = kit.createTestProbe(Passwords.Command.class);
    this.moderation = kit.createTestProbe(ModerationCommand.class);
    this.rooms = kit.createTestProbe(RegistryCommand.class);
    var dependencies =
        new NameDependencies(
            passwords.ref(),
            store,
            List.of(),
            List.of(),
            bans,
            moderation.ref(),
            rooms.ref(),
            count -> {});
    this.ref = kit.spawn(NameService.create(settings(Optional.empty()), dependencies, clock));
  }

  private static NameSettings settings(Optional<PasswordHash> serverPassword) {
    return new NameSettings(
        32,
        Set.of("dice"),
        List.of("admin"),
        serverPassword,
        true,
        true,
        3,
        1000,
        List.of(),
        MESSAGES);
  }

  void hasServerPassword(PasswordHash password) {
    TestProbe<NameCommand.Configured> configured =
        kit.createTestProbe(NameCommand.Configured.class);
    ref.tell(new NameCommand.Configure(settings(Optional.of(password)), configured.ref()));
    configured.receiveMessage();
  }

  /** Somebody who has no name yet. */
  NameClient client(String address) {
    return new NameClient(kit, ref, address);
  }

  /** Somebody who has that name. */
  NameClient named(String name, String address) {
    NameClient client = client(address);
    client.isNamed(client.claims(name), name, false);
    return client;
  }

  /** Somebody who has registered their name with that password. */
  NameClient registered(String name, String address, PasswordHash password) {
    NameClient client = named(name, address);
    client.registers();
    hashed(password);
    client.isTold(new NameReply.RegistrationChanged(true));
    client.isTold(new NameReply.Registered(name));
    return client;
  }

  /** Somebody who has a name as soon as whoever had it before has gone. */
  NameClient namedWhenFree(String name, String address) {
    NameClient client = client(address);
    NameReply reply = client.claims(name);
    while (reply.equals(new NameReply.NameTaken(name))) {
      reply = client.claims(name);
    }
    client.isNamed(reply, name, false);
    return client;
  }

  void hashed(PasswordHash hash) {
    passwords
        .expectMessageClass(Passwords.Hash.class)
        .replyTo()
        .tell(new Passwords.Hashed(Optional.of(hash)));
  }

  /** The password that is being checked. */
  Passwords.Check check() {
    return passwords.expectMessageClass(Passwords.Check.class);
  }

  void judges(Passwords.Verdict verdict) {
    check().replyTo().tell(verdict);
  }
}
