package chat.parley.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What {@link SearchIndex} should find, by looking at every post. */
final class SearchModel {
  private final Map<Long, NavigableMap<Long, StoredPost>> rooms = new TreeMap<>();

  private NavigableMap<Long, StoredPost> room(long room) {
    return rooms.computeIfAbsent(room, it -> new TreeMap<>());
  }

  void add(long room, List<StoredPost> posts) {
    posts.forEach(post -> room(room).put(post.number(), post));
  }

  void remove(long room, Collection<Long> numbers) {
    room(room).keySet().removeAll(numbers);
  }

  void removeUpTo(long room, long number) {
    room(room).headMap(number, true).clear();
  }

  List<StoredPost> posts(long room) {
    return new ArrayList<>(room(room).values());
  }

  SearchIndex.Found find(long room, SearchQuery query, long before, int count) {
    List<Long> all =
        room(room).headMap(before, false).descendingMap().values().stream()
            .filter(query::matches)
            .map(StoredPost::number)
            .toList();
    boolean more = all.size() > count;
    return new SearchIndex.Found(more ? all.subList(0, count) : all, more);
  }
}
