package chat.parley.room;

import chat.parley.names.Names;
import chat.parley.store.HistorySettings.Durability;
import chat.parley.store.StoreCommand;
import chat.parley.store.StoreReply;
import chat.parley.store.StoredRoom;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * What of a room is kept, and by whom.
 *
 * @param record the room's own from now on
 * @param store keeps its posts; empty where nothing is kept
 * @param durability when members see a post
 */
public record RoomKeeping(
    RoomRecord record, Optional<ActorRef<StoreCommand>> store, Durability durability) {

  /** Has posts kept, for the room of {@code context}. */
  Journal journal(RoomHistorySettings settings, ActorContext<RoomCommand> context) {
    return store
        .<Journal>map(
            writer ->
                new StoreJournal(
                    record,
                    settings,
                    durability,
                    writer,
                    context.messageAdapter(
                        StoreReply.ToAppend.class, InternalCommand.FromStore::new)))
        .orElse(Journal.NONE);
  }

  /**
   * The history of the room of {@code context}.
   *
   * @param recent the posts that are in memory
   * @param memoryIsSeen whether members have seen all of these
   */
  History history(
      ActorContext<RoomCommand> context,
      RoomSettings settings,
      Supplier<RecentPosts> recent,
      BooleanSupplier memoryIsSeen) {
    return store
        .<History>map(
            writer -> new StoredHistory(context, record, writer, settings, recent, memoryIsSeen))
        .orElseGet(() -> new RecentHistory(record.name(), recent));
  }

  /** Whether members see posts of a room of which something is kept, and these may not be. */
  boolean showsUnkept(RoomHistorySettings settings) {
    return store.isPresent()
        && (durability == Durability.RELAXED || settings.retention().isNothing());
  }

  /** Has the record kept. */
  void keepRecord() {
    store.ifPresent(writer -> writer.tell(new StoreCommand.KeepRoom(record.stored())));
  }

  /** That of a room of which nothing is kept, and where nobody goes on from what they had heard. */
  public static RoomKeeping nothing(String name) {
    return new RoomKeeping(
        RoomRecord.of(new StoredRoom(Names.key(name), name, "-", 0, "")),
        Optional.empty(),
        Durability.RELAXED);
  }
}
