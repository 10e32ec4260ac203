package chat.parley.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Those who are in a room, in the order in which they came, and what they have yet to hear. It
 * decides who hears what: everybody hears everything but what they caused themselves.
 */
final class Assembly {
  private OpenBatch open;
  private Crowd crowd;
  private final Runnable flushLater;
  private final Runnable sumUpLater;
  private final Map<ActorRef<?>, Seat> seats = new LinkedHashMap<>();
  private int people;
  private boolean flushPending;

  /**
   * @param flushLater has {@link #flush} called when what is already under way has arrived
   * @param sumUpLater has {@link #sumUp} called within a second
   */
  Assembly(RoomSettings settings, Runnable flushLater, Runnable sumUpLater) {
    this.open = new OpenBatch(settings.batchPosts(), settings.batchBytes());
    this.crowd = new Crowd(settings.presenceLimit());
    this.flushLater = flushLater;
    this.sumUpLater = sumUpLater;
  }

  /** Goes by other settings, after all that was gathered, or not yet summed up, has been sent. */
  void configure(RoomSettings settings) {
    sumUp();
    flush();
    open = new OpenBatch(settings.batchPosts(), settings.batchBytes());
    crowd = new Crowd(settings.presenceLimit());
  }

  /** Whether nobody is here but, perhaps, extensions. */
  boolean isEmpty() {
    return people == 0;
  }

  /** The seat of {@code member}; null when it has none. */
  Seat seat(ActorRef<?> member) {
    return seats.get(member);
  }

  /** The names of all people. */
  List<String> names() {
    return seats.values().stream().filter(Seat::isPerson).map(Seat::name).toList();
  }

  /** The names of those who are behind. */
  List<String> namesBehind() {
    return seats.values().stream().filter(Seat::isBehind).map(Seat::name).toList();
  }

  /** Lets a member in; {@code welcome} is the first that it hears. */
  void admit(Member member, Room.Welcomed welcome) {
    // What was gathered so far belongs to those who are here already.
    Seat seat = new Seat(member, open.size());
    seat.send(new Batch(List.of(welcome)));
    seats.put(member.identity(), seat);
    if (!seat.isPerson()) {
      return;
    }
    people++;
    if (crowd.isCrowd(people)) {
      crowd.joined();
      sumUpLater.run();
    } else {
      announce(new Room.Joined(seat.name()), seat);
    }
  }

  /** What a newcomer to the room called {@code room} is told. */
  Room.Welcomed welcome(String room, String topic, List<Room.Posted> replay) {
    List<String> others = new ArrayList<>();
    for (Seat seat : seats.values()) {
      if (others.size() == crowd.namesListed()) {
        break;
      }
      if (seat.isPerson()) {
        others.add(seat.name());
      }
    }
    return new Room.Welcomed(room, topic, others, people - others.size(), replay);
  }

  /** Lets a member out, which hears all that was said while it was here, if it is here. */
  void dismiss(ActorRef<?> member) {
    Seat seat = seats.get(member);
    if (seat != null) {
      catchUp(seat);
      remove(member);
    }
  }

  /** Lets a member out that hears nothing any more, and may not be here. */
  void remove(ActorRef<?> member) {
    Seat seat = seats.remove(member);
    if (seat == null || !seat.isPerson()) {
      return;
    }
    boolean crowded = crowd.isCrowd(people);
    people--;
    if (crowded) {
      crowd.left();
      sumUpLater.run();
    } else {
      announce(new Room.Left(seat.name()), null);
    }
  }

  void rename(Seat seat, String newName) {
    String oldName = seat.name();
    seat.rename(newName);
    if (crowd.isCrowd(people)) {
      crowd.renamed();
      sumUpLater.run();
    } else {
      announce(new Room.Renamed(oldName, newName), seat);
    }
  }

  /** Tells of comings and goings that were not announced one by one. */
  void sumUp() {
    if (crowd.stirred()) {
      announce(crowd.sumUp(people), null);
    }
  }

  void post(Room.Posted posted, Seat author) {
    open.add(posted, author);
    flushSoon();
  }

  /**
   * Tells of something.
   *
   * @param cause who does not hear it; null when everyone does
   */
  void announce(Room.Event event, Seat cause) {
    open.add(event, cause);
    flushSoon();
  }

  /** Sends a member what was gathered so far; the others get it with what comes further. */
  void catchUp(Seat seat) {
    open.sendAhead(seat);
  }

  /** Tells one member alone. */
  void tell(Seat seat, Room.Event event) {
    catchUp(seat); // so that it reads as an answer
    seat.send(new Batch(List.of(event)));
  }

  /** The seat of who is called {@code name}; null when nobody is. */
  Seat seatOf(String name) {
    return seats.values().stream()
        .filter(seat -> seat.isPerson() && seat.name().equals(name))
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
      open.sendTo(seats.values());
    }
  }
}
