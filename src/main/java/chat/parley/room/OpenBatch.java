package chat.parley.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
   * What several hear of the events alike who caused none of them; it is encoded once.
   *
   * @param from how many of the first they do not hear
   * @param ignored whose posts they do not hear
   */
  private record Part(int from, Set<Seat> ignored) {}

  private static final Part WHOLE = new Part(0, Set.of());

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
      Batch whole = shared.computeIfAbsent(WHOLE, any -> new Batch(events));
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
    if (seat.causedSomething()) {
      return cutFor(seat);
    }
    Part part = new Part(seat.from(), seat.ignoredAmong(causes));
    return shared.computeIfAbsent(part, any -> cutFor(seat));
  }

  private Batch cutFor(Seat seat) {
    List<Room.Event> heard = new ArrayList<>(events.size() - seat.from());
    for (int i = seat.from(); i < events.size(); i++) {
      if (!isKeptFrom(seat, events.get(i), causes.get(i))) {
        heard.add(events.get(i));
      }
    }
    return new Batch(heard);
  }

  private static boolean isKeptFrom(Seat seat, Room.Event event, Seat cause) {
    boolean post = event instanceof Room.Posted;
    if (cause == seat) {
      return !(post && seat.member().echo());
    }
    return post && seat.ignores(cause);
  }
}
