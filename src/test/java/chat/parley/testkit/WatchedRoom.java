package chat.parley.testkit;

import chat.parley.event.RoomEvent;
import chat.parley.extension.RoomHandle;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The room of an extension whose watch is told of each question until it is answered. */
record WatchedRoom(RoomHandle inner, Watch watch) implements RoomHandle {

  @Override
  public String room() {
    return inner.room();
  }

  @Override
  public void say(String text) {
    inner.say(text);
  }

  @Override
  public void tell(String name, String text) {
    inner.tell(name, text);
  }

  @Override
  public CompletionStage<String> topic() {
    return watch.untilAnswered(inner.topic());
  }

  @Override
  public CompletionStage<List<String>> present() {
    return watch.untilAnswered(inner.present());
  }

  @Override
  public CompletionStage<List<RoomEvent.Posted>> recent(int count) {
    return watch.untilAnswered(inner.recent(count));
  }
}
