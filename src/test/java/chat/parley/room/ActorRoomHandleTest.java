package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import chat.parley.extension.RoomHandle;
import chat.parley.patience.Wait;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ActorRoomHandleTest {
  private static final ActorTestKit kit =
      ActorTestKit.create(ManualTime.config().withFallback(ConfigFactory.load()));

  private final TestProbe<Room.Command> room = kit.createTestProbe(Room.Command.class);
  private final TestProbe<String> speaker = kit.createTestProbe(String.class);
  private final RoomHandle handle =
      new ActorRoomHandle(kit.system(), "lobby", room.ref(), speaker.ref());

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private static <T> T answer(CompletionStage<T> question) {
    return Wait.forResult("an answer", question.toCompletableFuture());
  }

  @Test
  void saysEachLineAsAPost() {
    handle.say("one\ntwo");
    Room.Post post = room.expectMessageClass(Room.Post.class);
    assertThat(post.author()).isEqualTo(speaker.ref());
    assertThat(post.contents()).containsExactly(new Content.Text("one"), new Content.Text("two"));
  }

  @Test
  void tellsOnePersonLineByLine() {
    handle.tell("bob", "one\ntwo");
    room.expectMessage(new Room.Tell("bob", "one"));
    room.expectMessage(new Room.Tell("bob", "two"));
  }

  @Test
  void givesTheAnswersOfTheRoom() {
    CompletionStage<String> topic = handle.topic();
    room.expectMessageClass(Room.AskTopic.class).replyTo().tell(new Room.Topic("bees"));
    assertThat(answer(topic)).isEqualTo("bees");

    CompletionStage<List<String>> present = handle.present();
    room.expectMessageClass(Room.AskPresent.class)
        .replyTo()
        .tell(new Room.Present(List.of("alice", "bob"), List.of("bob")));
    assertThat(answer(present)).containsExactly("alice", "bob");

    CompletionStage<List<RoomEvent.Posted>> recent = handle.recent(3);
    Room.AskRecent question = room.expectMessageClass(Room.AskRecent.class);
    assertThat(question.count()).isEqualTo(3);
    question.replyTo().tell(new Room.Recent(List.of(Posts.said(7, "hi"))));
    assertThat(answer(recent)).containsExactly(Posts.said(7, "hi"));
  }

  @Test
  void failsWhenTheRoomDoesNotAnswer() {
    CompletableFuture<String> topic = handle.topic().toCompletableFuture();
    room.expectMessageClass(Room.AskTopic.class);
    ManualTime.get(kit.system()).timePasses(Duration.ofSeconds(5));
    assertThatThrownBy(() -> answer(topic)).hasRootCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void failsWhenTheRoomFailsAtTheQuestion() {
    CompletionStage<String> topic = handle.topic();
    room.expectMessageClass(Room.AskTopic.class).replyTo().tell(new Room.Accepted());
    assertThatThrownBy(() -> answer(topic)).hasRootCauseInstanceOf(ClassCastException.class);
  }
}
