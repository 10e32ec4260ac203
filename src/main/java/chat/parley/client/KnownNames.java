package chat.parley.client;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;

/** Names and rooms that the client has heard of. Used by several threads. */
final class KnownNames {
  private final ConcurrentSkipListSet<String> names = sorted();
  private final ConcurrentSkipListSet<String> rooms = sorted();

  private static ConcurrentSkipListSet<String> sorted() {
    return new ConcurrentSkipListSet<>(
        String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo));
  }

  /** Whom the user can address, in order. */
  List<String> names() {
    return List.copyOf(names);
  }

  /** Where the user can go, in order. */
  List<String> rooms() {
    return List.copyOf(rooms);
  }

  /** Learns from what the server has said. */
  void learn(ServerLine heard) {
    if (heard instanceof ServerLine.Post post) {
      names.add(post.who());
    } else if (heard instanceof ServerLine.Joined joined) {
      names.add(joined.name());
    } else if (heard instanceof ServerLine.Left left) {
      names.remove(left.name());
    } else if (heard instanceof ServerLine.Renamed renamed) {
      names.remove(renamed.oldName());
      names.add(renamed.newName());
    } else if (heard instanceof ServerLine.Whisper whisper) {
      names.add(whisper.who());
    } else if (heard instanceof ServerLine.Welcome welcome) {
      rooms.add(welcome.room());
      areHere(welcome.names());
    } else if (heard instanceof ServerLine.Present present) {
      areHere(present.names());
    } else if (heard instanceof ServerLine.Room room) {
      rooms.add(room.name());
    }
  }

  /** Who is here, all of them. */
  void areHere(Collection<String> present) {
    names.clear();
    names.addAll(present);
  }
}
