package chat.parley.room;

import chat.parley.event.Batch;
import chat.parley.event.RoomEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Those who are in a room, in the order in which they came, and what they have yet to hear. It
 * decides who hears what: everybody hears everything but what they caused themselves.
 */
final class Roster {
  private OpenBatch open;
  private PresenceSummary crowd;
  private final Runnable flushLater;
  private final Runnable sumUpLater;
  private final Map<ActorRef<?>, Membership> memberships = new LinkedHashMap<>();
  private int people;
  private boolean flushPending;

  /**
   * @param flushLater has {@link #flush} called when what is already under way has arrived
   * @param sumUpLater has {@link #sumUp} called within a second
   */
  Roster(RoomSettings settings, Runnable flushLater, Runnable sumUpLater) {
    this.open = new OpenBatch(settings.batchPosts(), settings.batchBytes());
    this.crowd = new PresenceSummary(settings.presenceLimit());
    this.flushLater = flushLater;
    this.sumUpLater = sumUpLater;
  }

  /** Goes by other settings, after all that was gathered, or not yet summed up, has been sent. */
  void configure(RoomSettings settings) {
    sumUp();
    flush();
    open = new OpenBatch(settings.batchPosts(), settings.batchBytes());
    crowd = new PresenceSummary(settings.presenceLimit());
  }

  /** Whether nobody is here but, perhaps, extensions. */
  boolean isEmpty() {
    return people == 0;
  }

  /** The membership of {@code member}; null when it has none. */
  Membership membership(ActorRef<?> member) {
    return memberships.get(member);
  }

  /** The names of all people. */
  List<String> names() {
    return memberships.values().stream()
        .filter(Membership::isPerson)
        .map(Membership::name)
        .toList();
  }

  /** The names of those who are behind. */
  List<String> namesBehind() {
    return memberships.values().stream()
        .filter(Membership::isBehind)
        .map(Membership::name)
        .toList();
  }

  /** Lets a member in; {@code welcome} is the first that it hears. */
  void admit(Member member, RoomEvent.Welcomed welcome) {
    // What was gathered so far belongs to those who are here already.
    Membership membership = new Membership(member, open.size());
    membership.send(new Batch(List.of(welcome)));
    memberships.put(member.identity(), membership);
    if (!membership.isPerson()) {
      return;
    }
    people++;
    if (crowd.isCrowd(people)) {
      crowd.joined();
      sumUpLater.run();
    } else {
      announce(new RoomEvent.Joined(membership.name()), membership);
    }
  }

  /** What a newcomer to the room called {@code room} is told. */
  RoomEvent.Welcomed welcome(String room, String topic, List<RoomEvent.Posted> replay) {
    List<String> others = new ArrayList<>();
    for (Membership membership : memberships.values()) {
      if (others.size() == crowd.namesListed()) {
        break;
      }
      if (membership.isPerson()) {
        others.add(membership.name());
      }
    }
    return new RoomEvent.Welcomed(room, topic, others, people - others.size(), replay);
  }

  /** Lets a member out, which hears all that was said while it was here, if it is here. */
  void dismiss(ActorRef<?> member) {
    Membership membership = memberships.get(member);
    if (membership != null) {
      catchUp(membership);
      remove(member);
    }
  }

  /** Lets a member out that hears nothing any more, and may not be here. */
  void remove(ActorRef<?> member) {
    Membership membership = memberships.remove(member);
    if (membership == null || !membership.isPerson()) {
      return;
    }
    boolean crowded = crowd.isCrowd(people);
    people--;
    if (crowded) {
      crowd.left();
      sumUpLater.run();
    } else {
      announce(new RoomEvent.Left(membership.name()), null);
    }
  }

  void rename(Membership membership, String newName) {
    String oldName = membership.name();
    membership.rename(newName);
    if (crowd.isCrowd(people)) {
      crowd.renamed();
      sumUpLater.run();
    } else {
      announce(new RoomEvent.Renamed(oldName, newName), membership);
    }
  }

  /** Tells of comings and goings that were not announced one by one. */
  void sumUp() {
    if (crowd.stirred()) {
      announce(crowd.sumUp(people), null);
    }
  }

  void post(RoomEvent.Posted posted, Membership author) {
    open.add(posted, author);
    flushSoon();
  }

  /**
   * Tells of something.
   *
   * @param cause who does not hear it; null when everyone does
   */
  void announce(RoomEvent event, Membership cause) {
    open.add(event, cause);
    flushSoon();
  }

  /** Sends a member what was gathered so far; the others get it with what comes further. */
  void catchUp(Membership membership) {
    open.sendAhead(membership);
  }

  /** Tells one member alone. */
  void tell(Membership membership, RoomEvent event) {
    catchUp(membership); // so that it reads as an answer
    membership.send(new Batch(List.of(event)));
  }

  /** The membership of who is called {@code name}; null when nobody is. */
  Membership membershipOf(String name) {
    return memberships.values().stream()
        .filter(membership -> membership.isPerson() && membership.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Has what was gathered, if anything, sent before long, and {@link #flushDue} called. */
  void flushSoon() {
    if (open.isFull()) {
      flush();
    }
    // Also when it has just been flushed: whoever posted is answered when the flush comes round.
    if (!flushPending) {
      flushPending = true;
      flushLater.run();
    }
  }

  /** The flush that was asked for has come round. */
  void flushDue() {
    flushPending = false;
    flush();
  }

  /** Sends what has been gathered. */
  void flush() {
    if (!open.isEmpty()) {
      open.sendTo(memberships.values());
    }
  }
}
