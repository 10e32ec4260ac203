package chat.parley.moderation;

import chat.parley.store.Sanction;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * From where nobody may come. The directory says so, and every listener looks before it makes a
 * session of a connection; hence it can be read by many threads while one changes it.
 */
public final class BannedAddresses {
  private volatile List<Sanction> bans = List.of();

  /** From now on these, of which each has addresses, and no others. */
  public void set(List<Sanction> all) {
    bans = List.copyOf(all);
  }

  /** The ban that keeps out who comes from {@code address}. */
  public Optional<Sanction> of(InetAddress address, Instant now) {
    for (Sanction ban : bans) {
      if (!ban.isOver(now) && ban.addresses().orElseThrow().contains(address)) {
        return Optional.of(ban);
      }
    }
    return Optional.empty();
  }
}
