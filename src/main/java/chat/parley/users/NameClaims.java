package chat.parley.users;

import chat.parley.access.Origin;
import chat.parley.moderation.Bans;
import chat.parley.names.Looks;
import chat.parley.names.Names;
import chat.parley.store.Sanction;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who may be called what: a name is for whoever comes first, but a registered one only for whoever
 * knows its password, one that reads like another for nobody, and none for whoever is banned.
 */
final class NameClaims {
  private final Users users;
  private final Registrations registrations;
  private final Bans bans;
  private final Predicate<String> isAwaited;
  private final Clock clock;
  private Set<String> extensionKeys = new HashSet<>();

  /** By what they look like. */
  private final Map<String, String> reservedNames = new HashMap<>();

  /**
   * @param isAwaited whether somebody is about to get the name with this key
   */
  NameClaims(
      NameSettings settings,
      Users users,
      Registrations registrations,
      Bans bans,
      Predicate<String> isAwaited,
      Clock clock) {
    this.users = users;
    this.registrations = registrations;
    this.bans = bans;
    this.isAwaited = isAwaited;
    this.clock = clock;
    configure(settings);
  }

  /** From now on, for what is done from now on. */
  void configure(NameSettings changed) {
    extensionKeys = changed.extensionNames().stream().map(Names::key).collect(Collectors.toSet());
    reservedNames.clear();
    for (String each : changed.reservedNames()) {
      Looks.of(each).forEach(form -> reservedNames.put(form, each));
    }
  }

  /**
   * Why somebody who has shown no password may not have a name; empty when they may.
   *
   * @param user who asks, under another name; null for who has none yet
   * @param operator whether reserved names are for them
   */
  Optional<NameReply.ToClaim> refusal(String name, Origin origin, User user, boolean operator) {
    String key = Names.key(name);
    Optional<NameReply.ToClaim> banned = ban(name, origin);
    if (banned.isPresent()) {
      return banned;
    }
    if (registrations.of(key) != null) {
      return Optional.of(new NameReply.NameRegistered(name));
    }
    boolean taken =
        users.named(name) != null
            || isExtension(key)
            || isAwaited.test(key)
            || registrations.isUnderWay(key);
    return taken ? Optional.of(new NameReply.NameTaken(name)) : misleading(name, user, operator);
  }

  /** Why a name that is free would be taken for another; empty when it would not. */
  private Optional<NameReply.ToClaim> misleading(String name, User user, boolean operator) {
    if (Names.mixesScripts(name)) {
      return Optional.of(new NameReply.MixesScripts(name));
    }
    Set<String> looks = Looks.of(name);
    String here = users.like(looks, user);
    if (here != null) {
      return Optional.of(new NameReply.LooksLike(name, here));
    }
    String registered = registrations.like(looks);
    if (registered != null && !isOwn(registered, user)) {
      return Optional.of(new NameReply.LooksLike(name, registered));
    }
    if (operator) {
      return Optional.empty();
    }
    return looks.stream()
        .map(reservedNames::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(reserved -> new NameReply.NameReserved(name, reserved));
  }

  private static boolean isOwn(String registered, User user) {
    return user != null && user.isRegistered() && user.isCalled(registered);
  }

  /** Whether the name with this key is an extension's. */
  boolean isExtension(String key) {
    return extensionKeys.contains(key);
  }

  /** The ban that keeps out somebody of this name, or without one, from there. */
  Optional<NameReply.ToClaim> ban(String name, Origin origin) {
    Optional<Sanction> ban = bans.of(name, origin.host(), clock.instant());
    return ban.map(each -> new NameReply.Banned(each.until(), each.why()));
  }
}
