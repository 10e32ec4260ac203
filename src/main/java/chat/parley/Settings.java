package chat.parley;

import chat.parley.door.DoorSettings;
import chat.parley.room.RoomSettings;
import com.typesafe.config.Config;
import java.util.List;

/**
 * Everything that can be set, read and checked.
 *
 * @param config what it was read from, with the settings of the libraries
 */
public record Settings(
    List<DoorSettings> doors, RoomSettings room, String logLevel, Config config) {}
