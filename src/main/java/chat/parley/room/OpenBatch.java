package chat.parley.room;

import chat.parley.event.Batch;
import chat.parley.event.RoomEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The batch that is being filled: events, and who caused each, who may not hear it. */
final class OpenBatch {
  private final int maxEvents;
  private final long maxBytes;
  private final List<RoomEvent> events = new ArrayList<>();
  private final List<Membership> causes = new ArrayList<>();

  /** What has been made of the events until now for those who caused none of them. */
  private final Map<Part, Batch> shared = new HashMap<>();

  private long bytes;

  /**
   * What several hear of the events alike who caused none of them; it is encoded once.
   *
   * @param from how many of the first they do not hear
   * @param ignored whose posts they do not hear
   */
  private record Part(int from, Set<Membership> ignored) {}

  private static final Part WHOLE = new Part(0, Set.of());

  OpenBatch(int maxEvents, long maxBytes) {
    this.maxEvents = maxEvents;
    this.maxBytes = maxBytes;
  }

  /** Adds what a member said; it hears it itself only if it asked for its echo. */
  void add(RoomEvent.Posted post, Membership author) {
    if (!author.member().echo()) {
      author.causes();
    }
    add(post, author, post.content().size());
  }

  private void add(RoomEvent event, Membership cause, long size) {
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
  void add(RoomEvent event, Membership cause) {
    if (cause != null) {
      cause.causes();
    }
    add(
        event,
        cause,
        event instanceof RoomEvent.TopicSet set
            ? (long) Character.BYTES * set.topic().length()
            : 0);
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

  /** Sends what was gathered to {@code memberships} and begins anew. */
  void sendTo(Iterable<Membership> memberships) {
    try {
      Batch whole = shared.computeIfAbsent(WHOLE, any -> new Batch(events));
      for (Membership membership : memberships) {
        if (hearsAll(membership)) {
          membership.send(whole);
        } else {
          sendUnlessEmpty(heardBy(membership), membership);
        }
      }
    } finally {
      // Whatever happens, nobody is sent anything twice.
      memberships.forEach(Membership::settle);
      events.clear();
      causes.clear();
      shared.clear();
      bytes = 0;
    }
  }

  /**
   * Sends what was gathered to {@code membership} alone; the others get it with what comes further.
   */
  void sendAhead(Membership membership) {
    sendUnlessEmpty(heardBy(membership), membership);
    membership.hasHeard(events.size());
  }

  private boolean hearsAll(Membership membership) {
    return !membership.causedSomething()
        && membership.from() == 0
        && !membership.ignoresAny(causes);
  }

  private static void sendUnlessEmpty(Batch batch, Membership membership) {
    if (!batch.isEmpty()) {
      membership.send(batch);
    }
  }

  private Batch heardBy(Membership membership) {
    if (membership.causedSomething()) {
      return cutFor(membership);
    }
    Part part = new Part(membership.from(), membership.ignoredAmong(causes));
    return shared.computeIfAbsent(part, any -> cutFor(membership));
  }

  private Batch cutFor(Membership membership) {
    List<RoomEvent> heard = new ArrayList<>(events.size() - membership.from());
    for (int i = membership.from(); i < events.size(); i++) {
      if (!isKeptFrom(membership, events.get(i), causes.get(i))) {
        heard.add(events.get(i));
      }
    }
    return new Batch(heard);
  }

  private static boolean isKeptFrom(Membership membership, RoomEvent event, Membership cause) {
    boolean post = event instanceof RoomEvent.Posted;
    if (cause == membership) {
      return !(post && membership.member().echo());
    }
    return post && membership.ignores(cause);
  }
}
