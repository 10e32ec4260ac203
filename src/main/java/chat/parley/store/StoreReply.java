package chat.parley.store;

import java.util.Optional;

/** What the {@link StoreWriter} and its readers answer. */
public sealed interface StoreReply {

  /** Answers {@link StoreCommand.Keep} and {@link StoreCommand.Forget}. */
  sealed interface ToKeep extends StoreReply {}

  /** Answers {@link StoreCommand.Append}; {@link SavedAgain} may follow it. */
  sealed interface ToAppend extends StoreReply {}

  /** Answers {@link StoreCommand.Delete}. */
  sealed interface ToDelete extends StoreReply {}

  /** Answers {@link StoreCommand.ReadPage}. */
  sealed interface ToRead extends StoreReply {}

  /** Answers {@link StoreCommand.Search}. */
  sealed interface ToSearch extends StoreReply {}

  /** Answers {@link StoreCommand.ReadPost}. */
  sealed interface ToReadPost extends StoreReply {}

  /** It is on the disk, where neither the end of the server nor that of the machine takes it. */
  record Done() implements ToKeep {}

  /**
   * It was not written, and everything is as it was.
   *
   * @param why one line
   */
  record NotKept(String why) implements ToKeep, ToDelete {}

  /** The posts are on the disk. */
  record Saved() implements ToAppend {}

  /** The posts are not on the disk: they wait in memory until the store can be written again. */
  record Unsaved() implements ToAppend {}

  /** The posts are not on the disk, and will not be, as nothing is to be said then. */
  record Refused() implements ToAppend {}

  /**
   * The store can be written again, and what has waited is in it.
   *
   * @param lost whether some of the room's posts are not, as there were too many
   */
  record SavedAgain(boolean lost) implements ToAppend {}

  /** The post is deleted, and was {@code before}; empty when there is no such post. */
  record Deleted(Optional<StoredPost> before) implements ToDelete {}

  /** Some of what was said. */
  record Page(HistoryPage page) implements ToRead {}

  /** Some of what was looked for. */
  record Found(SearchPage page) implements ToSearch {}

  /** The post, if there is one with that number. */
  record Post(Optional<StoredPost> post) implements ToReadPost {}

  /**
   * The store cannot be read at the moment.
   *
   * @param why one line
   */
  record Unreadable(String why) implements ToRead, ToSearch, ToReadPost {}
}
