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
  private final String room;
  private final int maxEvents;
  private final long maxBytes;
  private final List<RoomEvent> events = new ArrayList<>();
  private final List<Subscription> causes = new ArrayList<>();

  /** What has been made of the events until now for those who caused none of them. */
  private final Map<Part, Batch> shared = new HashMap<>();

  private long bytes;

  /**
   * What several hear of the events alike who caused none of them; it is encoded once.
   *
   * @param from how many of the first they do not hear
   * @param ignored whose posts they do not hear
   */
  private record Part(int from, Set<Subscription> ignored) {}

  private static final Part WHOLE = new Part(0, Set.of());

  /**
   * @param room the name of the room
   */
  OpenBatch(String room, int maxEvents, long maxBytes) {
    this.room = room;
    this.maxEvents = maxEvents;
    this.maxBytes = maxBytes;
  }

  /**
   * Adds an event.
   *
   * @param cause who does not hear it, unless it is {@linkplain #isEchoed echoed} and they asked
   *     for their echo; null when everyone does
   */
  void add(RoomEvent event, Subscription cause) {
    if (cause != null && !(isEchoed(event) && cause.hearsItself())) {
      cause.causes();
    }
    events.add(event);
    causes.add(cause);
    bytes += size(event);
    shared.clear();
  }

  /** Whether it is said, or taken back: who asks for their echo hears it from themselves too. */
  private static boolean isEchoed(RoomEvent event) {
    return event instanceof RoomEvent.Posted || event instanceof RoomEvent.PostDeleted;
  }

  private static long size(RoomEvent event) {
    if (event instanceof RoomEvent.Posted posted) {
      return posted.content().size();
    }
    return event instanceof RoomEvent.TopicSet set
        ? (long) Character.BYTES * set.topic().length()
        : 0;
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

  /** Sends what was gathered to {@code subscriptions} and begins anew. */
  void sendTo(Iterable<Subscription> subscriptions) {
    try {
      Batch whole = shared.computeIfAbsent(WHOLE, any -> new Batch(room, events));
      for (Subscription subscription : subscriptions) {
        if (hearsAll(subscription)) {
          subscription.send(whole);
        } else {
          sendUnlessEmpty(heardBy(subscription), subscription);
        }
      }
    } finally {
      // Whatever happens, nobody is sent anything twice.
      subscriptions.forEach(Subscription::settle);
      events.clear();
      causes.clear();
      shared.clear();
      bytes = 0;
    }
  }

  /**
   * Sends what was gathered to {@code subscription} alone; the others get it with what comes
   * further.
   */
  void sendAhead(Subscription subscription) {
    sendUnlessEmpty(heardBy(subscription), subscription);
    subscription.hasHeard(events.size());
  }

  private boolean hearsAll(Subscription subscription) {
    return !subscription.causedSomething()
        && subscription.from() == 0
        && !subscription.ignoresAny(causes);
  }

  private static void sendUnlessEmpty(Batch batch, Subscription subscription) {
    if (!batch.isEmpty()) {
      subscription.send(batch);
    }
  }

  private Batch heardBy(Subscription subscription) {
    if (subscription.causedSomething()) {
      return cutFor(subscription);
    }
    Part part = new Part(subscription.from(), subscription.ignoredAmong(causes));
    return shared.computeIfAbsent(part, any -> cutFor(subscription));
  }

  private Batch cutFor(Subscription subscription) {
    List<RoomEvent> heard = new ArrayList<>(events.size() - subscription.from());
    for (int i = subscription.from(); i < events.size(); i++) {
      if (!isKeptFrom(subscription, events.get(i), causes.get(i))) {
        heard.add(events.get(i));
      }
    }
    return new Batch(room, heard);
  }

  private static boolean isKeptFrom(
      Subscription subscription, RoomEvent event, Subscription cause) {
    return cause == subscription
        ? !(isEchoed(event) && subscription.hearsItself())
        : event instanceof RoomEvent.Posted && subscription.ignores(cause);
  }
}
