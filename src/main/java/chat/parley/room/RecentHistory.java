package chat.parley.room;

import chat.parley.event.RoomEvent;
import chat.parley.store.HistoryQuery;
import chat.parley.store.SearchQuery;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The history of a room of which nothing is kept but its last posts, in memory. */
final class RecentHistory implements History {
  private final String room;
  private final Supplier<RecentPosts> recent;

  /**
   * @param room its name
   * @param recent the posts that are kept; others after a change of settings
   */
  RecentHistory(String room, Supplier<RecentPosts> recent) {
    this.room = room;
    this.recent = recent;
  }

  @Override
  public void read(HistoryQuery query, Consumer<RoomReply.ToHistory> answer) {
    answer.accept(new RoomReply.History(room, recent.get().page(query)));
  }

  @Override
  public void search(
      SearchQuery query, long before, int count, Consumer<RoomReply.ToSearch> answer) {
    answer.accept(new RoomReply.NothingKept(room));
  }

  @Override
  public void find(long number, Consumer<Optional<FoundPost>> answer) {
    answer.accept(recent.get().numbered(number).map(post -> new FoundPost(post, false)));
  }

  @Override
  public void replace(RoomEvent.Posted deleted, Consumer<Boolean> answer) {
    recent.get().replace(deleted);
    answer.accept(true);
  }
}
