package chat.parley.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * What waits in memory for a store that cannot be written, in its order and bounded in bytes: the
 * oldest posts go first when there is no room for more.
 */
final class Backlog {
  /** What a post takes besides its text. */
  private static final int BYTES_A_POST = 100;

  private long maxBytes;
  private final Deque<StoreCommand.Append> posts = new ArrayDeque<>();

  /** Of each room the last record. */
  private final Map<String, StoreCommand.KeepRoom> rooms = new LinkedHashMap<>();

  /** Who is told when all is written. */
  private final Set<ActorRef<StoreReply.ToAppend>> waiting = new LinkedHashSet<>();

  /** Those of them for whose posts there was no room, and how often. */
  private final Map<ActorRef<StoreReply.ToAppend>, Integer> lost = new HashMap<>();

  private long bytes;
  private long count;
  private long lostPosts;

  Backlog(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  void setMaxBytes(long changed) {
    maxBytes = changed;
    makeRoom();
  }

  boolean isEmpty() {
    return posts.isEmpty() && rooms.isEmpty();
  }

  void add(StoreCommand.KeepRoom room) {
    rooms.put(room.roomKey(), room);
  }

  void add(StoreCommand.Append append) {
    waiting.add(append.replyTo());
    posts.addLast(append);
    bytes += bytes(append);
    count += append.posts().size();
    makeRoom();
  }

  private void makeRoom() {
    while (bytes > maxBytes && !posts.isEmpty()) {
      StoreCommand.Append oldest = removeFirst();
      lostPosts += oldest.posts().size();
      lost.merge(oldest.replyTo(), 1, Integer::sum);
    }
  }

  private StoreCommand.Append removeFirst() {
    StoreCommand.Append first = posts.removeFirst();
    bytes -= bytes(first);
    count -= first.posts().size();
    return first;
  }

  private static long bytes(StoreCommand.Append append) {
    long bytes = 0;
    for (StoredPost post : append.posts()) {
      bytes += BYTES_A_POST + 2L * (post.author().length() + post.text().length());
    }
    return bytes;
  }

  /** The first that wait, as many as have about {@code maxPosts} posts, which stay here. */
  List<StoreCommand.Write> first(int maxPosts) {
    List<StoreCommand.Write> first = new ArrayList<>(rooms.values());
    int taken = 0;
    for (StoreCommand.Append append : posts) {
      if (taken >= maxPosts) {
        break;
      }
      first.add(append);
      taken += append.posts().size();
    }
    return first;
  }

  /** These, which were {@link #first} once, are written. */
  @SuppressWarnings("ReferenceEquality") // the very same, whatever others hold
  void written(List<StoreCommand.Write> writes) {
    for (StoreCommand.Write write : writes) {
      if (write instanceof StoreCommand.KeepRoom room) {
        rooms.remove(room.roomKey(), room);
      } else if (write instanceof StoreCommand.Append append && append.waits()) {
        if (append.equals(posts.peekFirst())) {
          removeFirst();
        } else {
          // It had to go while it was being written.
          lostPosts -= append.posts().size();
          lost.computeIfPresent(append.replyTo(), (who, times) -> times == 1 ? null : times - 1);
        }
      }
    }
  }

  /** All is written: those are told whose posts waited. */
  void tellOfEnd() {
    waiting.forEach(each -> each.tell(new StoreReply.SavedAgain(lost.containsKey(each))));
    waiting.clear();
    lost.clear();
  }

  /** The posts of a room that wait, oldest first. */
  List<StoredPost> of(String roomKey) {
    return posts.stream()
        .filter(append -> append.roomKey().equals(roomKey))
        .flatMap(append -> append.posts().stream())
        .toList();
  }

  StoreStats stats(String trouble) {
    return new StoreStats(trouble, count, bytes, lostPosts);
  }
}
