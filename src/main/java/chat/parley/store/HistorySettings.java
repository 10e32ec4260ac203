package chat.parley.store;

/**
 * How history is kept; {@code parley.history} in {@code reference.conf} explains each.
 *
 * @param maxUnsaved how many bytes of posts wait in memory when the store cannot be written
 */
public record HistorySettings(Durability durability, long maxUnsaved, WhenFailing whenFailing) {

  /** When members see a post. */
  public enum Durability {
    /** When it is on the disk. */
    FULL,
    /** At once; it is on the disk soon after. */
    RELAXED
  }

  /** What becomes of posts while the store cannot be written. */
  public enum WhenFailing {
    /** They are said, and wait in memory. */
    CONTINUE,
    /** They are not said. */
    REFUSE
  }
}
