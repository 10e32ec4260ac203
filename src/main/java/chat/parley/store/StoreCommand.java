package chat.parley.store;

import java.util.List;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;

/** What the {@link StoreWriter} can be told. */
public sealed interface StoreCommand
    permits StoreCommand.Write,
        StoreCommand.Read,
        StoreCommand.Watch,
        StoreCommand.Configure,
        InternalCommand {

  /** Changes what is kept. */
  sealed interface Write extends StoreCommand {}

  /** Keeps an item, in the place of the one with the same id; answered once. */
  record Keep(StoredRecord item, ActorRef<StoreReply.ToKeep> replyTo) implements Write {}

  /** Keeps an item no longer, which there need not be; answered once. */
  record Forget(StoredRecord.Id id, ActorRef<StoreReply.ToKeep> replyTo) implements Write {}

  /** Changes what is kept of a room. */
  sealed interface RoomWrite extends Write {
    String roomKey();
  }

  /**
   * Keeps posts, the next ones of their room; answered with {@link StoreReply.Saved} or {@link
   * StoreReply.Unsaved}.
   *
   * @param room as it is then
   * @param posts at least one
   * @param seen whether members have seen them already, so that whoever reads sees them too
   * @param mayWait whether they wait in memory when they cannot be written, as those that members
   *     have seen do; otherwise they are {@link StoreReply.Refused}
   */
  record Append(
      StoredRoom room,
      List<StoredPost> posts,
      boolean seen,
      boolean mayWait,
      ActorRef<StoreReply.ToAppend> replyTo)
      implements RoomWrite {
    @Override
    public String roomKey() {
      return room.key();
    }

    /** Whether they wait in memory when they cannot be written. */
    boolean waits() {
      return mayWait || seen;
    }
  }

  /** Keeps what is known of a room, but for its posts. */
  record KeepRoom(StoredRoom room) implements RoomWrite {
    @Override
    public String roomKey() {
      return room.key();
    }
  }

  /**
   * Takes a post out of the history, but for who has done so.
   *
   * @param by the name of who does
   */
  record Delete(String roomKey, long number, String by, ActorRef<StoreReply.ToDelete> replyTo)
      implements RoomWrite {}

  /** Has {@code watcher} told how the store is, whenever that changes. */
  record Watch(ActorRef<StoreStats> watcher) implements StoreCommand {}

  /**
   * Goes by other settings from now on.
   *
   * @param retention how much is kept of the room with a name
   */
  record Configure(HistorySettings settings, Function<String, Retention> retention)
      implements StoreCommand {}

  /** Reads something of a room. */
  sealed interface Read extends StoreCommand {
    String roomKey();
  }

  /**
   * Reads some of what was said.
   *
   * @param room its name
   */
  record ReadPage(
      String roomKey, String room, HistoryQuery query, ActorRef<StoreReply.ToRead> replyTo)
      implements Read {}

  /**
   * Looks for something that was said.
   *
   * @param room its name
   * @param before only posts with a smaller number
   * @param count how many at most
   */
  record Search(
      String roomKey,
      String room,
      SearchQuery query,
      long before,
      int count,
      ActorRef<StoreReply.ToSearch> replyTo)
      implements Read {}

  /** Reads one post. */
  record ReadPost(String roomKey, long number, ActorRef<StoreReply.ToReadPost> replyTo)
      implements Read {}
}
