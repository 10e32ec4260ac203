package chat.parley.testkit;

import chat.parley.event.RoomEvent;
import chat.parley.extension.RoomHandle;
import chat.parley.patience.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A room for a unit test of one {@link chat.parley.extension.MemberExtension}: notes what the
 * extension says, and answers what the test has set. May be used from any thread.
 *
 * @since 0.1
 */
public final class FakeRoom implements RoomHandle {
  private final String name;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private volatile String topic = "";
  private volatile List<String> present = List.of();
  private volatile List<RoomEvent.Posted> recent = List.of();

  public FakeRoom(String name) {
    this.name = name;
  }

  /** Sets what the room is about. */
  public FakeRoom withTopic(String text) {
    topic = text;
    return this;
  }

  /** Sets who is here. */
  public FakeRoom withPresent(String... names) {
    present = List.of(names);
    return this;
  }

  /** Sets the last posts, oldest first. */
  public FakeRoom withRecent(RoomEvent.Posted... posts) {
    recent = List.of(posts);
    return this;
  }

  /**
   * The lines that have been said since this was called last; what was said to one alone is {@code
   * >NAME text}.
   */
  public List<String> said() {
    List<String> lines = new ArrayList<>();
    said.drainTo(lines);
    return lines;
  }

  /** The next line that is said, for which this waits. */
  public String nextSaid() {
    return Wait.forNext("something to be said in " + name, said);
  }

  @Override
  public String room() {
    return name;
  }

  @Override
  public void say(String text) {
    text.lines().forEach(said::add);
  }

  @Override
  public void tell(String to, String text) {
    text.lines().map(line -> ">" + to + " " + line).forEach(said::add);
  }

  @Override
  public CompletionStage<String> topic() {
    return CompletableFuture.completedFuture(topic);
  }

  @Override
  public CompletionStage<List<String>> present() {
    return CompletableFuture.completedFuture(present);
  }

  @Override
  public CompletionStage<List<RoomEvent.Posted>> recent(int count) {
    List<RoomEvent.Posted> posts = recent;
    return CompletableFuture.completedFuture(
        posts.subList(Math.max(0, posts.size() - count), posts.size()));
  }
}
