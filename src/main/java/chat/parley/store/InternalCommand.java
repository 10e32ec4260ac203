package chat.parley.store;

import java.util.Map;
import java.util.Optional;

/** What the writer tells itself. */
sealed interface InternalCommand extends StoreCommand {

  /**
   * What was handed to the disk is there.
   *
   * @param deleted what was deleted, where it was asked for
   */
  record Written(Map<StoreCommand.Delete, Optional<StoredPost>> deleted)
      implements InternalCommand {}

  /** What was handed to the disk is not there. */
  record Failed(StoreException why) implements InternalCommand {}

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
   * @param trouble why it could not be done; empty when it is
   */
  record Tidied(boolean more, String trouble) implements InternalCommand {}
}
