package chat.parley.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Posts of a room whose numbers follow each other without gaps, as they are kept: a row.
 *
 * <p>The body is a version; a checksum of all that follows; the number of the first post, how many
 * there are, and the time of the first one. Then, for each, a byte of its kind, whether its author
 * is registered, and whether that is the author of the post before; how many milliseconds later
 * than that it was; its author, if it is another; and its text.
 */
final class PostBlock {
  /** How many posts are in a block at most. */
  static final int MAX_POSTS = 1_000;

  /** A block with that many bytes takes no more posts. */
  static final int FULL = 64 * 1024;

  private static final byte VERSION = 1;

  private static final int KIND = 0b0011;
  private static final int REGISTERED = 0b0100;
  private static final int SAME_AUTHOR = 0b1000;

  /** Their places here are what is written of them. */
  private static final List<StoredPost.Kind> KINDS = List.of(StoredPost.Kind.values());

  private final StoredPost first;
  private final StoredPost last;
  private final byte[] body;

  private PostBlock(StoredPost first, StoredPost last, byte[] body) {
    this.first = first;
    this.last = last;
    this.body = body;
  }

  /**
   * Posts in as many blocks as it takes. The same posts, whatever comes after them, are in the same
   * blocks, but for the last one.
   *
   * @param posts in the order of their numbers, not all of which need to be there
   */
  static List<PostBlock> of(List<StoredPost> posts) {
    List<PostBlock> blocks = new ArrayList<>(1);
    for (int from = 0; from < posts.size(); ) {
      PostBlock block = first(posts.subList(from, posts.size()), MAX_POSTS, FULL);
      blocks.add(block);
      from += block.posts();
    }
    return blocks;
  }

  /**
   * All posts in one block, whatever its size.
   *
   * @param posts one at least, without gaps
   */
  static PostBlock whole(List<StoredPost> posts) {
    return first(posts, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** The first posts, up to a gap or as many as there may be. */
  private static PostBlock first(List<StoredPost> posts, int max, int full) {
    var records = new BlockWriter();
    StoredPost first = posts.get(0);
    StoredPost last = null;
    int count = 0;
    for (StoredPost post : posts) {
      if (count == max
          || records.size() >= full
          || (last != null && post.number() != last.number() + 1)) {
        break;
      }
      write(records, post, last);
      last = post;
      count++;
    }
    var head = new BlockWriter();
    head.number(first.number());
    head.number(last.number() - first.number() + 1);
    head.signed(first.time().toEpochMilli());
    return new PostBlock(first, last, BlockWriter.checked(VERSION, head, records));
  }

  /** Writes a post that comes after {@code before}, or {@code null} when it is the first one. */
  private static void write(BlockWriter records, StoredPost post, StoredPost before) {
    boolean sameAuthor = before != null && before.author().equals(post.author());
    records.octet(
        KINDS.indexOf(post.kind())
            | (post.registered() ? REGISTERED : 0)
            | (sameAuthor ? SAME_AUTHOR : 0));
    if (before != null) {
      records.signed(post.time().toEpochMilli() - before.time().toEpochMilli());
    }
    if (!sameAuthor) {
      records.text(post.author());
    }
    records.text(post.text());
  }

  /**
   * The posts of a block.
   *
   * @param key that of the first one
   * @throws StoreException when the block is damaged
   */
  static List<StoredPost> posts(long key, byte[] body) {
    try {
      var records = BlockReader.checked(VERSION, body);
      if (records.number() != PostKey.number(key)) {
        throw new BlockReader.Damaged();
      }
      return read(records, PostKey.number(key));
    } catch (BlockReader.Damaged e) {
      throw new StoreException(
          "the store is damaged: what was said from #"
              + PostKey.number(key)
              + " on in the room with id "
              + PostKey.room(key)
              + " cannot be read; restore a backup, or name another store",
          e);
    }
  }

  private static List<StoredPost> read(BlockReader records, long first) throws BlockReader.Damaged {
    int count = Math.toIntExact(records.number());
    List<StoredPost> posts = new ArrayList<>(count);
    long time = records.signed();
    String author = "";
    for (int i = 0; i < count; i++) {
      int flags = records.octet();
      time += i == 0 ? 0 : records.signed();
      author = (flags & SAME_AUTHOR) == 0 ? records.text() : author;
      posts.add(
          new StoredPost(
              first + i,
              Instant.ofEpochMilli(time),
              author,
              (flags & REGISTERED) != 0,
              KINDS.get(flags & KIND),
              records.text()));
    }
    return posts;
  }

  /** The number of the first post. */
  long first() {
    return first.number();
  }

  /** How many posts there are. */
  int posts() {
    return (int) (last.number() - first.number() + 1);
  }

  /** When the first post was said, in milliseconds of the epoch. */
  long firstAt() {
    return first.time().toEpochMilli();
  }

  /** When the last post was said, in milliseconds of the epoch. */
  long lastAt() {
    return last.time().toEpochMilli();
  }

  /** The posts as bytes. */
  byte[] body() {
    return body;
  }
}
