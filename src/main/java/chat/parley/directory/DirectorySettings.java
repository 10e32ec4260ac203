package chat.parley.directory;

import chat.parley.room.RoomSettings;
import java.util.Set;
import java.util.function.Function;

/**
 * What the directory needs to know.
 *
 * @param rooms the settings of the room of a name
 * @param maxRooms how many rooms there may be
 * @param maxPeople how many people may be in one
 * @param reservedNames what no person may be called: the names of extensions
 */
public record DirectorySettings(
    Function<String, RoomSettings> rooms, int maxRooms, int maxPeople, Set<String> reservedNames) {}
