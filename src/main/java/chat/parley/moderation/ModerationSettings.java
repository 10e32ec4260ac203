package chat.parley.moderation;

import chat.parley.access.AddressRange;
import chat.parley.access.PasswordHash;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What moderation goes by.
 *
 * @param operatorPassword what makes an operator; empty when there are none
 * @param maxName how many characters a name may have
 * @param keeps whether anything outlives the server
 * @param shared where people who have nothing to do with each other come from: they are not banned
 *     with their address
 */
public record ModerationSettings(
    Optional<PasswordHash> operatorPassword,
    int maxName,
    boolean keeps,
    List<AddressRange> shared) {

  boolean isShared(InetAddress address) {
    return shared.stream().anyMatch(range -> range.contains(address));
  }
}
