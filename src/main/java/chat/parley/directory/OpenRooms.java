package chat.parley.directory;

import chat.parley.names.LookAlikes;
import chat.parley.names.Looks;
import chat.parley.names.Names;
import chat.parley.room.Room;
import chat.parley.room.RoomSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * The rooms that there are. A room is opened when the first user is admitted to it, and told to
 * retire when the last one has been admitted elsewhere or has gone.
 */
final class OpenRooms {
  private final Map<String, OpenRoom> rooms = new HashMap<>();
  private final LookAlikes byLooks = new LookAlikes();
  private final BiFunction<String, RoomSettings, ActorRef<Room.Command>> spawn;
  private final Ownerships ownerships;
  private DirectorySettings settings;

  /**
   * @param spawn starts the room of a name
   */
  OpenRooms(
      DirectorySettings settings,
      Ownerships ownerships,
      BiFunction<String, RoomSettings, ActorRef<Room.Command>> spawn) {
    this.settings = settings;
    this.ownerships = ownerships;
    this.spawn = spawn;
  }

  /** Goes by other settings from now on, and so do the rooms that there are. */
  void configure(DirectorySettings changed) {
    settings = changed;
    OpenRoom start = named(settings.startRoom());
    if (start != null) {
      start.makeCommon();
    }
    for (OpenRoom room : rooms.values()) {
      room.ref().tell(new Room.Configure(settings.rooms().apply(room.name())));
    }
  }

  /** The room called {@code name}; null when there is none. */
  OpenRoom named(String name) {
    return rooms.get(Names.key(name));
  }

  Collection<OpenRoom> all() {
    return rooms.values();
  }

  /** Admits somebody to the room called {@code name}, or says why not. */
  Directory.Reply enter(User user, String name) {
    String key = Names.key(name);
    OpenRoom room = rooms.get(key);
    OpenRoom left = user.room();
    boolean comesBack = left != null && left.key().equals(key);
    if (room != null && room == left) {
      // Only who has lost it enters the room that it is in: it has failed.
      strike(room);
      room = null;
    }
    if (room == null && !comesBack) {
      Directory.Reply refused = refusal(name, key);
      if (refused != null) {
        return refused;
      }
    }
    if (room == null && rooms.size() >= settings.maxRooms() && !leavesItsRoomEmpty(user)) {
      return new Directory.TooManyRooms(name);
    }
    if (room != null && room.people() >= settings.maxPeople()) {
      return new Directory.RoomFull(room.name());
    }
    if (room != null && !comesBack && !room.letsIn(user)) {
      return new Directory.RoomLocked(room.name());
    }
    if (room == null) {
      room = comesBack ? openAgain(left) : open(name, user);
    }
    room.countIn();
    leave(user);
    user.setRoom(room);
    return new Directory.Admitted(room.name(), room.ref());
  }

  /** Why no room may be opened under a name; null when it may. Whose it is may have it for good. */
  private Directory.Reply refusal(String name, String key) {
    if (Names.same(name, settings.startRoom()) || ownerships.isKept(key)) {
      return null;
    }
    if (Names.mixesScripts(name)) {
      return new Directory.MixesScripts(name);
    }
    Set<String> looks = Looks.of(name);
    String like = Looks.alike(looks, Looks.of(settings.startRoom())) ? settings.startRoom() : null;
    like = like == null ? byLooks.like(looks, null) : like;
    like = like == null ? ownerships.like(looks) : like;
    return like == null ? null : new Directory.LooksLike(name, like);
  }

  /** So that there is one room less when it goes. */
  private static boolean leavesItsRoomEmpty(User user) {
    return user.room() != null && user.room().people() == 1;
  }

  private OpenRoom open(String name, User founder) {
    OpenRoom room = spawn(name);
    if (!Names.same(name, settings.startRoom())) {
      ownerships.found(room, founder);
    }
    return room;
  }

  private OpenRoom openAgain(OpenRoom failed) {
    OpenRoom room = spawn(failed.name());
    room.succeed(failed);
    return room;
  }

  private OpenRoom spawn(String name) {
    OpenRoom room = new OpenRoom(name, spawn.apply(name, settings.rooms().apply(name)));
    rooms.put(room.key(), room);
    byLooks.add(name);
    return room;
  }

  private void strike(OpenRoom room) {
    if (rooms.remove(room.key(), room)) {
      byLooks.remove(room.name());
    }
  }

  /** Somebody has left the server. */
  void gone(User user) {
    leave(user);
    List.copyOf(user.founded()).forEach(OpenRoom::founderGone);
  }

  private void leave(User user) {
    OpenRoom room = user.room();
    user.setRoom(null);
    if (room == null) {
      return;
    }
    room.countOut();
    if (room.people() == 0) {
      strike(room);
      room.end();
      room.ref().tell(new Room.Retire());
    }
  }

  /** Has nobody else enter; it retires when those who are in it have gone elsewhere. */
  void close(OpenRoom room) {
    strike(room);
  }

  /** The room has stopped. */
  void gone(String key, ActorRef<Room.Command> ref) {
    OpenRoom room = rooms.get(key);
    if (room != null && room.ref().equals(ref)) {
      strike(room);
    }
  }
}
