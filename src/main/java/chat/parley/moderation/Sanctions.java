package chat.parley.moderation;

import chat.parley.access.AddressRange;
import chat.parley.names.Names;
import chat.parley.store.Sanction;
import chat.parley.store.StoreClient;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bans and mutes in force. Each goes for a name, for addresses, or for both: then whoever has
 * either is meant, so that another name or another connection does not help.
 */
final class Sanctions {
  private final Map<String, Sanction> bans = new LinkedHashMap<>();
  private final Map<String, Sanction> mutes = new LinkedHashMap<>();
  private final Bans published;
  private final StoreClient<ModerationCommand> store;
  private final Clock clock;

  /**
   * @param published told of every ban
   */
  Sanctions(
      Collection<Sanction> kept,
      Bans published,
      StoreClient<ModerationCommand> store,
      Clock clock) {
    this.published = published;
    this.store = store;
    this.clock = clock;
    kept.forEach(each -> of(each.kind()).put(key(each), each));
    sweep();
  }

  private Map<String, Sanction> of(Sanction.Kind kind) {
    return kind == Sanction.Kind.BAN ? bans : mutes;
  }

  private static String key(Sanction sanction) {
    return key(sanction.target());
  }

  private static String key(String target) {
    return AddressRange.parse(target)
        .map(AddressRange::toString)
        .orElseGet(() -> Names.key(target));
  }

  /**
   * Puts it in force, in place of one for the same target. The addresses that went with a name
   * before stay meant: with the name when nobody of that name is here, and else by themselves,
   * unless they are meant for longer already.
   *
   * @return what is in force now, all of it new
   */
  List<Sanction> add(Sanction sanction) {
    Map<String, Sanction> all = of(sanction.kind());
    Optional<AddressRange> before =
        Optional.ofNullable(all.get(key(sanction)))
            .filter(each -> !each.isOver(clock.instant()))
            .flatMap(Sanction::addresses);
    List<Sanction> added = new ArrayList<>();
    if (before.isEmpty() || before.equals(sanction.addresses())) {
      added.add(sanction);
    } else if (sanction.addresses().isEmpty()) {
      added.add(with(sanction, sanction.target(), sanction.nameKey(), before));
    } else {
      added.add(sanction);
      Sanction left = with(sanction, before.get().toString(), Optional.empty(), before);
      if (!outlasts(all.get(key(left)), left)) {
        added.add(left);
      }
    }
    added.forEach(each -> all.put(key(each), each));
    sweep();
    return added;
  }

  private static boolean outlasts(Sanction known, Sanction other) {
    return known != null && end(known).isAfter(end(other));
  }

  private static Instant end(Sanction sanction) {
    return sanction.until().orElse(Instant.MAX);
  }

  private static Sanction with(
      Sanction like, String target, Optional<String> nameKey, Optional<AddressRange> addresses) {
    return new Sanction(
        like.kind(), target, nameKey, addresses, like.since(), like.until(), like.by(), like.why());
  }

  /** Ends the one for {@code target}; answers which that was, if there was one. */
  Optional<Sanction> remove(Sanction.Kind kind, String target) {
    Sanction removed = of(kind).remove(key(target));
    publish();
    return Optional.ofNullable(removed);
  }

  /**
   * Why {@code user} may only listen: of all mutes that go for it, the one that ends last. One that
   * it has stays its own under another name. An operator is muted by name only.
   */
  Optional<Sanction> muteOf(Visitor user) {
    return inForce(mutes)
        .filter(each -> isThatOf(user, each) || goesFor(each, user))
        .max(Comparator.comparing(Sanctions::end));
  }

  /** Also when it has been given once more since. */
  private static boolean isThatOf(Visitor user, Sanction mute) {
    return user.mute() != null && key(user.mute()).equals(key(mute));
  }

  private static boolean goesFor(Sanction mute, Visitor user) {
    return user.isOperator() ? Bans.isOnName(mute, user.looks()) : meets(mute, user);
  }

  private Stream<Sanction> inForce(Map<String, Sanction> among) {
    if (among.isEmpty()) {
      return Stream.empty(); // as nearly always, and nobody asks what time it is
    }
    Instant now = clock.instant();
    return among.values().stream().filter(each -> !each.isOver(now));
  }

  /** Whether {@code sanction} goes for {@code user}, by name or by address. */
  static boolean meets(Sanction sanction, Visitor user) {
    return Bans.meets(sanction, user.looks(), user.origin().host());
  }

  /** All that are in force, bans first, the oldest first. */
  List<Sanction> all() {
    sweep();
    return List.of(bans, mutes).stream()
        .flatMap(each -> each.values().stream().sorted(Comparator.comparing(Sanction::since)))
        .toList();
  }

  /** Forgets those that are over. */
  private void sweep() {
    Instant now = clock.instant();
    for (Map<String, Sanction> each : List.of(bans, mutes)) {
      each.values().stream().filter(one -> one.isOver(now)).forEach(store::forgetQuietly);
      each.values().removeIf(one -> one.isOver(now));
    }
    publish();
  }

  private void publish() {
    published.set(List.copyOf(bans.values()));
  }
}
