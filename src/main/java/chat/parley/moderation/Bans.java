package chat.parley.moderation;

import chat.parley.names.Looks;
import chat.parley.store.Sanction;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may not come in. {@link Moderation} says so; every listener looks before it makes a session
 * of a connection, and the name service before it gives somebody a name. Hence it can be read by
 * many threads while one changes it.
 */
public final class Bans {
  private volatile List<Sanction> bans = List.of();

  /** From now on these, and no others. */
  void set(List<Sanction> all) {
    bans = List.copyOf(all);
  }

  /** The ban that keeps out who comes from {@code address}, whatever their name. */
  public Optional<Sanction> of(InetAddress address, Instant now) {
    for (Sanction ban : bans) {
      if (!ban.isOver(now) && isFrom(ban, address)) {
        return Optional.of(ban);
      }
    }
    return Optional.empty();
  }

  /**
   * The ban that keeps out somebody of this name, or of one that reads like it, who comes from
   * {@code address}.
   *
   * @param name empty for none
   */
  public Optional<Sanction> of(String name, InetAddress address, Instant now) {
    List<Sanction> all = bans;
    if (all.isEmpty()) {
      return Optional.empty(); // as nearly always, and nobody asks how the name looks
    }
    Set<String> looks = Looks.of(name);
    return all.stream().filter(ban -> !ban.isOver(now) && meets(ban, looks, address)).findFirst();
  }

  /** The ban that keeps out somebody of this name, or of one that reads like it, from anywhere. */
  public Optional<Sanction> ofName(String name, Instant now) {
    List<Sanction> all = bans;
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Set<String> looks = Looks.of(name);
    return all.stream().filter(ban -> !ban.isOver(now) && isOnName(ban, looks)).findFirst();
  }

  /** Whether {@code sanction} goes for a name that looks so, or for this address. */
  static boolean meets(Sanction sanction, Set<String> looks, InetAddress address) {
    return isOnName(sanction, looks) || isFrom(sanction, address);
  }

  static boolean isOnName(Sanction sanction, Set<String> looks) {
    return sanction.nameKey().isPresent() && Looks.alike(Looks.of(sanction.target()), looks);
  }

  private static boolean isFrom(Sanction sanction, InetAddress address) {
    return sanction.addresses().filter(range -> range.contains(address)).isPresent();
  }
}
