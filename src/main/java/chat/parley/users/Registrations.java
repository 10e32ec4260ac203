package chat.parley.users;

import chat.parley.access.AddressRange;
import chat.parley.access.PasswordClient;
import chat.parley.access.PasswordHash;
import chat.parley.access.Secret;
import chat.parley.names.LookAlikes;
import chat.parley.names.Names;
import chat.parley.store.Registration;
import chat.parley.store.StoreClient;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that belong to whoever knows their password. To hash a password and to keep the result
 * takes a while; until that is done nobody else can have the name, nor change who it belongs to.
 */
final class Registrations {

  /** What else changes with a registration. */
  interface Effects {

    /** How many names are registered now. */
    void count(int registrations);

    /** {@code known} is registered no longer, as {@code by} wants, whose it need not be. */
    void unregistered(Registration known, User by, boolean own);
  }

  private static final Duration DAY = Duration.ofDays(1);

  private final Map<String, Registration> byKey = new HashMap<>();
  private final LookAlikes namesByLooks = new LookAlikes();
  private final Set<String> underWay = new HashSet<>();

  /** By key, the names under way that nobody has registered yet, and where their people are. */
  private final Map<String, AddressRange> coming = new HashMap<>();

  private final Users users;
  private final PasswordClient<NameCommand> passwords;
  private final StoreClient<NameCommand> store;
  private final Effects effects;
  private final Clock clock;

  /** How many names have been registered from each address since {@link #dayBegan}. */
  private final Map<AddressRange, Integer> today = new HashMap<>();

  private Instant dayBegan = Instant.MIN;
  private NameSettings settings;

  Registrations(
      NameSettings settings,
      List<Registration> kept,
      Users users,
      PasswordClient<NameCommand> passwords,
      StoreClient<NameCommand> store,
      Effects effects,
      Clock clock) {
    this.settings = settings;
    this.users = users;
    this.passwords = passwords;
    this.store = store;
    this.effects = effects;
    this.clock = clock;
    kept.forEach(this::put);
    effects.count(count());
  }

  /** Answers whether the name was registered before. */
  private boolean put(Registration registration) {
    Registration before = byKey.put(registration.key(), registration);
    if (before != null) {
      namesByLooks.remove(before.name());
    }
    namesByLooks.add(registration.name());
    return before != null;
  }

  /** From now on, for what is done from now on. */
  void configure(NameSettings changed) {
    settings = changed;
  }

  int count() {
    return byKey.size();
  }

  /** Who has registered the name of this key; null when nobody has. */
  Registration of(String key) {
    return byKey.get(key);
  }

  /** A registered name that reads like one of these looks; null for none. */
  String like(Set<String> looks) {
    return namesByLooks.like(looks, null);
  }

  /** Whether the name of this key is just being registered or given up. */
  boolean isUnderWay(String key) {
    return underWay.contains(key);
  }

  /** Keeps the name of {@code user} for whoever knows {@code password}. */
  void register(User user, Secret password) {
    Optional<NameReply.NameOutcome> refused = refusal(user, password);
    if (refused.isPresent()) {
      user.tell(refused.get());
      return;
    }
    String key = user.key();
    String name = user.name();
    underWay.add(key);
    if (!byKey.containsKey(key)) {
      coming.put(key, AddressRange.around(user.origin().host()));
    }
    passwords.hash(
        user.origin().host(),
        password,
        hash -> {
          if (hash.isPresent() && mayHave(user, key)) {
            keep(user, new Registration(key, name, hash.get(), clock.instant()));
          } else {
            isDone(key);
            user.tell(new NameReply.NotRegisteredNow(name));
          }
        });
  }

  private void isDone(String key) {
    underWay.remove(key);
    coming.remove(key);
  }

  private Optional<NameReply.NameOutcome> refusal(User user, Secret password) {
    if (!settings.registration() || !settings.keeps()) {
      return Optional.of(new NameReply.NoRegistration());
    }
    if (underWay.contains(user.key())) {
      return Optional.of(new NameReply.UnderWay(user.name()));
    }
    if (!mayHave(user, user.key())) {
      return Optional.of(new NameReply.RegisteredBefore(user.name()));
    }
    if (!PasswordHash.isPassword(password)) {
      return Optional.of(new NameReply.IllegalPassword(PasswordHash.MAX_LENGTH));
    }
    boolean another = !byKey.containsKey(user.key());
    if (another && isFull(user.origin().host())) {
      return Optional.of(new NameReply.TooManyRegistrations());
    }
    return Optional.empty();
  }

  /** Whether {@code user} is here under the name of this key, which is nobody else's. */
  private boolean mayHave(User user, String key) {
    return users.of(user.id()) == user
        && user.key().equals(key)
        && (user.isRegistered() || !byKey.containsKey(key));
  }

  private boolean isFull(InetAddress from) {
    Instant now = clock.instant();
    if (now.isAfter(dayBegan.plus(DAY))) {
      dayBegan = now;
      today.clear();
    }
    int most = settings.registrationsPerAddress();
    boolean counts = most > 0 && !settings.isShared(from);
    return byKey.size() + coming.size() >= settings.maxRegistrations()
        || (counts && todayFrom(AddressRange.around(from)) >= most);
  }

  /** How many have been registered or are coming from there: they may all come at once. */
  private int todayFrom(AddressRange range) {
    return today.getOrDefault(range, 0) + Collections.frequency(coming.values(), range);
  }

  private void keep(User user, Registration registration) {
    String key = registration.key();
    store.keep(
        registration,
        whyNot -> {
          isDone(key);
          if (whyNot.isPresent()) {
            // The reason names files of the server; it is in the log.
            user.tell(new NameReply.CannotBeKept(registration.name()));
            return;
          }
          boolean again = put(registration);
          if (!again) {
            today.merge(AddressRange.around(user.origin().host()), 1, Integer::sum);
          }
          if (user.key().equals(key)) {
            user.setRegistered(true);
          }
          effects.count(count());
          user.tell(
              again
                  ? new NameReply.PasswordChanged(registration.name())
                  : new NameReply.Registered(registration.name()));
        });
  }

  /** Gives up the name of {@code user}, or as an operator that of somebody else. */
  void unregister(User user, Optional<String> wanted, boolean operator) {
    String name = wanted.orElse(user.name());
    String key = Names.key(name);
    Registration known = byKey.get(key);
    if (known == null) {
      user.tell(new NameReply.NothingToGiveUp(name));
    } else if (underWay.contains(key)) {
      user.tell(new NameReply.UnderWay(name));
    } else if (!operator && !(user.isCalled(name) && user.isRegistered())) {
      user.tell(new NameReply.NotYours(name));
    } else {
      underWay.add(key);
      store.forget(known, whyNot -> forgotten(user, known, whyNot));
    }
  }

  private void forgotten(User user, Registration known, Optional<String> whyNot) {
    isDone(known.key());
    if (whyNot.isPresent()) {
      user.tell(new NameReply.StaysRegistered(known.name()));
      return;
    }
    byKey.remove(known.key());
    namesByLooks.remove(known.name());
    effects.count(count());
    User holder = users.named(known.name());
    if (holder != null) {
      holder.setRegistered(false);
    }
    effects.unregistered(known, user, user.equals(holder));
    user.tell(new NameReply.Unregistered(known.name()));
  }
}
