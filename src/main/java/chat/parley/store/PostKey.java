package chat.parley.store;

/**
 * Where a post stands in the whole store, as one number: {@code room id * 2^40 + number}, so that
 * the posts of a room stand together, in their order.
 */
final class PostKey {
  /** The greatest number that a post can have. */
  static final long MAX_NUMBER = (1L << 40) - 1;

  /** The greatest id that a room can have. */
  static final long MAX_ROOM = (1L << 23) - 1;

  private PostKey() {}

  /**
   * The key of a post.
   *
   * @param room the room's id, from 1 to {@link #MAX_ROOM}
   * @param number from 0, which no post has, to {@link #MAX_NUMBER}
   * @throws IllegalArgumentException when there can be no such post
   */
  static long of(long room, long number) {
    if (room < 1 || room > MAX_ROOM) {
      throw new IllegalArgumentException("no room has the id " + room);
    }
    if (number < 0 || number > MAX_NUMBER) {
      throw new IllegalArgumentException("no post has the number " + number);
    }
    return room << 40 | number;
  }

  /** The id of the room of the post with that key. */
  static long room(long key) {
    return key >>> 40;
  }

  /** The number of the post with that key. */
  static long number(long key) {
    return key & MAX_NUMBER;
  }
}
