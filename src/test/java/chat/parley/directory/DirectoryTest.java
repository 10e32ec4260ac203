package chat.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Origin;
import chat.parley.room.Batch;
import chat.parley.room.Member;
import chat.parley.room.Room;
import chat.parley.room.RoomSettings;
import com.typesafe.config.ConfigFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private static final RoomSettings SETTINGS = new RoomSettings(10, 1000, 0, 5, 100, 10_000);
  private static final Origin ORIGIN =
      new Origin("lines", new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final ActorRef<Directory.Command> directory =
      Directories.spawn(kit, name -> SETTINGS, 3, 2, Set.of("dice"));

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  /** Somebody's session. */
  private final class Visitor {
    final TestProbe<Batch> session = kit.createTestProbe(Batch.class);
    final TestProbe<Directory.Reply> told = kit.createTestProbe(Directory.Reply.class);

    Visitor claims(String name) {
      directory.tell(new Directory.Claim(session.ref(), name, ORIGIN, told.ref()));
      return this;
    }

    void isTold(Directory.Reply reply) {
      told.expectMessage(reply);
    }

    Directory.Admitted enters(String room) {
      directory.tell(new Directory.Enter(session.ref(), room));
      return told.expectMessageClass(Directory.Admitted.class);
    }

    void joins(Directory.Admitted admitted) {
      TestProbe<Room.Reply> replies = kit.createTestProbe(Room.Reply.class);
      Member member = new Member("x", session.ref(), session.ref(), false);
      admitted.room().tell(new Room.Join(member, replies.ref()));
      replies.expectMessage(new Room.Taken());
    }
  }

  private Visitor named(String name) {
    Visitor visitor = new Visitor().claims(name);
    visitor.isTold(new Directory.Claimed(name));
    return visitor;
  }

  @Test
  void refusesATakenNameWithoutRegardToCase() {
    named("Straße");
    Visitor other = new Visitor().claims("STRASSE");
    other.isTold(new Directory.NameTaken("STRASSE"));
    other.claims("Gasse").isTold(new Directory.Claimed("Gasse"));
  }

  @Test
  void givesNobodyTheNameOfAnExtension() {
    new Visitor().claims("Dice").isTold(new Directory.NameTaken("Dice"));
    Visitor alice = named("dicey");
    directory.tell(new Directory.Rename(alice.session.ref(), "dice"));
    alice.isTold(new Directory.NameTaken("dice"));
  }

  @Test
  void freesTheNameOfASessionThatStops() {
    Visitor alice = named("alice");
    alice.session.stop();
    TestProbe<Directory.Reply> told = kit.createTestProbe(Directory.Reply.class);
    told.awaitAssert(
        () -> {
          new Visitor().claims("alice").isTold(new Directory.Claimed("alice"));
          return null;
        });
  }

  @Test
  void freesTheOldNameOfWhoTakesAnother() {
    Visitor alice = named("alice");
    directory.tell(new Directory.Rename(alice.session.ref(), "alicia"));
    alice.isTold(new Directory.Claimed("alicia"));
    named("alice");
    directory.tell(new Directory.Rename(alice.session.ref(), "ALICE"));
    alice.isTold(new Directory.NameTaken("ALICE"));
    directory.tell(new Directory.Rename(alice.session.ref(), "Alicia"));
    alice.isTold(new Directory.Claimed("Alicia"));
  }

  @Test
  void givesGuestsNamesThatNobodyHas() {
    named("Guest1");
    Visitor guest = new Visitor();
    directory.tell(new Directory.ClaimGuestName(guest.session.ref(), ORIGIN, guest.told.ref()));
    guest.isTold(new Directory.Claimed("guest2"));
  }

  @Test
  void admitsToTheSameRoomWithoutRegardToCase() {
    Directory.Admitted first = named("alice").enters("Lobby");
    Directory.Admitted second = named("bob").enters("lobby");
    assertThat(second).isEqualTo(first).isEqualTo(new Directory.Admitted("Lobby", first.room()));
  }

  @Test
  void opensARoomAnewForWhoHasLostIt() {
    Visitor alice = named("alice");
    Visitor bob = named("bob");
    Directory.Admitted failed = alice.enters("lobby");
    assertThat(bob.enters("lobby")).isEqualTo(failed);
    Directory.Admitted anew = alice.enters("lobby");
    assertThat(anew.room()).isNotEqualTo(failed.room());
    assertThat(bob.enters("lobby")).isEqualTo(anew);
  }

  @Test
  void listsRoomsWithTheMostPeopleFirst() {
    Visitor alice = named("alice");
    alice.enters("cellar");
    named("bob").enters("lobby");
    named("carol").enters("lobby");
    directory.tell(new Directory.ListRooms(alice.session.ref()));
    alice.isTold(
        new Directory.Rooms(
            List.of(
                new Directory.RoomSummary("lobby", 2, false),
                new Directory.RoomSummary("cellar", 1, false))));
  }

  @Test
  void retiresARoomWhenTheLastPersonGoesElsewhere() {
    Visitor alice = named("alice");
    Directory.Admitted lobby = alice.enters("lobby");
    alice.joins(lobby);
    alice.enters("cellar");
    // The room waits for its last member, so that nothing it still hears is lost.
    TestProbe<Room.Reply> replies = kit.createTestProbe(Room.Reply.class);
    lobby.room().tell(new Room.AskPresent(replies.ref()));
    replies.expectMessage(new Room.Present(List.of("x"), List.of()));
    lobby.room().tell(new Room.Leave(alice.session.ref(), replies.ref()));
    replies.expectMessage(new Room.Taken());
    replies.expectTerminated(lobby.room());
    assertThat(named("bob").enters("lobby").room()).isNotEqualTo(lobby.room());
  }

  @Test
  void retiresARoomWhenTheLastPersonsSessionStops() {
    Visitor alice = named("alice");
    Directory.Admitted lobby = alice.enters("lobby");
    alice.joins(lobby);
    alice.session.stop();
    alice.told.expectTerminated(lobby.room());
  }

  @Test
  void passesAWhisperToOnePerson() {
    Visitor alice = named("alice");
    Visitor bob = named("bob");
    directory.tell(new Directory.Whisper(alice.session.ref(), "BOB", "psst"));
    bob.isTold(new Directory.Whispered("alice", "psst"));
    alice.isTold(new Directory.WhisperSent("bob", "psst"));
    directory.tell(new Directory.Whisper(alice.session.ref(), "eve", "psst"));
    alice.isTold(new Directory.NobodyCalled("eve"));
  }
}
