package chat.parley.users;

import chat.parley.access.AddressRange;
import chat.parley.access.PasswordHash;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the name service goes by.
 *
 * @param maxName how many characters a name may have
 * @param extensionNames what no user may be called
 * @param reservedNames what operators alone may be called
 * @param serverPassword what everybody must know to come in; empty when nothing
 * @param keeps whether anything outlives the server
 * @param registration whether names can be registered
 * @param registrationsPerAddress how many a day from one address; 0 for any
 * @param maxRegistrations how many in all
 * @param shared where people who have nothing to do with each other come from: they are not counted
 *     as one
 * @param messages what may wait for whoever a registered name belongs to
 */
public record NameSettings(
    int maxName,
    Set<String> extensionNames,
    List<String> reservedNames,
    Optional<PasswordHash> serverPassword,
    boolean keeps,
    boolean registration,
    int registrationsPerAddress,
    int maxRegistrations,
    List<AddressRange> shared,
    MessageLimits messages) {

  boolean isShared(InetAddress address) {
    return shared.stream().anyMatch(range -> range.contains(address));
  }
}
