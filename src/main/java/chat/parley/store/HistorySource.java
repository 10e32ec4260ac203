package chat.parley.store;

import java.util.List;
import java.util.Optional;

/**
 * What a {@link PostReader} reads from: the store, and besides it posts that members have seen and
 * that may not be there yet. It may take as long as a disk does. Everything throws {@link
 * StoreException} when the store cannot be read; later it may be.
 */
interface HistorySource extends AutoCloseable {

  /** Some of what was said. */
  HistoryPage page(StoreCommand.ReadPage wanted, List<StoredPost> unsaved);

  /** Some of what was looked for. */
  SearchPage find(StoreCommand.Search wanted, List<StoredPost> unsaved);

  /** One post, if there is one with that number. */
  Optional<StoredPost> post(StoreCommand.ReadPost wanted, List<StoredPost> unsaved);

  @Override
  void close();
}
