package chat.parley.transfer;

import chat.parley.names.Names;
import chat.parley.notation.NotationException;
import chat.parley.store.PostImport;
import chat.parley.store.StoredPost;
import chat.parley.store.StoredRoom;
import chat.parley.text.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Reads what a {@link HistoryExport} has written into a store, some lines at a time, each of these
 * slices wholly or not at all. Texts lose what could do harm where they are shown, as when they are
 * said.
 */
public final class HistoryImport {
  private static final int SLICE = 2000;

  /** How many characters of texts, where they are long. */
  private static final int SLICE_TEXT = 4 << 20;

  private final PostImport into;
  private final LongConsumer progress;

  /** The rooms that there have been lines of, by what these call them. */
  private final Map<String, StoredRoom> rooms = new HashMap<>();

  private final List<StoredRoom> newRooms = new ArrayList<>();
  private final Map<String, List<StoredPost>> posts = new LinkedHashMap<>();
  private int waiting;
  private long waitingText;
  private PostImport.Counts counts = new PostImport.Counts(0, 0);

  /**
   * @param progress is told how many posts have been read, every now and then
   */
  public HistoryImport(PostImport into, LongConsumer progress) {
    this.into = into;
    this.progress = progress;
  }

  /**
   * Reads all there is.
   *
   * @throws TransferException when a line is none; the slices before it have been imported
   * @throws IOException when it cannot be read
   */
  public PostImport.Counts read(InputStream from) throws IOException {
    var lines = new ByteLines(from);
    var reader = new ExportReader();
    while (lines.next()) {
      try {
        take(reader.read(lines.bytes(), lines.length()));
      } catch (NotationException e) {
        throw new TransferException(
            "line "
                + lines.number()
                + " "
                + e.getMessage()
                + "; put it right and import all of it again: what is there is passed over");
      }
      if (waiting >= SLICE || waitingText >= SLICE_TEXT) {
        add();
      }
    }
    add();
    return counts;
  }

  private void take(ExportLine line) {
    if (line instanceof ExportLine.OfRoom it) {
      StoredRoom room = cleaned(it.room());
      rooms.put(it.room().key(), room);
      newRooms.add(room);
      waiting++;
    } else if (line instanceof ExportLine.OfPost it) {
      StoredRoom room = rooms.get(it.room());
      if (room == null) {
        throw NotationException.saying(
            "is a post in the room "
                + NotationException.quoted(it.room())
                + ", which no line before it describes");
      }
      posts.computeIfAbsent(room.key(), key -> new ArrayList<>()).add(cleaned(it.post()));
      waiting++;
      waitingText += it.post().text().length();
    }
  }

  private static StoredRoom cleaned(StoredRoom room) {
    String name = Names.shown(room.name());
    if (!Names.isRoomName(name, Names.MAX_LENGTH)) {
      throw NotationException.saying("has no \"name\" that is the name of a room");
    }
    return new StoredRoom(
        Names.key(name), name, room.epoch(), room.lastNumber(), PlainText.clean(room.topic()));
  }

  private static StoredPost cleaned(StoredPost post) {
    return new StoredPost(
        post.number(),
        post.time(),
        PlainText.clean(post.author()),
        post.registered(),
        post.kind(),
        PlainText.clean(post.text()));
  }

  private void add() {
    counts = counts.plus(into.add(newRooms, posts));
    newRooms.clear();
    posts.clear();
    waiting = 0;
    waitingText = 0;
    progress.accept(counts.added() + counts.known());
  }
}
