package chat.parley.store;

import java.time.Clock;
import java.util.List;
import org.apache.pekko.actor.typed.Behavior;

/** Writers for tests that are about something else. */
public final class TestStoreWriter {
  /** What {@code reference.conf} has. */
  public static final HistorySettings SETTINGS =
      new HistorySettings(
          HistorySettings.Durability.FULL, 64 << 20, HistorySettings.WhenFailing.CONTINUE);

  private TestStoreWriter() {}

  /** Where the writer of {@code store} writes. */
  static StoreTarget target(Store store) {
    return store.target(room -> Retention.EVERYTHING, Clock.systemUTC());
  }

  /** Has these items kept, together, or those forgotten that are given by their ids. */
  static void write(Store store, List<StoreCommand.Write> writes) {
    target(store).write(writes);
  }

  static StoreCommand.Write keep(StoredRecord item) {
    return new StoreCommand.Keep(item, null);
  }

  static StoreCommand.Write forget(StoredRecord item) {
    return new StoreCommand.Forget(item.id(), null);
  }

  /** A writer of {@code store}, in which everything stays for ever. */
  public static Behavior<StoreCommand> of(Store store) {
    return StoreWriter.create(store, SETTINGS, room -> Retention.EVERYTHING, Clock.systemUTC());
  }
}
