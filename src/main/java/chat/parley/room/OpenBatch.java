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
  private long bytes;

  OpenBatch(int maxEvents, long maxBytes) {
    this.maxEvents = maxEvents;
    this.maxBytes = maxBytes;
  }

  /** Adds what a member said; it hears it itself only if it asked for its echo. */
  void add(Room.Posted post, Seat author) {
    events.add(post);
    causes.add(author);
    if (!author.member().echo()) {
      author.causes();
    }
    bytes += post.content().size();
  }

  /**
   * Adds an event.
   *
   * @param cause who does not hear it; null when everyone does
   */
  void add(Room.Event event, Seat cause) {
    events.add(event);
    causes.add(cause);
    if (cause != null) {
      cause.causes();
    }
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
      send(new Batch(events), seats);
    } finally {
      // Whatever happens, nobody is sent anything twice.
      events.clear();
      causes.clear();
      bytes = 0;
    }
  }

  /**
   * Sends what was gathered to {@code seat} alone, which leaves; the others get it with the rest.
   */
  void sendAhead(Seat seat) {
    sendUnlessEmpty(heardBy(seat), seat);
  }

  private void send(Batch whole, Iterable<Seat> seats) {
    // Who ignores the same authors is sent the same batch, encoded once.
    Map<Set<Seat>, Batch> without = new HashMap<>(0);
    for (Seat seat : seats) {
      if (seat.causedSomething() || seat.missed() > 0) {
        sendUnlessEmpty(heardBy(seat), seat);
        seat.settle();
      } else if (seat.ignoresAny(causes)) {
        Set<Seat> ignored = seat.ignoredAmong(causes);
        sendUnlessEmpty(without.computeIfAbsent(ignored, any -> heardBy(seat)), seat);
      } else {
        seat.send(whole);
      }
    }
  }

  private static void sendUnlessEmpty(Batch batch, Seat seat) {
    if (!batch.isEmpty()) {
      seat.send(batch);
    }
  }

  private Batch heardBy(Seat seat) {
    List<Room.Event> heard = new ArrayList<>(events.size());
    for (int i = seat.missed(); i < events.size(); i++) {
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
