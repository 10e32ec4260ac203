package chat.parley.store;

import chat.parley.event.RoomEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A {@link HistorySource} that is a database, read on a connection of its own. */
final class DatabaseSource implements HistorySource {
  /** How many posts are looked through at once that are not in the index yet. */
  private static final int TOGETHER = 500;

  private final ReadConnection connection;
  private final RoomIds ids;
  private final SearchIndex index;

  DatabaseSource(ReadConnection connection, RoomIds ids, SearchIndex index) {
    this.connection = connection;
    this.ids = ids;
    this.index = index;
  }

  @Override
  public HistoryPage page(StoreCommand.ReadPage wanted, List<StoredPost> unsaved) {
    OptionalLong id = ids.of(wanted.roomKey());
    HistoryPage stored =
        id.isEmpty()
            ? new HistoryPage(List.of(), false, false)
            : connection.read(
                it -> PostPages.page(it, id.getAsLong(), wanted.room(), wanted.query()));
    return unsaved.isEmpty()
        ? stored
        : UnsavedPosts.merged(stored, wanted.room(), wanted.query(), unsaved);
  }

  @Override
  public Optional<StoredPost> post(StoreCommand.ReadPost wanted, List<StoredPost> unsaved) {
    Optional<StoredPost> waiting =
        unsaved.stream().filter(post -> post.number() == wanted.number()).findFirst();
    OptionalLong id = ids.of(wanted.roomKey());
    return waiting.isPresent() || id.isEmpty()
        ? waiting
        : connection.read(it -> PostTable.post(it, id.getAsLong(), wanted.number()));
  }

  @Override
  public SearchPage find(StoreCommand.Search wanted, List<StoredPost> unsaved) {
    // One more than wanted tells whether there are more.
    List<StoredPost> found = new ArrayList<>(UnsavedPosts.matching(wanted, unsaved));
    OptionalLong id = ids.of(wanted.roomKey());
    if (id.isPresent() && found.size() <= wanted.count()) {
      connection.read(
          it -> {
            find(it, id.getAsLong(), wanted, found);
            return found;
          });
    }
    List<RoomEvent.Posted> posts =
        found.stream().limit(wanted.count()).map(post -> post.in(wanted.room())).toList();
    return new SearchPage(posts, found.size() > wanted.count());
  }

  private void find(Connection it, long room, StoreCommand.Search wanted, List<StoredPost> found)
      throws SQLException {
    long indexed = index.progress(it, room);
    long before = found.isEmpty() ? wanted.before() : found.get(found.size() - 1).number();
    List<StoredPost> recent;
    do {
      recent = PostPages.before(it, room, before, TOGETHER);
      for (int i = recent.size() - 1; i >= 0 && found.size() <= wanted.count(); i--) {
        StoredPost post = recent.get(i);
        if (post.number() > indexed && wanted.query().matches(post)) {
          found.add(post);
        }
      }
      before = recent.isEmpty() ? 0 : recent.get(0).number();
    } while (before > indexed + 1 && found.size() <= wanted.count());
    if (found.size() <= wanted.count()) {
      findIndexed(it, room, wanted, Math.min(wanted.before(), indexed + 1), found);
    }
  }

  private void findIndexed(
      Connection it, long room, StoreCommand.Search wanted, long before, List<StoredPost> found)
      throws SQLException {
    SearchIndex.Found numbers =
        index.find(it, room, wanted.query(), before, wanted.count() + 1 - found.size());
    for (long number : numbers.numbers()) {
      PostTable.post(it, room, number).filter(wanted.query()::matches).ifPresent(found::add);
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
