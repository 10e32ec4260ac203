package chat.parley.rooms;

import chat.parley.names.Names;
import chat.parley.room.RoomSettings;
import chat.parley.store.Retention;
import java.util.function.Function;

/**
 * What the registry goes by.
 *
 * @param rooms the settings of the room of a name
 * @param startRoom where everybody starts; it belongs to nobody
 * @param maxRooms how many rooms there may be
 * @param maxPeople how many people may be in one
 */
public record RegistrySettings(
    Function<String, RoomSettings> rooms, String startRoom, int maxRooms, int maxPeople) {

  boolean isStart(String room) {
    return Names.same(room, startRoom);
  }

  /** How much is kept of what is said in a room. */
  public Retention retention(String room) {
    return rooms.apply(room).history().retention();
  }

  RoomSettings of(String room) {
    return rooms.apply(room).with(maxPeople, !isStart(room));
  }
}
