package chat.parley.room;

import chat.parley.event.RoomEvent;
import chat.parley.store.HistoryQuery;
import chat.parley.store.SearchQuery;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What was said in a room, as far as it is kept, to be read, and to be deleted from. Who may do
 * that is not its business. Each answer comes once, on the room's thread, perhaps later.
 */
interface History {

  /** Goes by other settings from now on. */
  default void configure(RoomSettings settings) {}

  /** Reads a page of it. */
  void read(HistoryQuery query, Consumer<RoomReply.ToHistory> answer);

  /**
   * Looks for something in it.
   *
   * @param before only posts with a smaller number
   * @param count how many at most
   */
  void search(SearchQuery query, long before, int count, Consumer<RoomReply.ToSearch> answer);

  /** Finds the post with this number; empty when it is not kept. */
  void find(long number, Consumer<Optional<FoundPost>> answer);

  /**
   * Puts what is left of a post in its place.
   *
   * @param answer told whether that could be done
   */
  void replace(RoomEvent.Posted deleted, Consumer<Boolean> answer);
}
