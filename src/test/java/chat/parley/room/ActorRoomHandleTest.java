package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import chat.parley.extension.RoomHandle;
import chat.parley.patience.Wait;
import chat.parley.store.HistoryPage;
import chat.parley.store.HistoryQuery;
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

  private final TestProbe<RoomCommand> room = kit.createTestProbe(RoomCommand.class);
  private final MemberId speaker = new MemberId(0, -1);
  private final RoomHandle handle = new ActorRoomHandle(kit.system(), "lobby", room.ref(), speaker);

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
    RoomCommand.Post post = room.expectMessageClass(RoomCommand.Post.class);
    assertThat(post.author()).isEqualTo(speaker);
    assertThat(post.contents()).containsExactly(new Content.Text("one"), new Content.Text("two"));
  }

  @Test
  void tellsOnePersonLineByLine() {
    handle.tell("bob", "one\ntwo");
    room.expectMessage(new RoomCommand.Tell("bob", "one"));
    room.expectMessage(new RoomCommand.Tell("bob", "two"));
  }

  @Test
  void givesTheAnswersOfTheRoom() {
    CompletionStage<String> topic = handle.topic();
    room.expectMessageClass(RoomCommand.AskTopic.class).replyTo().tell(new RoomReply.Topic("bees"));
    assertThat(answer(topic)).isEqualTo("bees");

    CompletionStage<List<String>> present = handle.present();
    room.expectMessageClass(RoomCommand.AskPresent.class)
        .replyTo()
        .tell(new RoomReply.Present(List.of("alice", "bob"), List.of("bob")));
    assertThat(answer(present)).containsExactly("alice", "bob");

    CompletionStage<List<RoomEvent.Posted>> recent = handle.recent(3);
    RoomCommand.AskHistory question = room.expectMessageClass(RoomCommand.AskHistory.class);
    assertThat(question.query()).isEqualTo(new HistoryQuery.Last(3));
    var page = new HistoryPage(List.of(Events.said(7, "hi")), true, false);
    question.replyTo().tell(new RoomReply.History("lobby", page));
    assertThat(answer(recent)).containsExactly(Events.said(7, "hi"));
  }

  @Test
  void failsWhenTheRoomDoesNotAnswer() {
    CompletableFuture<String> topic = handle.topic().toCompletableFuture();
    room.expectMessageClass(RoomCommand.AskTopic.class);
    ManualTime.get(kit.system()).timePasses(Duration.ofSeconds(5));
    assertThatThrownBy(() -> answer(topic)).hasRootCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void failsWhenTheRoomFailsAtTheQuestion() {
    CompletionStage<String> topic = handle.topic();
    room.expectMessageClass(RoomCommand.AskTopic.class).replyTo().tell(new RoomReply.Accepted());
    assertThatThrownBy(() -> answer(topic)).hasRootCauseInstanceOf(ClassCastException.class);
  }
}
