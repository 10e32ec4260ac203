package chat.parley;

import chat.parley.directory.DirectorySettings;
import chat.parley.door.DoorSettings;
import com.typesafe.config.Config;
import java.util.List;

/**
 * Everything that can be set, read and checked.
 *
 * @param config what it was read from, with the settings of the libraries
 */
public record Settings(
    List<DoorSettings> doors, DirectorySettings directory, String logLevel, Config config) {}
