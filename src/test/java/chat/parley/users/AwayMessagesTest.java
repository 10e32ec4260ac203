package chat.parley.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.parley.access.Passwords;
import chat.parley.moderation.TestBans;
import chat.parley.patience.Wait;
import chat.parley.store.StoreCommand;
import chat.parley.store.StoreReply;
import chat.parley.store.StoredRecord;
import chat.parley.store.WaitingMessage;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is said to the owners of registered names who are away. */
class AwayMessagesTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());
  private static final NameReply WILL_GET = new NameReply.WillGet("alice");

  private final Map<StoredRecord.Id, StoredRecord> kept = new ConcurrentHashMap<>();
  private volatile boolean diskFails;
  private final TestNameService service =
      new TestNameService(kit, kit.spawn(Behaviors.setup(context -> disk())));

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private Behavior<StoreCommand> disk() {
    return Behaviors.receive(StoreCommand.class)
        .onMessage(
            StoreCommand.Keep.class,
            keep -> {
              keeps(keep.item(), keep.replyTo());
              return Behaviors.same();
            })
        .onMessage(
            StoreCommand.Forget.class,
            forget -> {
              kept.remove(forget.id());
              forget.replyTo().tell(new StoreReply.Done());
              return Behaviors.same();
            })
        .build();
  }

  private void keeps(StoredRecord item, ActorRef<StoreReply.ToKeep> replyTo) {
    if (diskFails) {
      replyTo.tell(new StoreReply.NotKept("no space left"));
    } else {
      kept.put(item.id(), item);
      replyTo.tell(new StoreReply.Done());
    }
  }

  private List<WaitingMessage> onDisk() {
    return kept.values().stream()
        .filter(WaitingMessage.class::isInstance)
        .map(WaitingMessage.class::cast)
        .toList();
  }

  private void nothingIsOnDisk() {
    Wait.until("no message is on the disk", () -> onDisk().isEmpty());
  }

  private NameClient bob() {
    return service.named("bob", "10.0.0.2");
  }

  /** Nobody is called so any more. */
  private static void awaitGone(String name, NameClient witness) {
    NameReply reply;
    do {
      reply = witness.finds(name);
    } while (!reply.equals(new NameReply.NobodyCalled(name)));
  }

  /** Somebody has registered this name, and has gone. */
  private void isRegisteredAndAway(String name) {
    service.registered(name, "10.9.9.9", TestNameService.ONE).quits();
    awaitGone(name, service.named("witness" + name, "10.9.9.8"));
  }

  private NameClient comesBack(String name) {
    NameClient owner = service.client("10.0.0.7");
    owner.logsIn(name);
    service.judges(Passwords.Verdict.RIGHT);
    NameReply reply = owner.told.receiveMessage();
    while (reply instanceof NameReply.Ignoring) {
      reply = owner.told.receiveMessage();
    }
    owner.isNamed(reply, name, true);
    owner.collects();
    return owner;
  }

  private void isTold(NameClient owner, String from, String text) {
    owner.isTold(new NameReply.WhisperedBefore(from, service.clock.instant(), text));
  }

  /** What it was told is all there is. */
  private static void isToldNothingElse(NameClient owner) {
    assertThat(owner.finds("nobody")).isEqualTo(new NameReply.NobodyCalled("nobody"));
  }

  @Test
  void waitOnTheDiskUntilTheOwnerComesAndAreHandedOverOnce() {
    isRegisteredAndAway("alice");
    NameClient bob = bob();
    assertThat(bob.leaves("one", "ALICE")).isEqualTo(WILL_GET);
    assertThat(bob.leaves("two", "alice")).isEqualTo(WILL_GET);
    assertThat(onDisk())
        .extracting(WaitingMessage::toKey, WaitingMessage::from, WaitingMessage::text)
        .containsExactlyInAnyOrder(tuple("alice", "bob", "one"), tuple("alice", "bob", "two"));
    NameClient alice = comesBack("alice");
    isTold(alice, "bob", "one");
    isTold(alice, "bob", "two");
    nothingIsOnDisk();
    alice.collects();
    isToldNothingElse(alice);
    bob.whispers("alice", "three");
    bob.isTold(new NameReply.WhisperSent("alice", "three"));
    alice.isTold(new NameReply.Whispered("bob", "three"));
  }

  @Test
  void waitAlsoWhileTheOwnerIsHereUnderAnotherName() {
    NameClient alice = service.registered("alice", "10.0.0.7", TestNameService.ONE);
    alice.hasRenamed("carol");
    NameClient bob = bob();
    assertThat(bob.leaves("hello", "alice")).isEqualTo(WILL_GET);
    alice.collects();
    isToldNothingElse(alice);
    alice.logsIn("alice");
    service.judges(Passwords.Verdict.RIGHT);
    alice.isNamed(alice.told.receiveMessage(), "alice", true);
    alice.collects();
    isTold(alice, "bob", "hello");
  }

  @Test
  void goToNobodyWhereTheNameIsNotRegistered() {
    assertThat(bob().leaves("hello", "Nobody")).isEqualTo(new NameReply.NobodyCalled("Nobody"));
  }

  @Test
  void areLimitedForASenderWhoGoesByTheAddressWithoutARegisteredName() {
    isRegisteredAndAway("alice");
    isRegisteredAndAway("other");
    NameClient bob = bob();
    bob.leaves("1", "alice");
    bob.leaves("2", "alice");
    bob.hasRenamed("rob");
    assertThat(bob.leaves("3", "alice")).isEqualTo(WILL_GET);
    assertThat(bob.leaves("4", "other")).isEqualTo(new NameReply.TooManyFromYou("other", 3));
    assertThat(service.named("carol", "10.0.0.3").leaves("5", "other"))
        .isEqualTo(new NameReply.WillGet("other"));
    comesBack("alice");
    assertThat(bob.leaves("6", "other")).isEqualTo(new NameReply.WillGet("other"));
  }

  @Test
  void areLimitedForAReceiverAndInAll() {
    isRegisteredAndAway("alice");
    isRegisteredAndAway("other");
    NameClient bob = bob();
    NameClient carol = service.named("carol", "10.0.0.3");
    for (String text : List.of("1", "2", "3")) {
      assertThat(bob.leaves(text, "alice")).isEqualTo(WILL_GET);
    }
    assertThat(carol.leaves("4", "alice")).isEqualTo(WILL_GET);
    assertThat(carol.leaves("5", "alice")).isEqualTo(new NameReply.TooManyFor("alice", 4));
    carol.leaves("5", "other");
    carol.leaves("6", "other");
    NameClient dave = service.named("dave", "10.0.0.4");
    assertThat(dave.leaves("7", "other")).isEqualTo(new NameReply.TooManyInAll("other"));
  }

  @Test
  void areNotHandedOverFromWhomTheOwnerDoesNotHearAndNobodyLearnsThat() {
    NameClient alice = service.registered("alice", "10.0.0.7", TestNameService.ONE);
    NameClient troll = service.named("troll", "10.0.0.5");
    alice.tells(new NameCommand.Ignore(alice.id(), Optional.of("troll")));
    alice.isToldBeyondIgnoring(new NameReply.NowIgnored("troll"));
    alice.quits();
    awaitGone("alice", troll);
    troll.hasRenamed("lamb");
    for (String text : List.of("1", "2", "3")) {
      assertThat(troll.leaves(text, "alice")).isEqualTo(WILL_GET);
    }
    assertThat(troll.leaves("4", "alice")).isEqualTo(new NameReply.TooManyFromYou("alice", 3));
    assertThat(bob().leaves("hello", "alice")).isEqualTo(WILL_GET);
    NameClient again = comesBack("alice");
    isTold(again, "bob", "hello");
    nothingIsOnDisk();
    troll.whispers("alice", "5");
    troll.isTold(new NameReply.WhisperSent("alice", "5"));
    isToldNothingElse(again);
  }

  @Test
  void areForgottenWithTheRegistration() {
    isRegisteredAndAway("alice");
    NameClient bob = bob();
    bob.leaves("hello", "alice");
    assertThat(bob.gives(new NameCommand.Unregister(bob.id(), Optional.of("alice"), true)))
        .isEqualTo(new NameReply.Unregistered("alice"));
    nothingIsOnDisk();
    NameClient next = service.registered("alice", "10.0.0.6", TestNameService.TWO);
    next.collects();
    isToldNothingElse(next);
  }

  @Test
  void stayWhereTheyAreWhileTheirSenderIsBanned() {
    isRegisteredAndAway("alice");
    bob().leaves("hello", "alice");
    Instant said = service.clock.instant();
    TestBans.banName(service.bans, "bob", said.plusSeconds(60));
    NameClient alice = comesBack("alice");
    isToldNothingElse(alice);
    service.clock.passes(Duration.ofSeconds(60));
    alice.collects();
    alice.isTold(new NameReply.WhisperedBefore("bob", said, "hello"));
  }

  @Test
  void areForgottenWhenTheOwnerDoesNotCome() {
    isRegisteredAndAway("alice");
    bob().leaves("hello", "alice");
    service.clock.passes(TestNameService.MESSAGES.within().plusSeconds(1));
    NameClient alice = comesBack("alice");
    isToldNothingElse(alice);
    nothingIsOnDisk();
  }

  @Test
  void areNotPromisedWhereTheyCannotBeKept() {
    isRegisteredAndAway("alice");
    NameClient bob = bob();
    diskFails = true;
    for (int i = 0; i <= TestNameService.MESSAGES.perSender(); i++) {
      assertThat(bob.leaves("lost", "alice")).isEqualTo(new NameReply.CannotWait("alice"));
    }
    isToldNothingElse(comesBack("alice"));
  }
}
