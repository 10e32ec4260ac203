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
 * @param extensions what is turned on, gates in the order in which they are asked
 */
public record RoomSettings(
    int recent,
    long recentBytes,
    int replay,
    int presenceLimit,
    int batchPosts,
    long batchBytes,
    List<EnabledExtension> extensions) {

  /** A room without extensions. */
  public RoomSettings(
      int recent,
      long recentBytes,
      int replay,
      int presenceLimit,
      int batchPosts,
      long batchBytes) {
    this(recent, recentBytes, replay, presenceLimit, batchPosts, batchBytes, List.of());
  }
}
