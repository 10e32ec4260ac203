package chat.parley.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** The batch that is being filled: events, and who caused each, who may not hear it. */
final class OpenBatch {
  private final int maxEvents;
  private final long maxBytes;
  private final List<Room.Event> events = new ArrayList<>();
  private final List<Seat> causes = new ArrayList<>();

  /** What has been made of the events until now for those who caused none of them. */
  private final Map<Part, Batch> shared = new HashMap<>();

  private long bytes;

  /**
   * What several may hear of the events alike.
   *
   * @param from how many of the first they do not hear
   * @param ignored whose posts they do not hear
   */
  private record Part(int from, Set<Seat> ignored) {}

  OpenBatch(int maxEvents, long maxBytes) {
    this.maxEvents = maxEvents;
    this.maxBytes = maxBytes;
  }

  /** Adds what a member said; it hears it itself only if it asked for its echo. */
  void add(Room.Posted post, Seat author) {
    if (!author.member().echo()) {
      author.causes();
    }
    add(post, author, post.content().size());
  }

  private void add(Room.Event event, Seat cause, long size) {
    events.add(event);
    causes.add(cause);
    bytes += size;
    shared.clear();
  }

  /**
   * Adds an event.
   *
   * @param cause who does not hear it; null when everyone does
   */
  void add(Room.Event event, Seat cause) {
    if (cause != null) {
      cause.causes();
    }
    add(
        event,
        cause,
        event instanceof Room.TopicSet set ? (long) Character.BYTES * set.topic().length() : 0);
  }

  /** How many events there are. */
  int size() {
    return events.size();
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  boolean isFull() {
    return events.size() >= maxEvents || bytes >= maxBytes;
  }

  /** Sends what was gathered to {@code seats} and begins anew. */
  void sendTo(Iterable<Seat> seats) {
    try {
      Batch whole = part(0, Set.of());
      for (Seat seat : seats) {
        if (hearsAll(seat)) {
          seat.send(whole);
        } else {
          sendUnlessEmpty(heardBy(seat), seat);
        }
      }
    } finally {
      // Whatever happens, nobody is sent anything twice.
      seats.forEach(Seat::settle);
      events.clear();
      causes.clear();
      shared.clear();
      bytes = 0;
    }
  }

  /** Sends what was gathered to {@code seat} alone; the others get it with what comes further. */
  void sendAhead(Seat seat) {
    sendUnlessEmpty(heardBy(seat), seat);
    seat.hasHeard(events.size());
  }

  private boolean hearsAll(Seat seat) {
    return !seat.causedSomething() && seat.from() == 0 && !seat.ignoresAny(causes);
  }

  private static void sendUnlessEmpty(Batch batch, Seat seat) {
    if (!batch.isEmpty()) {
      seat.send(batch);
    }
  }

  private Batch heardBy(Seat seat) {
    return seat.causedSomething()
        ? cut(seat.from(), (event, cause) -> isKeptFrom(seat, event, cause))
        : part(seat.from(), seat.ignoredAmong(causes));
  }

  /** The same object, and so encoded once, for all who hear the same. */
  private Batch part(int from, Set<Seat> ignored) {
    return shared.computeIfAbsent(
        new Part(from, ignored),
        part -> cut(from, (event, cause) -> isPost(event) && ignored.contains(cause)));
  }

  private Batch cut(int from, BiPredicate<Room.Event, Seat> isLeftOut) {
    List<Room.Event> heard = new ArrayList<>(events.size() - from);
    for (int i = from; i < events.size(); i++) {
      if (!isLeftOut.test(events.get(i), causes.get(i))) {
        heard.add(events.get(i));
      }
    }
    return new Batch(heard);
  }

  private static boolean isKeptFrom(Seat seat, Room.Event event, Seat cause) {
    if (cause == seat) {
      return !(isPost(event) && seat.member().echo());
    }
    return isPost(event) && seat.ignores(cause);
  }

  private static boolean isPost(Room.Event event) {
    return event instanceof Room.Posted;
  }
}
