package chat.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.SetClock;
import chat.parley.access.Order;
import chat.parley.access.PasswordHash;
import chat.parley.access.Passwords;
import chat.parley.access.Secret;
import chat.parley.moderation.BannedAddresses;
import chat.parley.room.RoomSettings;
import chat.parley.store.Store;
import chat.parley.store.StoreWriter;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A directory between sessions and whoever checks passwords, which answers when we say so. */
class WhoMayWhatTest {
  private static final RoomSettings ROOM = new RoomSettings(10, 1000, 0, 5, 100, 10_000);
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());
  private static final PasswordHash ONE = PasswordHash.of(new Secret("one"));
  private static final PasswordHash TWO = PasswordHash.of(new Secret("two"));
  private static final Optional<Duration> EVER = Optional.empty();

  private final TestProbe<Passwords.Command> passwords =
      kit.createTestProbe(Passwords.Command.class);
  private final SetClock clock = new SetClock(TestUsers.NOON);
  private final ActorRef<Directory.Command> directory = directory();

  private ActorRef<Directory.Command> directory() {
    Store store = Store.inMemory();
    var foundation =
        new DirectoryDependencies(
            passwords.ref(),
            kit.spawn(StoreWriter.create(store)),
            store.load(),
            new BannedAddresses(),
            line -> {},
            () -> 0,
            kit.createTestProbe(Directory.ReloadSettings.class).ref());
    return kit.spawn(Directory.create(settings("lobby"), foundation, clock));
  }

  private static DirectorySettings settings(String startRoom) {
    return new DirectorySettings(
        name -> ROOM,
        startRoom,
        100,
        100,
        32,
        Set.of("dice"),
        List.of("admin"),
        Optional.empty(),
        Optional.of(ONE),
        true,
        true,
        3,
        1000,
        List.of());
  }

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private Visitor visitor(String address) {
    return new Visitor(kit, directory, address);
  }

  private String registers(Visitor visitor, PasswordHash hash) {
    visitor.gives(new Order.Register(new Secret("x")));
    hashed(hash);
    return visitor.words();
  }

  private Passwords.Check logsIn(Visitor visitor, String name) {
    directory.tell(
        new Directory.Login(
            visitor.session.ref(), name, new Secret("x"), visitor.origin, visitor.told.ref()));
    return passwords.expectMessageClass(Passwords.Check.class);
  }

  private void hashed(PasswordHash hash) {
    passwords
        .expectMessageClass(Passwords.Hash.class)
        .replyTo()
        .tell(new Passwords.Hashed(Optional.of(hash)));
  }

  private Visitor named(String name, String address) {
    Visitor visitor = visitor(address);
    assertThat(visitor.claims(name)).isEqualTo(new Directory.Claimed(name));
    return visitor;
  }

  private Visitor operator() {
    Visitor olga = named("olga", "10.0.0.1");
    olga.gives(new Order.BecomeOperator(new Secret("x")));
    passwords.expectMessageClass(Passwords.Check.class).replyTo().tell(Passwords.Verdict.RIGHT);
    assertThat(olga.words()).startsWith("you are an operator now");
    return olga;
  }

  /** Somebody who has a name as soon as whoever had it before has gone. */
  private Visitor namedWhenFree(String name, String address) {
    Visitor visitor = visitor(address);
    Directory.Reply reply = visitor.claims(name);
    while (!reply.equals(new Directory.Claimed(name))) {
      assertThat(reply).isEqualTo(new Directory.NameTaken(name));
      reply = visitor.claims(name);
    }
    return visitor;
  }

  private void awaitGone(String name, Visitor witness) {
    Directory.Reply reply;
    do {
      witness.whispers(name, "are you there?");
      reply = witness.told.receiveMessage();
    } while (!reply.equals(new Directory.NobodyCalled(name)));
  }

  @Test
  void tellsAGuestFromABannedAddressSoAndServesTheOthers() {
    operator().orders(new Order.Ban("10.0.0.9", EVER, ""));
    assertThat(visitor("10.0.0.9").claimsAGuestName())
        .isEqualTo(new Directory.Banned(Optional.empty(), ""));
    named("other", "10.0.0.2");
  }

  @Test
  void keepsANameFromOthersWhileItIsBeingRegistered() {
    Visitor first = named("alice", "10.0.0.1");
    first.gives(new Order.Register(new Secret("one")));
    Passwords.Hash slow = passwords.expectMessageClass(Passwords.Hash.class);
    first.quits();
    awaitGone("alice", named("witness", "10.0.0.7"));
    assertThat(visitor("10.0.0.2").claims("alice")).isEqualTo(new Directory.NameTaken("alice"));
    // Who has gone by then does not get it.
    slow.replyTo().tell(new Passwords.Hashed(Optional.of(ONE)));
    Visitor victim = namedWhenFree("alice", "10.0.0.2");
    assertThat(registers(victim, TWO)).startsWith("alice is registered");
    assertThat(logsIn(visitor("10.0.0.3"), "alice").against()).isEqualTo(TWO);
  }

  @Test
  void judgesALoginAnewWhenTheNameIsFree() {
    Visitor olga = operator();
    Visitor holder = named("alice", "10.0.0.2");
    registers(holder, ONE);
    Visitor owner = visitor("10.0.0.9");
    logsIn(owner, "alice").replyTo().tell(Passwords.Verdict.RIGHT);
    holder.isTold(new Directory.SessionReplaced());
    olga.orders(new Order.Ban("10.0.0.9", EVER, "no"));
    holder.quits();
    owner.isTold(new Directory.Banned(Optional.empty(), "no"));
  }

  @Test
  void givesNobodyANameThatHasJustBeenGivenUp() {
    Visitor olga = operator();
    Visitor holder = named("alice", "10.0.0.2");
    registers(holder, ONE);
    Visitor owner = visitor("10.0.0.9");
    logsIn(owner, "alice").replyTo().tell(Passwords.Verdict.RIGHT);
    holder.isTold(new Directory.SessionReplaced());
    assertThat(olga.orders(new Order.Unregister(Optional.of("alice"))))
        .isEqualTo("alice is not registered any more");
    holder.quits();
    owner.isTold(new Directory.WrongPassword());
  }

  @Test
  void givesARegisteredNameAsItWasRegistered() {
    Visitor alice = named("alice", "10.0.0.2");
    registers(alice, ONE);
    alice.quits();
    Visitor odd = visitor("10.0.0.3");
    logsIn(odd, "ⓐⓛⓘⓒⓔ").replyTo().tell(Passwords.Verdict.RIGHT);
    odd.isTold(new Directory.Claimed("alice"));
  }

  @Test
  void boundsHowManyNamesAreRegisteredFromAnAddressADay() {
    Visitor squatter = named("s0", "10.0.0.2");
    for (int i = 1; i <= 3; i++) {
      assertThat(registers(squatter, ONE)).contains("is registered");
      squatter.renames("s" + i);
    }
    assertThat(squatter.orders(new Order.Register(new Secret("x"))))
        .isEqualTo("too many names have been registered; try again tomorrow");
    clock.passes(Duration.ofHours(25));
    assertThat(registers(squatter, ONE)).contains("is registered");
  }

  @Test
  void answersOnceWhoRulesARoomWithoutBeingInOne() {
    Visitor bob = named("bob", "10.0.0.2");
    bob.gives(new Order.Lock());
    bob.isTold(new Directory.InWords(List.of("you are in no room")));
    bob.gives(new Order.Ignore(Optional.empty()));
    bob.isTold(new Directory.InWords(List.of("you hear everybody")));
  }

  @Test
  void keepsTheAddressOfABanThatIsGivenAgain() {
    Visitor olga = operator();
    Visitor mallory = named("mallory", "10.0.0.9");
    olga.orders(new Order.Ban("mallory", EVER, "spam"));
    mallory.quits();
    assertThat(olga.orders(new Order.Ban("mallory", Optional.of(Duration.ofHours(1)), "spam")))
        .startsWith("mallory and 10.0.0.9/32 are banned until ");
    assertThat(visitor("10.0.0.9").claims("mallory2")).isInstanceOf(Directory.Banned.class);
  }

  @Test
  void speaksOfIpv6AddressesInTheirShortForm() {
    Visitor olga = named("olga", "2001:db8:0:0:1:0:0:1");
    olga.gives(new Order.BecomeOperator(new Secret("x")));
    passwords.expectMessageClass(Passwords.Check.class).replyTo().tell(Passwords.Verdict.RIGHT);
    olga.words();
    named("bob", "2001:db8:5:0:0:0:0:9");
    assertThat(olga.orders(new Order.Ban("2001:DB8::/64", EVER, "")))
        .isEqualTo("that would ban yourself: you are olga from lines [2001:db8::1:0:0:1]:1");
    assertThat(olga.orders(new Order.Ban("bob", EVER, "")))
        .startsWith("bob and 2001:db8:5::/64 are banned");
    assertThat(olga.orders(new Order.Ban("2001:0db8:0009::/48", EVER, "")))
        .startsWith("2001:db8:9::/48 is banned");
    assertThat(olga.orders(new Order.ListBans())).contains("bob and 2001:db8:5::/64 are banned");
    for (String like : List.of("2001:db8:5::", "2001:0db8:5:0:0:0:0:9")) {
      assertThat(olga.orders(new Order.ListSessions(like)))
          .startsWith("bob from lines [2001:db8:5::9]:1 since ");
    }
    assertThat(olga.orders(new Order.Unban("2001:DB8:9:0::/48")))
        .isEqualTo("2001:db8:9::/48 is not banned any more");
  }

  @Test
  void mutesForAsLongAsTheLongestMuteSays() {
    Visitor olga = operator();
    Visitor bob = named("bob", "10.0.0.9");
    Visitor rob = named("rob", "10.0.0.9");
    olga.orders(new Order.Mute("bob", EVER));
    bob.isTold(new Directory.Muted(Instant.MAX));
    rob.isTold(new Directory.Muted(Instant.MAX));
    olga.orders(new Order.Mute("rob", Optional.of(Duration.ofSeconds(60))));
    olga.orders(new Order.Unmute("rob"));
    bob.told.expectNoMessage(Duration.ZERO);
    olga.orders(new Order.Unmute("bob"));
    bob.isTold(new Directory.Unmuted());
  }

  @Test
  void keepsWhoIsCalledOtherwiseMutedWhenTheMuteIsGivenAgain() {
    Visitor olga = operator();
    Visitor bob = named("bob", "10.0.0.9");
    olga.orders(new Order.Mute("bob", EVER));
    bob.isTold(new Directory.Muted(Instant.MAX));
    bob.renames("rob");
    olga.orders(new Order.Unmute("10.0.0.9"));
    olga.orders(new Order.Mute("bob", Optional.of(Duration.ofHours(1))));
    bob.isTold(new Directory.Muted(clock.instant().plus(Duration.ofHours(1))));
  }

  @Test
  void looksForAnotherMuteWhenOneIsOver() {
    Visitor olga = operator();
    Visitor bob = named("bob", "10.0.0.9");
    olga.orders(new Order.Mute("bob", Optional.of(Duration.ofSeconds(1))));
    bob.told.expectMessageClass(Directory.Muted.class);
    olga.orders(new Order.Mute("rob", EVER));
    clock.passes(Duration.ofSeconds(5));
    assertThat(bob.renames("rob")).isEqualTo(new Directory.Claimed("rob"));
    bob.isTold(new Directory.Muted(Instant.MAX));
  }

  @Test
  void mutesNoOperatorForWhereTheyComeFrom() {
    Visitor olga = operator();
    named("bob", "10.0.0.1");
    olga.orders(new Order.Mute("bob", EVER));
    assertThat(olga.renames("olga2")).isEqualTo(new Directory.Claimed("olga2"));
    olga.told.expectNoMessage(Duration.ZERO);
  }

  @Test
  void keepsWhoIsSentOutOutOfALockedRoom() {
    Visitor alice = named("alice", "10.0.0.1");
    Visitor bob = named("bob", "10.0.0.2");
    alice.enters("den");
    alice.orders(new Order.Lock());
    alice.orders(new Order.Invite("bob"));
    bob.isTold(new Directory.Invited("alice", "den"));
    assertThat(bob.enters("den")).isInstanceOf(Directory.Admitted.class);
    alice.orders(new Order.Kick("bob", ""));
    bob.told.expectMessageClass(Directory.RemovedFromRoom.class);
    assertThat(bob.enters("lobby")).isInstanceOf(Directory.Admitted.class);
    assertThat(bob.enters("den")).isEqualTo(new Directory.RoomLocked("den"));
  }

  @Test
  void opensTheRoomsOfANameThatIsGivenUp() {
    Visitor alice = named("alice", "10.0.0.1");
    registers(alice, ONE);
    alice.enters("den");
    alice.orders(new Order.Lock());
    named("bob", "10.0.0.2").enters("lobby");
    alice.orders(new Order.Unregister(Optional.empty()));
    alice.quits();
    Visitor next = namedWhenFree("alice", "10.0.0.4");
    registers(next, TWO);
    assertThat(next.enters("den")).isInstanceOf(Directory.Admitted.class);
    assertThat(next.orders(new Order.Lock())).startsWith("den is locked");
  }

  @Test
  void letsEverybodyIntoTheRoomWhereTheyStartFromNowOn() {
    Visitor alice = named("alice", "10.0.0.1");
    alice.enters("den");
    alice.orders(new Order.Lock());
    TestProbe<Directory.Configured> configured = kit.createTestProbe(Directory.Configured.class);
    directory.tell(new Directory.Configure(settings("den"), configured.ref()));
    configured.receiveMessage();
    assertThat(named("carol", "10.0.0.3").enters("den")).isInstanceOf(Directory.Admitted.class);
    assertThat(alice.orders(new Order.Lock())).startsWith("den is not yours");
  }

  @Test
  void doesNotTakeAnInnocentForSomebodyIgnoredWhoHadThatName() {
    Visitor alice = named("alice", "10.0.0.1");
    Visitor troll = named("troll", "10.0.0.2");
    alice.orders(new Order.Ignore(Optional.of("troll")));
    troll.renames("bob");
    troll.renames("t1");
    Visitor bob = named("bob", "10.0.0.3");
    bob.whispers("alice", "hi");
    bob.isTold(new Directory.WhisperSent("alice", "hi"));
    assertThat(whisperHeardBy(alice)).isEqualTo(new Directory.Whispered("bob", "hi"));
    for (int i = 0; i < 120; i++) {
      troll.renames("t" + i);
    }
    assertThat(alice.orders(new Order.Ignore(Optional.empty()))).isEqualTo("you do not hear t119");
  }

  private static Directory.Reply whisperHeardBy(Visitor visitor) {
    Directory.Reply reply = visitor.told.receiveMessage();
    while (!(reply instanceof Directory.Whispered)) {
      reply = visitor.told.receiveMessage();
    }
    return reply;
  }
}
