package chat.parley.room;

import chat.parley.hosting.EnabledExtension;
import java.util.List;

/**
 * How a room behaves; {@code parley.room} in {@code reference.conf} explains each.
 *
 * @param recent how many of its last posts a room keeps
 * @param recentBytes how many bytes of them at most
 * @param replay how many of them whoever joins is sent
 * @param presenceLimit above how many members single joins and leaves are not announced
 * @param batchPosts how many posts and presence events one batch holds at most
 * @param batchBytes after how many bytes of content a batch is closed
 * @param maxPeople how many people may be in it
 * @param ownable whether it may belong to somebody; nobody can lock one that may not
 * @param extensions what is turned on, gates in the order in which they are asked
 * @param history how it deals with what has been said in it
 */
public record RoomSettings(
    int recent,
    long recentBytes,
    int replay,
    int presenceLimit,
    int batchPosts,
    long batchBytes,
    int maxPeople,
    boolean ownable,
    List<EnabledExtension> extensions,
    RoomHistorySettings history) {

  /** A room without extensions, for any number of people, that may belong to somebody. */
  public RoomSettings(
      int recent,
      long recentBytes,
      int replay,
      int presenceLimit,
      int batchPosts,
      long batchBytes) {
    this(recent, recentBytes, replay, presenceLimit, batchPosts, batchBytes, List.of());
  }

  /** A room for any number of people, that may belong to somebody. */
  public RoomSettings(
      int recent,
      long recentBytes,
      int replay,
      int presenceLimit,
      int batchPosts,
      long batchBytes,
      List<EnabledExtension> extensions) {
    this(
        recent,
        recentBytes,
        replay,
        presenceLimit,
        batchPosts,
        batchBytes,
        Integer.MAX_VALUE,
        true,
        extensions,
        RoomHistorySettings.DEFAULT);
  }

  /** The same, for at most {@code people}, that may belong to somebody or not. */
  public RoomSettings with(int people, boolean mayBeOwned) {
    return new RoomSettings(
        recent,
        recentBytes,
        replay,
        presenceLimit,
        batchPosts,
        batchBytes,
        people,
        mayBeOwned,
        extensions,
        history);
  }

  /** The same, with another way to deal with history. */
  public RoomSettings with(RoomHistorySettings otherHistory) {
    return new RoomSettings(
        recent,
        recentBytes,
        replay,
        presenceLimit,
        batchPosts,
        batchBytes,
        maxPeople,
        ownable,
        extensions,
        otherHistory);
  }
}
