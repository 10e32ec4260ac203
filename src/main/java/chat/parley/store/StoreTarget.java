package chat.parley.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a {@link StoreWriter} writes to. It may take as long as a disk does; one call at a time. */
interface StoreTarget extends AutoCloseable {

  /**
   * Writes all or nothing, which is on the disk when this returns. To write posts again that are
   * there changes nothing.
   *
   * @return for each deletion the post that was deleted, as it was
   * @throws StoreException when it could not be written; later it may be
   */
  Map<StoreCommand.Delete, Optional<StoredPost>> write(List<StoreCommand.Write> writes);

  /** Goes by other settings from now on. */
  void configure(StoreCommand.Configure settings);

  /**
   * Does some of what can wait: what is too old, what is to be found.
   *
   * @param within about how long it may take
   * @return whether there is more to do
   * @throws StoreException when it could not
   */
  boolean tidy(Duration within);

  @Override
  void close();
}
