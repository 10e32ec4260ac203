package chat.parley.moderation;

import chat.parley.SetClock;
import chat.parley.access.AddressRange;
import chat.parley.access.PasswordHash;
import chat.parley.access.Passwords;
import chat.parley.access.Secret;
import chat.parley.store.Sanction;
import chat.parley.store.Store;
import chat.parley.store.StoreCommand;
import chat.parley.store.TestStoreWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** Moderation between people and whoever checks passwords, which answers when we say so. */
final class TestModeration {
  static final PasswordHash PASSWORD = PasswordHash.of(new Secret("crowbar"));
  static final Optional<Duration> EVER = Optional.empty();

  final SetClock clock = new SetClock(TestVisitors.NOON);
  final Bans bans = new Bans();
  final List<String> audited = new CopyOnWriteArrayList<>();
  final TestProbe<Passwords.Command> passwords;
  final TestProbe<ReloadRequest> reloader;
  private final ActorTestKit kit;
  private final ActorRef<ModerationCommand> ref;

  /** With a store that never fails. */
  TestModeration(ActorTestKit kit) {
    this(kit, kit.spawn(TestStoreWriter.of(Store.inMemory())), List.of());
  }

  TestModeration(ActorTestKit kit, ActorRef<StoreCommand> store, List<Sanction> sanctions) {
    this.kit = kit;
    this.passwords = kit.createTestProbe(Passwords.Command.class);
    this.reloader = kit.createTestProbe(ReloadRequest.class);
    var dependencies =
        new ModerationDependencies(
            passwords.ref(),
            store,
            sanctions,
            bans,
            audited::add,
            new ServerCounts(() -> 7, () -> 5, () -> 3),
            reloader.ref());
    this.ref =
        kit.spawn(Moderation.create(settings(Optional.of(PASSWORD), true), dependencies, clock));
  }

  private static ModerationSettings settings(Optional<PasswordHash> password, boolean keeps) {
    return new ModerationSettings(
        password, 32, keeps, AddressRange.parse("10.9.0.0/16").stream().toList());
  }

  /** Goes by other settings from now on. */
  void configure(Optional<PasswordHash> operatorPassword, boolean keeps) {
    TestProbe<ModerationCommand.Configured> configured =
        kit.createTestProbe(ModerationCommand.Configured.class);
    ref.tell(new ModerationCommand.Configure(settings(operatorPassword, keeps), configured.ref()));
    configured.receiveMessage();
  }

  /** Somebody of that name who may be here and speak. */
  ModerationClient enters(String name, String address) {
    ModerationClient client = client(address);
    client.enters(name);
    client.isTold(new ModerationReply.Standing(Optional.empty()));
    return client;
  }

  /** Somebody who has not entered yet. */
  ModerationClient client(String address) {
    return new ModerationClient(kit, ref, address);
  }

  /** Somebody called olga who is an operator. */
  ModerationClient operator(String address) {
    ModerationClient olga = enters("olga", address);
    olga.wantsToBeOperator();
    judges(Passwords.Verdict.RIGHT);
    olga.isTold(new ModerationReply.OperatorNow());
    return olga;
  }

  void judges(Passwords.Verdict verdict) {
    passwords.expectMessageClass(Passwords.Check.class).replyTo().tell(verdict);
  }
}
