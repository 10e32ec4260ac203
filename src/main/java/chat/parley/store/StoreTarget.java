package chat.parley.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a {@link StoreWriter} writes to. It may take as long as a disk does; one call at a time. */
interface StoreTarget extends AutoCloseable {

  /**
   * Writes all or nothing, which is on the disk when this returns. To write posts again that are
   * there changes nothing. To write nothing shows whether something could be written.
   *
   * @return for each deletion the post that was deleted, as it was
   * @throws StoreException when it could not be written; later it may be
   */
  Map<StoreCommand.Delete, Optional<StoredPost>> write(List<StoreCommand.Write> writes);

  /**
   * What was written last is not to be kept but for posts that can wait, and for what it deleted:
   * the rest is as it was before when something is written the next time.
   */
  void takeBack();

  /**
   * Writes as {@link #write} does what there is to be written last.
   *
   * @param takeBack whether what was written before is to be taken back
   */
  default Map<StoreCommand.Delete, Optional<StoredPost>> writeLast(
      List<StoreCommand.Write> writes, boolean takeBack) {
    if (takeBack) {
      takeBack();
    }
    return writes.isEmpty() ? Map.of() : write(writes);
  }

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
