package chat.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.room.Room;
import chat.parley.room.RoomSettings;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private static final RoomSettings SETTINGS = new RoomSettings(10, 1000, 0, 5, 100, 10_000);
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final ActorRef<Directory.Command> directory =
      Directories.spawn(kit, name -> SETTINGS, 3, 2, Set.of("dice"));

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private Visitor visitor() {
    return new Visitor(kit, directory, "127.0.0.1");
  }

  private Visitor named(String name) {
    Visitor visitor = visitor();
    assertThat(visitor.claims(name)).isEqualTo(new Directory.Claimed(name));
    return visitor;
  }

  @Test
  void refusesATakenNameWithoutRegardToCase() {
    named("Straße");
    Visitor other = visitor();
    assertThat(other.claims("STRASSE")).isEqualTo(new Directory.NameTaken("STRASSE"));
    assertThat(other.claims("Gasse")).isEqualTo(new Directory.Claimed("Gasse"));
  }

  @Test
  void givesNobodyTheNameOfAnExtension() {
    assertThat(visitor().claims("Dice")).isEqualTo(new Directory.NameTaken("Dice"));
    Visitor alice = named("dicey");
    assertThat(alice.renames("dice")).isEqualTo(new Directory.NameTaken("dice"));
  }

  @Test
  void freesTheNameOfASessionThatStops() {
    Visitor alice = named("alice");
    alice.session.stop();
    TestProbe<Directory.Reply> told = kit.createTestProbe(Directory.Reply.class);
    told.awaitAssert(
        () -> {
          assertThat(visitor().claims("alice")).isEqualTo(new Directory.Claimed("alice"));
          return null;
        });
  }

  @Test
  void freesTheOldNameOfWhoTakesAnother() {
    Visitor alice = named("alice");
    assertThat(alice.renames("alicia")).isEqualTo(new Directory.Claimed("alicia"));
    named("alice");
    assertThat(alice.renames("ALICE")).isEqualTo(new Directory.NameTaken("ALICE"));
    assertThat(alice.renames("Alicia")).isEqualTo(new Directory.Claimed("Alicia"));
  }

  @Test
  void givesGuestsNamesThatNobodyHas() {
    named("Guest1");
    assertThat(visitor().claimsAGuestName()).isEqualTo(new Directory.Claimed("guest2"));
  }

  @Test
  void admitsToTheSameRoomWithoutRegardToCase() {
    Directory.Admitted first = named("alice").isAdmittedTo("Lobby");
    Directory.Admitted second = named("bob").isAdmittedTo("lobby");
    assertThat(second).isEqualTo(first).isEqualTo(new Directory.Admitted("Lobby", first.room()));
  }

  @Test
  void opensARoomAnewForWhoHasLostIt() {
    Visitor alice = named("alice");
    Visitor bob = named("bob");
    Directory.Admitted failed = alice.isAdmittedTo("lobby");
    assertThat(bob.isAdmittedTo("lobby")).isEqualTo(failed);
    Directory.Admitted anew = alice.isAdmittedTo("lobby");
    assertThat(anew.room()).isNotEqualTo(failed.room());
    assertThat(bob.isAdmittedTo("lobby")).isEqualTo(anew);
  }

  @Test
  void listsRoomsWithTheMostPeopleFirst() {
    Visitor alice = named("alice");
    alice.isAdmittedTo("cellar");
    named("bob").isAdmittedTo("lobby");
    named("carol").isAdmittedTo("lobby");
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
    Directory.Admitted lobby = alice.isAdmittedTo("lobby");
    alice.joins(lobby);
    alice.isAdmittedTo("cellar");
    // The room waits for its last member, so that nothing it still hears is lost.
    TestProbe<Room.Reply> replies = kit.createTestProbe(Room.Reply.class);
    lobby.room().tell(new Room.AskPresent(replies.ref()));
    replies.expectMessage(new Room.Present(List.of("x"), List.of()));
    lobby.room().tell(new Room.Leave(alice.session.ref(), replies.ref()));
    replies.expectMessage(new Room.Accepted());
    replies.expectTerminated(lobby.room());
    assertThat(named("bob").isAdmittedTo("lobby").room()).isNotEqualTo(lobby.room());
  }

  @Test
  void retiresARoomWhenTheLastPersonsSessionStops() {
    Visitor alice = named("alice");
    Directory.Admitted lobby = alice.isAdmittedTo("lobby");
    alice.joins(lobby);
    alice.session.stop();
    alice.told.expectTerminated(lobby.room());
  }

  @Test
  void passesAWhisperToOnePerson() {
    Visitor alice = named("alice");
    Visitor bob = named("bob");
    alice.whispers("BOB", "psst");
    bob.isTold(new Directory.Whispered("alice", "psst"));
    alice.isTold(new Directory.WhisperSent("bob", "psst"));
    alice.whispers("eve", "psst");
    alice.isTold(new Directory.NobodyCalled("eve"));
  }
}
