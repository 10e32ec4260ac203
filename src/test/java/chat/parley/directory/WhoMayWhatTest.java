package chat.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.BannedAddresses;
import chat.parley.access.Keeper;
import chat.parley.access.Order;
import chat.parley.access.Origin;
import chat.parley.access.PasswordHash;
import chat.parley.access.Passwords;
import chat.parley.access.Secret;
import chat.parley.access.Store;
import chat.parley.room.RoomSettings;
import com.typesafe.config.ConfigFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
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
  private final SetClock clock = new SetClock();
  private final ActorRef<Directory.Command> directory = directory();

  private ActorRef<Directory.Command> directory() {
    Store store = Store.inMemory();
    var foundation =
        new Foundation(
            passwords.ref(),
            kit.spawn(Keeper.create(store)),
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

  /** Somebody's session. */
  private final class Visitor {
    private final ActorRef<Object> session = kit.spawn(Behaviors.ignore());
    private final TestProbe<Directory.Reply> told = kit.createTestProbe(Directory.Reply.class);
    private final Origin origin;

    Visitor(String address) throws UnknownHostException {
      origin = new Origin("lines", new InetSocketAddress(InetAddress.getByName(address), 1));
    }

    Directory.Reply claims(String name) {
      directory.tell(new Directory.Claim(session, name, origin, told.ref()));
      return told.receiveMessage();
    }

    Directory.Reply renames(String name) {
      directory.tell(new Directory.Rename(session, name));
      return told.receiveMessage();
    }

    Directory.Reply enters(String room) {
      directory.tell(new Directory.Enter(session, room));
      return told.receiveMessage();
    }

    void gives(Order order) {
      directory.tell(new Directory.Give(session, order));
    }

    /** What comes of an order, whatever is told before. */
    String orders(Order order) {
      gives(order);
      return words();
    }

    String words() {
      Directory.Reply reply = told.receiveMessage();
      while (!(reply instanceof Directory.InWords)) {
        reply = told.receiveMessage();
      }
      return String.join("\n", ((Directory.InWords) reply).lines());
    }

    String registers(PasswordHash hash) {
      gives(new Order.Register(new Secret("x")));
      hashed(hash);
      return words();
    }

    Passwords.Check logsIn(String name) {
      directory.tell(new Directory.Login(session, name, new Secret("x"), origin, told.ref()));
      return passwords.expectMessageClass(Passwords.Check.class);
    }

    void quits() {
      kit.stop(session);
    }
  }

  private void hashed(PasswordHash hash) {
    passwords
        .expectMessageClass(Passwords.Hash.class)
        .replyTo()
        .tell(new Passwords.Hashed(Optional.of(hash)));
  }

  private Visitor named(String name, String address) throws UnknownHostException {
    Visitor visitor = new Visitor(address);
    assertThat(visitor.claims(name)).isEqualTo(new Directory.Claimed(name));
    return visitor;
  }

  private Visitor operator() throws UnknownHostException {
    Visitor olga = named("olga", "10.0.0.1");
    olga.gives(new Order.BecomeOperator(new Secret("x")));
    passwords.expectMessageClass(Passwords.Check.class).replyTo().tell(Passwords.Verdict.RIGHT);
    assertThat(olga.words()).startsWith("you are an operator now");
    return olga;
  }

  /** Somebody who has a name as soon as whoever had it before has gone. */
  private Visitor namedWhenFree(String name, String address) throws UnknownHostException {
    Visitor visitor = new Visitor(address);
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
      directory.tell(new Directory.Whisper(witness.session, name, "are you there?"));
      reply = witness.told.receiveMessage();
    } while (!reply.equals(new Directory.NobodyCalled(name)));
  }

  @Test
  void tellsAGuestFromABannedAddressSoAndServesTheOthers() throws UnknownHostException {
    operator().orders(new Order.Ban("10.0.0.9", EVER, ""));
    Visitor guest = new Visitor("10.0.0.9");
    directory.tell(new Directory.ClaimGuestName(guest.session, guest.origin, guest.told.ref()));
    guest.told.expectMessage(new Directory.Banned(Optional.empty(), ""));
    named("other", "10.0.0.2");
  }

  @Test
  void keepsANameFromOthersWhileItIsBeingRegistered() throws UnknownHostException {
    Visitor first = named("alice", "10.0.0.1");
    first.gives(new Order.Register(new Secret("one")));
    Passwords.Hash slow = passwords.expectMessageClass(Passwords.Hash.class);
    first.quits();
    awaitGone("alice", named("witness", "10.0.0.7"));
    assertThat(new Visitor("10.0.0.2").claims("alice")).isEqualTo(new Directory.NameTaken("alice"));
    // Who has gone by then does not get it.
    slow.replyTo().tell(new Passwords.Hashed(Optional.of(ONE)));
    Visitor victim = namedWhenFree("alice", "10.0.0.2");
    assertThat(victim.registers(TWO)).startsWith("alice is registered");
    assertThat(new Visitor("10.0.0.3").logsIn("alice").against()).isEqualTo(TWO);
  }

  @Test
  void judgesALoginAnewWhenTheNameIsFree() throws UnknownHostException {
    Visitor olga = operator();
    Visitor holder = named("alice", "10.0.0.2");
    holder.registers(ONE);
    Visitor owner = new Visitor("10.0.0.9");
    owner.logsIn("alice").replyTo().tell(Passwords.Verdict.RIGHT);
    holder.told.expectMessage(new Directory.Displaced());
    olga.orders(new Order.Ban("10.0.0.9", EVER, "no"));
    holder.quits();
    owner.told.expectMessage(new Directory.Banned(Optional.empty(), "no"));
  }

  @Test
  void givesNobodyANameThatHasJustBeenGivenUp() throws UnknownHostException {
    Visitor olga = operator();
    Visitor holder = named("alice", "10.0.0.2");
    holder.registers(ONE);
    Visitor owner = new Visitor("10.0.0.9");
    owner.logsIn("alice").replyTo().tell(Passwords.Verdict.RIGHT);
    holder.told.expectMessage(new Directory.Displaced());
    assertThat(olga.orders(new Order.Unregister(Optional.of("alice"))))
        .isEqualTo("alice is not registered any more");
    holder.quits();
    owner.told.expectMessage(new Directory.WrongPassword());
  }

  @Test
  void givesARegisteredNameAsItWasRegistered() throws UnknownHostException {
    Visitor alice = named("alice", "10.0.0.2");
    alice.registers(ONE);
    alice.quits();
    Visitor odd = new Visitor("10.0.0.3");
    odd.logsIn("ⓐⓛⓘⓒⓔ").replyTo().tell(Passwords.Verdict.RIGHT);
    odd.told.expectMessage(new Directory.Claimed("alice"));
  }

  @Test
  void boundsHowManyNamesAreRegisteredFromAnAddressADay() throws UnknownHostException {
    Visitor squatter = named("s0", "10.0.0.2");
    for (int i = 1; i <= 3; i++) {
      assertThat(squatter.registers(ONE)).contains("is registered");
      squatter.renames("s" + i);
    }
    assertThat(squatter.orders(new Order.Register(new Secret("x"))))
        .isEqualTo("too many names have been registered; try again tomorrow");
    clock.passes(Duration.ofHours(25));
    assertThat(squatter.registers(ONE)).contains("is registered");
  }

  @Test
  void answersOnceWhoRulesARoomWithoutBeingInOne() throws UnknownHostException {
    Visitor bob = named("bob", "10.0.0.2");
    bob.gives(new Order.Lock());
    bob.told.expectMessage(new Directory.InWords(List.of("you are in no room")));
    bob.gives(new Order.Ignore(Optional.empty()));
    bob.told.expectMessage(new Directory.InWords(List.of("you hear everybody")));
  }

  @Test
  void keepsTheAddressOfABanThatIsGivenAgain() throws UnknownHostException {
    Visitor olga = operator();
    Visitor mallory = named("mallory", "10.0.0.9");
    olga.orders(new Order.Ban("mallory", EVER, "spam"));
    mallory.quits();
    assertThat(olga.orders(new Order.Ban("mallory", Optional.of(Duration.ofHours(1)), "spam")))
        .startsWith("mallory and 10.0.0.9/32 are banned until ");
    assertThat(new Visitor("10.0.0.9").claims("mallory2")).isInstanceOf(Directory.Banned.class);
  }

  @Test
  void speaksOfIpv6AddressesInTheirShortForm() throws UnknownHostException {
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
  void mutesForAsLongAsTheLongestMuteSays() throws UnknownHostException {
    Visitor olga = operator();
    Visitor bob = named("bob", "10.0.0.9");
    Visitor rob = named("rob", "10.0.0.9");
    olga.orders(new Order.Mute("bob", EVER));
    bob.told.expectMessage(new Directory.Muted(Instant.MAX));
    rob.told.expectMessage(new Directory.Muted(Instant.MAX));
    olga.orders(new Order.Mute("rob", Optional.of(Duration.ofSeconds(60))));
    olga.orders(new Order.Unmute("rob"));
    bob.told.expectNoMessage(Duration.ZERO);
    olga.orders(new Order.Unmute("bob"));
    bob.told.expectMessage(new Directory.MaySpeak());
  }

  @Test
  void keepsWhoIsCalledOtherwiseMutedWhenTheMuteIsGivenAgain() throws UnknownHostException {
    Visitor olga = operator();
    Visitor bob = named("bob", "10.0.0.9");
    olga.orders(new Order.Mute("bob", EVER));
    bob.told.expectMessage(new Directory.Muted(Instant.MAX));
    bob.renames("rob");
    olga.orders(new Order.Unmute("10.0.0.9"));
    olga.orders(new Order.Mute("bob", Optional.of(Duration.ofHours(1))));
    bob.told.expectMessage(new Directory.Muted(clock.instant().plus(Duration.ofHours(1))));
  }

  @Test
  void looksForAnotherMuteWhenOneIsOver() throws UnknownHostException {
    Visitor olga = operator();
    Visitor bob = named("bob", "10.0.0.9");
    olga.orders(new Order.Mute("bob", Optional.of(Duration.ofSeconds(1))));
    bob.told.expectMessageClass(Directory.Muted.class);
    olga.orders(new Order.Mute("rob", EVER));
    clock.passes(Duration.ofSeconds(5));
    assertThat(bob.renames("rob")).isEqualTo(new Directory.Claimed("rob"));
    bob.told.expectMessage(new Directory.Muted(Instant.MAX));
  }

  @Test
  void mutesNoOperatorForWhereTheyComeFrom() throws UnknownHostException {
    Visitor olga = operator();
    named("bob", "10.0.0.1");
    olga.orders(new Order.Mute("bob", EVER));
    assertThat(olga.renames("olga2")).isEqualTo(new Directory.Claimed("olga2"));
    olga.told.expectNoMessage(Duration.ZERO);
  }

  @Test
  void keepsWhoIsSentOutOutOfALockedRoom() throws UnknownHostException {
    Visitor alice = named("alice", "10.0.0.1");
    Visitor bob = named("bob", "10.0.0.2");
    alice.enters("den");
    alice.orders(new Order.Lock());
    alice.orders(new Order.Invite("bob"));
    bob.told.expectMessage(new Directory.Invited("alice", "den"));
    assertThat(bob.enters("den")).isInstanceOf(Directory.Admitted.class);
    alice.orders(new Order.Kick("bob", ""));
    bob.told.expectMessageClass(Directory.SentOut.class);
    assertThat(bob.enters("lobby")).isInstanceOf(Directory.Admitted.class);
    assertThat(bob.enters("den")).isEqualTo(new Directory.RoomLocked("den"));
  }

  @Test
  void opensTheRoomsOfANameThatIsGivenUp() throws UnknownHostException {
    Visitor alice = named("alice", "10.0.0.1");
    alice.registers(ONE);
    alice.enters("den");
    alice.orders(new Order.Lock());
    named("bob", "10.0.0.2").enters("lobby");
    alice.orders(new Order.Unregister(Optional.empty()));
    alice.quits();
    Visitor next = namedWhenFree("alice", "10.0.0.4");
    next.registers(TWO);
    assertThat(next.enters("den")).isInstanceOf(Directory.Admitted.class);
    assertThat(next.orders(new Order.Lock())).startsWith("den is locked");
  }

  @Test
  void letsEverybodyIntoTheRoomWhereTheyStartFromNowOn() throws UnknownHostException {
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
  void doesNotTakeAnInnocentForSomebodyIgnoredWhoHadThatName() throws UnknownHostException {
    Visitor alice = named("alice", "10.0.0.1");
    Visitor troll = named("troll", "10.0.0.2");
    alice.orders(new Order.Ignore(Optional.of("troll")));
    troll.renames("bob");
    troll.renames("t1");
    Visitor bob = named("bob", "10.0.0.3");
    directory.tell(new Directory.Whisper(bob.session, "alice", "hi"));
    bob.told.expectMessage(new Directory.WhisperSent("alice", "hi"));
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
