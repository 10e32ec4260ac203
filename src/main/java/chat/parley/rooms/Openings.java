package chat.parley.rooms;

import chat.parley.names.Looks;
import chat.parley.names.Names;
import java.util.Optional;
import java.util.Set;

/** Whether a room may be opened: there may be so many, and none whose name reads like another. */
final class Openings {
  private final OpenRooms rooms;
  private final Ownerships ownerships;
  private RegistrySettings settings;

  Openings(RegistrySettings settings, OpenRooms rooms, Ownerships ownerships) {
    this.settings = settings;
    this.rooms = rooms;
    this.ownerships = ownerships;
  }

  void configure(RegistrySettings changed) {
    settings = changed;
  }

  /** Why no room is opened; empty when one is. */
  Optional<RegistryReply.ToFind> refusal(RegistryCommand.Find find) {
    String name = find.name();
    if (!settings.isStart(name) && !ownerships.isKept(Names.key(name))) {
      if (Names.mixesScripts(name)) {
        return Optional.of(new RegistryReply.MixesScripts(name));
      }
      String like = like(Looks.of(name));
      if (like != null) {
        return Optional.of(new RegistryReply.LooksLike(name, like));
      }
    }
    boolean full = isFull() && !leavesRoomEmpty(find);
    return full ? Optional.of(new RegistryReply.TooManyRooms(name)) : Optional.empty();
  }

  /** Whether there are as many rooms as there may be. */
  boolean isFull() {
    return rooms.count() >= settings.maxRooms();
  }

  private String like(Set<String> looks) {
    if (Looks.alike(looks, Looks.of(settings.startRoom()))) {
      return settings.startRoom();
    }
    String open = rooms.like(looks);
    return open == null ? ownerships.like(looks) : open;
  }

  /** So that there is one room less when whoever asks has gone from there. */
  private boolean leavesRoomEmpty(RegistryCommand.Find find) {
    OpenRoom left = find.leaving().isEmpty() ? null : rooms.named(find.leaving());
    return left != null && left.people() == 1;
  }
}
