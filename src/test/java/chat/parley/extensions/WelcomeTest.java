package chat.parley.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import chat.parley.testkit.FakeRoom;
import com.typesafe.config.ConfigFactory;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WelcomeTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final Welcome extension = new Welcome();
  private final FakeRoom room = new FakeRoom("lobby");
  private final ActorRef<RoomEvent> welcome =
      kit.spawn(extension.member(extension.defaults(), room));

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private void says(String... lines) {
    for (String line : lines) {
      assertThat(room.nextSaid()).isEqualTo(line);
    }
  }

  @Test
  void tellsANewcomerTheTopicAndWhoIsHere() {
    room.withTopic("cats").withPresent("alice", "bob", "carol");
    welcome.tell(Events.joined("carol"));
    says(
        ">carol welcome to lobby, carol",
        ">carol it is about: cats",
        ">carol here with you: alice, bob");
  }

  @Test
  void tellsANewcomerWhoIsAloneSo() {
    room.withPresent("alice");
    welcome.tell(Events.joined("alice"));
    says(">alice welcome to lobby, alice", ">alice nobody else is here yet");
  }

  @Test
  void listsSomeOfMany() {
    room.withPresent(IntStream.rangeClosed(1, 22).mapToObj(i -> "p" + i).toArray(String[]::new));
    welcome.tell(Events.joined("zoe"));
    List<String> listed = IntStream.rangeClosed(1, 20).mapToObj(i -> "p" + i).toList();
    says(
        ">zoe welcome to lobby, zoe",
        ">zoe here with you: " + String.join(", ", listed) + " and 2 more");
  }

  @Test
  void saysNothingToWhoeverIsHereAlready() {
    welcome.tell(Events.posted(1, Instant.EPOCH, "alice", new Content.Text("hello")));
    welcome.tell(Events.left("alice"));
    room.withPresent("bob");
    welcome.tell(Events.joined("bob"));
    // The first thing that is said is for bob's sake.
    says(">bob welcome to lobby, bob", ">bob nobody else is here yet");
  }
}
