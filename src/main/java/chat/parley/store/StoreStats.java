package chat.parley.store;

/**
 * How a store is.
 *
 * @param trouble why it cannot be written, one line; empty when it can
 * @param unsavedPosts how many posts wait in memory
 * @param unsavedBytes how much memory they take, about
 * @param lostPosts how many there was no memory for, since the server started
 */
public record StoreStats(String trouble, long unsavedPosts, long unsavedBytes, long lostPosts) {
  /** It can be written. */
  public static final StoreStats WELL = new StoreStats("", 0, 0, 0);

  /** Whether it cannot be written. */
  public boolean isFailing() {
    return !trouble.isEmpty();
  }
}
