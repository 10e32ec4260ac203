package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import chat.parley.extension.RoomHandle;
import chat.parley.store.HistoryQuery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/** A handle on a room that is an actor: sends it messages. */
final class ActorRoomHandle implements RoomHandle {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ActorSystem<?> system;

  /** What the room, which knows its extensions, need not be told. */
  private static final Profile NOBODY = Profile.of("");

  private final String room;
  private final ActorRef<RoomCommand> ref;
  private final MemberId identity;

  /**
   * @param room the room's name
   * @param identity who speaks, a member of the room
   */
  ActorRoomHandle(
      ActorSystem<?> system, String room, ActorRef<RoomCommand> ref, MemberId identity) {
    this.system = system;
    this.room = room;
    this.ref = ref;
    this.identity = identity;
  }

  @Override
  public String room() {
    return room;
  }

  @Override
  public void say(String text) {
    List<Content> lines = text.lines().map(line -> (Content) new Content.Text(line)).toList();
    ref.tell(new RoomCommand.Post(identity, lines, system.ignoreRef()));
  }

  @Override
  public void tell(String name, String text) {
    text.lines().forEach(line -> ref.tell(new RoomCommand.Tell(name, line)));
  }

  @Override
  public CompletionStage<String> topic() {
    return ask(RoomCommand.AskTopic::new).thenApply(reply -> ((RoomReply.Topic) reply).text());
  }

  @Override
  public CompletionStage<List<String>> present() {
    return ask(RoomCommand.AskPresent::new).thenApply(reply -> ((RoomReply.Present) reply).names());
  }

  @Override
  public CompletionStage<List<RoomEvent.Posted>> recent(int count) {
    return ask(replyTo ->
            new RoomCommand.AskHistory(identity, NOBODY, new HistoryQuery.Last(count), replyTo))
        .thenApply(reply -> ((RoomReply.History) reply).page().posts());
  }

  /** A room that fails at the question answers something else, and so does the question fail. */
  private CompletionStage<RoomReply> ask(Function<ActorRef<RoomReply>, RoomCommand> question) {
    return AskPattern.ask(ref, question::apply, PATIENCE, system.scheduler());
  }
}
