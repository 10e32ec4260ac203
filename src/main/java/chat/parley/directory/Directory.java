package chat.parley.directory;

import chat.parley.room.Recovering;
import chat.parley.room.Room;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * Who is called what, and which rooms there are. One for the whole server.
 *
 * <p>Sessions speak to it. A session is known by its ref from its first {@link Claim} until it
 * stops, which the directory watches for: its name is free again then.
 *
 * <p>Rooms come and go by use: a room is spawned when the first session is admitted to it and told
 * to retire when the last one has been admitted elsewhere or has stopped. As every session passes
 * here before it joins, nobody is ever sent to a room that is retiring.
 *
 * <p>It never fails for good: what it cannot do it answers with {@link Failed}.
 */
public final class Directory extends AbstractBehavior<Directory.Command> {

  /** What the directory can be told; the answer goes to the {@code replyTo} of the claim. */
  public sealed interface Command {

    /** Whose business it is; null when it is no session's. */
    default ActorRef<?> session() {
      return null;
    }
  }

  /**
   * Asks for a name; answered with {@link Claimed} or {@link NameTaken}.
   *
   * @param replyTo where this and all further answers to the session go
   */
  public record Claim(ActorRef<?> session, String name, ActorRef<Reply> replyTo)
      implements Command {}

  /** Asks for any free {@code guestN}; answered with {@link Claimed}. */
  public record ClaimGuestName(ActorRef<?> session, ActorRef<Reply> replyTo) implements Command {}

  /** Asks for another name; answered with {@link Claimed} or {@link NameTaken}. */
  public record Rename(ActorRef<?> session, String name) implements Command {}

  /**
   * Asks for a room, which is made if there is none of that name; answered with {@link Admitted},
   * {@link RoomFull} or {@link TooManyRooms}.
   */
  public record Enter(ActorRef<?> session, String room) implements Command {}

  /** Asks for the {@link Rooms}. */
  public record ListRooms(ActorRef<?> session) implements Command {}

  /**
   * Says something to one person, wherever that person is: it gets {@link Whispered}, the sender
   * {@link WhisperSent} or {@link NobodyCalled}.
   */
  public record Whisper(ActorRef<?> session, String to, String text) implements Command {}

  private record SessionGone(ActorRef<?> session) implements Command {}

  private record RoomGone(String key, ActorRef<Room.Command> room) implements Command {}

  /** What the directory tells a session. */
  public sealed interface Reply {}

  /** The session has this name now. */
  public record Claimed(String name) implements Reply {}

  /** Somebody else has this name. */
  public record NameTaken(String name) implements Reply {}

  /** The session may join this room. */
  public record Admitted(String name, ActorRef<Room.Command> room) implements Reply {}

  /** As many people are in this room as may be. */
  public record RoomFull(String name) implements Reply {}

  /** There are as many rooms as may be, and none of this name. */
  public record TooManyRooms(String name) implements Reply {}

  /** All rooms, the most populated first. */
  public record Rooms(List<RoomSummary> rooms) implements Reply {}

  /** A room and how many people have been admitted to it. */
  public record RoomSummary(String name, int people) {}

  /** Somebody says something to this session alone. */
  public record Whispered(String from, String text) implements Reply {}

  /** What was whispered is on its way. */
  public record WhisperSent(String to, String text) implements Reply {}

  /** There is nobody of this name. */
  public record NobodyCalled(String name) implements Reply {}

  /** What the session asked for could not be done, for no fault of its own. */
  public record Failed() implements Reply {}

  private static final class Person {
    final ActorRef<?> session;
    final ActorRef<Reply> address;
    String name;
    OpenRoom room;

    Person(ActorRef<?> session, ActorRef<Reply> address, String name) {
      this.session = session;
      this.address = address;
      this.name = name;
    }
  }

  private static final class OpenRoom {
    final String name;
    final ActorRef<Room.Command> ref;
    int people;

    OpenRoom(String name, ActorRef<Room.Command> ref) {
      this.name = name;
      this.ref = ref;
    }
  }

  private final DirectorySettings settings;
  private final Clock clock;
  private final Set<String> reservedKeys;
  private final Map<String, Person> byName = new HashMap<>();
  private final Map<ActorRef<?>, Person> bySession = new HashMap<>();
  private final Map<String, OpenRoom> rooms = new HashMap<>();
  private long lastGuest;
  private long roomsMade;

  public static Behavior<Command> create(DirectorySettings settings, Clock clock) {
    return Behaviors.setup(context -> new Directory(context, settings, clock));
  }

  private Directory(ActorContext<Command> context, DirectorySettings settings, Clock clock) {
    super(context);
    this.settings = settings;
    this.clock = clock;
    this.reservedKeys =
        settings.reservedNames().stream().map(Names::key).collect(Collectors.toSet());
  }

  @Override
  public Receive<Command> createReceive() {
    return new Recovering<>(
        handlers(), "directory", Integer.MAX_VALUE, getContext().getLog(), this::recover);
  }

  private Receive<Command> handlers() {
    return newReceiveBuilder()
        .onMessage(Claim.class, this::onClaim)
        .onMessage(ClaimGuestName.class, this::onClaimGuestName)
        .onMessage(Rename.class, this::onRename)
        .onMessage(Enter.class, this::onEnter)
        .onMessage(ListRooms.class, this::onListRooms)
        .onMessage(Whisper.class, this::onWhisper)
        .onMessage(SessionGone.class, this::onSessionGone)
        .onMessage(RoomGone.class, this::onRoomGone)
        .build();
  }

  private Behavior<Command> onClaim(Claim claim) {
    if (isTaken(claim.name())) {
      claim.replyTo().tell(new NameTaken(claim.name()));
    } else {
      admit(new Person(claim.session(), claim.replyTo(), claim.name()));
    }
    return this;
  }

  private Behavior<Command> onClaimGuestName(ClaimGuestName claim) {
    String name;
    do {
      name = "guest" + ++lastGuest;
    } while (isTaken(name));
    admit(new Person(claim.session(), claim.replyTo(), name));
    return this;
  }

  private boolean isTaken(String name) {
    return byName.containsKey(Names.key(name)) || reservedKeys.contains(Names.key(name));
  }

  private void admit(Person person) {
    getContext().watchWith(person.session, new SessionGone(person.session));
    byName.put(Names.key(person.name), person);
    bySession.put(person.session, person);
    person.address.tell(new Claimed(person.name));
  }

  private Behavior<Command> onRename(Rename rename) {
    Person person = bySession.get(rename.session());
    if (person != null) {
      if (isTaken(rename.name()) && !Names.same(rename.name(), person.name)) {
        person.address.tell(new NameTaken(rename.name()));
      } else {
        byName.remove(Names.key(person.name));
        person.name = rename.name();
        byName.put(Names.key(person.name), person);
        person.address.tell(new Claimed(person.name));
      }
    }
    return this;
  }

  private Behavior<Command> onEnter(Enter enter) {
    Person person = bySession.get(enter.session());
    if (person != null) {
      String key = Names.key(enter.room());
      OpenRoom room = rooms.get(key);
      if (room != null && room == person.room) {
        // Only who has lost it enters the room that it is in: it has failed.
        rooms.remove(key);
        room = null;
      }
      if (room == null && rooms.size() >= settings.maxRooms() && !leavesItsRoomEmpty(person)) {
        person.address.tell(new TooManyRooms(enter.room()));
      } else if (room != null && room.people >= settings.maxPeople()) {
        person.address.tell(new RoomFull(room.name));
      } else {
        admit(person, room == null ? open(key, enter.room()) : room);
      }
    }
    return this;
  }

  /** So that there is one room less when it goes. */
  private static boolean leavesItsRoomEmpty(Person person) {
    return person.room != null && person.room.people == 1;
  }

  private void admit(Person person, OpenRoom room) {
    room.people++;
    leaveRoom(person);
    person.room = room;
    person.address.tell(new Admitted(room.name, room.ref));
  }

  private OpenRoom open(String key, String name) {
    // A retired room of the same name may still be stopping, so names of actors are never reused.
    ActorRef<Room.Command> ref =
        getContext()
            .spawn(Room.create(name, settings.rooms().apply(name), clock), "room-" + ++roomsMade);
    getContext().watchWith(ref, new RoomGone(key, ref));
    OpenRoom room = new OpenRoom(name, ref);
    rooms.put(key, room);
    return room;
  }

  private void leaveRoom(Person person) {
    OpenRoom room = person.room;
    person.room = null;
    if (room != null && --room.people == 0 && rooms.remove(Names.key(room.name), room)) {
      room.ref.tell(new Room.Retire());
    }
  }

  private Behavior<Command> onListRooms(ListRooms list) {
    Person person = bySession.get(list.session());
    if (person != null) {
      List<RoomSummary> summaries =
          rooms.values().stream()
              .map(room -> new RoomSummary(room.name, room.people))
              .sorted(
                  Comparator.comparingInt(RoomSummary::people)
                      .reversed()
                      .thenComparing(RoomSummary::name))
              .toList();
      person.address.tell(new Rooms(summaries));
    }
    return this;
  }

  private Behavior<Command> onWhisper(Whisper whisper) {
    Person from = bySession.get(whisper.session());
    Person to = byName.get(Names.key(whisper.to()));
    if (from != null && to == null) {
      from.address.tell(new NobodyCalled(whisper.to()));
    } else if (from != null) {
      to.address.tell(new Whispered(from.name, whisper.text()));
      from.address.tell(new WhisperSent(to.name, whisper.text()));
    }
    return this;
  }

  private Behavior<Command> onSessionGone(SessionGone gone) {
    Person person = bySession.remove(gone.session());
    if (person != null) {
      byName.remove(Names.key(person.name));
      leaveRoom(person);
    }
    return this;
  }

  /** Nothing is half done: each handler changes something only when nothing more can fail. */
  private Behavior<Command> recover(Command failed) {
    Person person = bySession.get(failed.session());
    if (failed instanceof Claim claim) {
      claim.replyTo().tell(new Failed());
    } else if (failed instanceof ClaimGuestName claim) {
      claim.replyTo().tell(new Failed());
    } else if (person != null) {
      person.address.tell(new Failed());
    }
    return this;
  }

  private Behavior<Command> onRoomGone(RoomGone gone) {
    OpenRoom room = rooms.get(gone.key());
    if (room != null && room.ref.equals(gone.room())) {
      rooms.remove(gone.key());
    }
    return this;
  }
}
