package chat.parley.directory;

import chat.parley.access.AddressRange;
import chat.parley.access.PasswordHash;
import chat.parley.room.RoomSettings;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the directory needs to know.
 *
 * @param rooms the settings of the room of a name
 * @param startRoom where everybody starts; it belongs to nobody
 * @param maxRooms how many rooms there may be
 * @param maxPeople how many people may be in one
 * @param maxName how many characters a name may have
 * @param extensionNames what no user may be called
 * @param reservedNames what operators alone may be called
 * @param serverPassword what everybody must know to come in; empty when nothing
 * @param operatorPassword what makes an operator; empty when there are none
 * @param keeps whether anything outlives the server
 * @param registration whether names can be registered
 * @param registrationsPerAddress how many a day from one address; 0 for any
 * @param maxRegistrations how many in all
 * @param shared where people who have nothing to do with each other come from: they are not banned
 *     with their address
 */
public record DirectorySettings(
    Function<String, RoomSettings> rooms,
    String startRoom,
    int maxRooms,
    int maxPeople,
    int maxName,
    Set<String> extensionNames,
    List<String> reservedNames,
    Optional<PasswordHash> serverPassword,
    Optional<PasswordHash> operatorPassword,
    boolean keeps,
    boolean registration,
    int registrationsPerAddress,
    int maxRegistrations,
    List<AddressRange> shared) {

  boolean isShared(InetAddress address) {
    return shared.stream().anyMatch(range -> range.contains(address));
  }
}
