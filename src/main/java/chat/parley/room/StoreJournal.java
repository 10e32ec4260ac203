package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import chat.parley.store.HistorySettings.Durability;
import chat.parley.store.HistorySettings.WhenFailing;
import chat.parley.store.StoreCommand;
import chat.parley.store.StoreReply;
import chat.parley.store.StoredPost;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/** A {@link Journal} that is kept in the store. */
final class StoreJournal implements Journal {
  private final RoomRecord record;
  private final ActorRef<StoreCommand> store;
  private final ActorRef<StoreReply.ToAppend> replies;
  private List<StoredPost> added = new ArrayList<>();
  private boolean keeps;
  private boolean mayWait;
  private final boolean seen;

  /**
   * @param replies told what becomes of what is handed over, in its order
   */
  StoreJournal(
      RoomRecord record,
      RoomHistorySettings settings,
      Durability durability,
      ActorRef<StoreCommand> store,
      ActorRef<StoreReply.ToAppend> replies) {
    this.record = record;
    this.store = store;
    this.replies = replies;
    this.seen = durability == Durability.RELAXED;
    configure(settings);
  }

  @Override
  public void configure(RoomHistorySettings settings) {
    keeps = !settings.retention().isNothing();
    mayWait = settings.whenFailing() == WhenFailing.CONTINUE;
  }

  @Override
  public void add(RoomEvent.Posted posted, boolean registered) {
    if (!keeps) {
      return;
    }
    Content content = posted.content();
    added.add(
        new StoredPost(
            posted.number(),
            posted.time().truncatedTo(ChronoUnit.MILLIS),
            posted.author(),
            registered,
            content instanceof Content.Action ? StoredPost.Kind.ACTION : StoredPost.Kind.TEXT,
            said(content)));
  }

  private static String said(Content content) {
    return content instanceof Content.Action action ? action.text() : content.text();
  }

  @Override
  public boolean handOver() {
    if (added.isEmpty()) {
      return false;
    }
    List<StoredPost> posts = added;
    added = new ArrayList<>();
    record.setLastNumber(posts.get(posts.size() - 1).number());
    store.tell(new StoreCommand.Append(record.stored(), posts, seen, mayWait, replies));
    return true;
  }

  @Override
  public void discard() {
    added.clear();
  }
}
