package chat.parley.extensions;

import chat.parley.event.RoomEvent;
import chat.parley.room.Room;
import chat.parley.room.RoomHandle;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WelcomeTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final Welcome extension = new Welcome();
  private final TestProbe<Room.Command> room = kit.createTestProbe(Room.Command.class);
  private final TestProbe<Room.Reply> answers = kit.createTestProbe(Room.Reply.class);
  private final ActorRef<RoomEvent> welcome =
      kit.spawn(
          extension.member(
              extension.defaults(),
              new RoomHandle("lobby", room.ref(), kit.system(), answers.ref())));

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private void roomAnswers(String topic, List<String> present) {
    room.expectMessageClass(Room.AskTopic.class).replyTo().tell(new Room.Topic(topic));
    room.expectMessageClass(Room.AskPresent.class)
        .replyTo()
        .tell(new Room.Present(present, List.of()));
  }

  @Test
  void tellsANewcomerTheTopicAndWhoIsHere() {
    welcome.tell(new RoomEvent.Joined("carol"));
    roomAnswers("cats", List.of("alice", "bob", "carol"));
    room.expectMessage(new Room.Tell("carol", "welcome to lobby, carol"));
    room.expectMessage(new Room.Tell("carol", "it is about: cats"));
    room.expectMessage(new Room.Tell("carol", "here with you: alice, bob"));
  }

  @Test
  void tellsANewcomerWhoIsAloneSo() {
    welcome.tell(new RoomEvent.Joined("alice"));
    roomAnswers("", List.of("alice"));
    room.expectMessage(new Room.Tell("alice", "welcome to lobby, alice"));
    room.expectMessage(new Room.Tell("alice", "nobody else is here yet"));
  }

  @Test
  void listsSomeOfMany() {
    welcome.tell(new RoomEvent.Joined("zoe"));
    roomAnswers("", IntStream.rangeClosed(1, 22).mapToObj(i -> "p" + i).toList());
    room.expectMessageClass(Room.Tell.class);
    String listed = String.join(", ", IntStream.rangeClosed(1, 20).mapToObj(i -> "p" + i).toList());
    room.expectMessage(new Room.Tell("zoe", "here with you: " + listed + " and 2 more"));
  }

  @Test
  void saysNothingToWhoeverIsHereAlready() {
    welcome.tell(RoomInbox.posted("alice", "hello"));
    welcome.tell(new RoomEvent.Left("alice"));
    welcome.tell(new RoomEvent.Joined("bob"));
    // The first thing that the room is asked is for bob's sake.
    roomAnswers("", List.of("bob"));
    room.expectMessage(new Room.Tell("bob", "welcome to lobby, bob"));
  }
}
