package chat.parley.transfer;

import chat.parley.names.Names;
import chat.parley.notation.NotationException;
import chat.parley.store.StoreSnapshot;
import chat.parley.store.StoredPost;
import chat.parley.store.StoredRoom;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Writes what was said as lines of JSON: each room, and behind it what was said there. */
public final class HistoryExport {
  /** How many posts are written between two reports. */
  private static final int SLICE = 1000;

  private final StoreSnapshot from;
  private final Collection<StoredRoom> rooms;
  private final Optional<Instant> since;

  /**
   * An export of what there is.
   *
   * @param room the name of the only one that is wanted; empty for all
   * @param since only posts from then on; empty for all
   * @throws TransferException when there is no such room
   */
  public HistoryExport(StoreSnapshot from, Optional<String> room, Optional<Instant> since) {
    this.from = from;
    this.rooms = room.<Collection<StoredRoom>>map(it -> List.of(find(it))).orElseGet(from::rooms);
    this.since = since;
  }

  private StoredRoom find(String room) {
    return from.rooms().stream()
        .filter(each -> each.key().equals(Names.key(room)))
        .findFirst()
        .orElseThrow(
            () ->
                new TransferException(
                    "there is no room " + NotationException.quoted(room) + " in " + from));
  }

  /**
   * Writes all of it, while it is read.
   *
   * @param progress is told how many posts have been written, every now and then
   * @return how many posts there were
   * @throws IOException when it cannot be written
   */
  public long writeTo(Writer to, LongConsumer progress) throws IOException {
    var lines = new ExportWriter(to);
    long count = 0;
    for (StoredRoom room : rooms) {
      lines.write(room);
      Iterator<StoredPost> posts = from.posts(room, since);
      while (posts.hasNext()) {
        lines.write(room, posts.next());
        if (++count % SLICE == 0) {
          lines.flush();
          progress.accept(count);
        }
      }
    }
    lines.flush();
    return count;
  }
}
