package chat.parley.store;

import java.util.Map;
import java.util.Optional;

/** What the writer tells itself. */
sealed interface InternalCommand extends StoreCommand {

  /**
   * What was handed to the disk is there, or is not.
   *
   * @param deleted what was deleted, where it was asked for
   * @param failure why it is not; null when it is
   */
  record Written(Map<StoreCommand.Delete, Optional<StoredPost>> deleted, StoreException failure)
      implements InternalCommand {}

  /** The disk takes longer than whoever waits can wait. */
  record Late() implements InternalCommand {}

  /** Posts that nobody waits for have waited for others long enough. */
  record GatheringOver() implements InternalCommand {}

  /** It is time to try again. */
  record Retry() implements InternalCommand {}

  /** There may be time for what can wait. */
  record Tidy() implements InternalCommand {}

  /**
   * Some of what could wait is done.
   *
   * @param more whether there is more
   */
  record Tidied(boolean more) implements InternalCommand {}
}
