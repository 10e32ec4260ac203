package chat.parley.directory;

import chat.parley.access.AddressRange;
import chat.parley.access.PasswordHash;
import chat.parley.access.Secret;
import chat.parley.names.LookAlikes;
import chat.parley.names.Names;
import chat.parley.store.Registration;
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
  private static final Duration DAY = Duration.ofDays(1);

  private final Map<String, Registration> byKey = new HashMap<>();
  private final LookAlikes namesByLooks = new LookAlikes();
  private final Set<String> underWay = new HashSet<>();

  /** By key, the names under way that nobody has registered yet, and where their people are. */
  private final Map<String, AddressRange> coming = new HashMap<>();

  private final Users people;
  private final OpenRooms rooms;
  private final Ownerships ownerships;
  private final AsyncServices services;
  private final Audit audit;
  private final Clock clock;

  /** How many names have been registered from each address since {@link #dayBegan}. */
  private final Map<AddressRange, Integer> today = new HashMap<>();

  private Instant dayBegan = Instant.MIN;
  private DirectorySettings settings;

  Registrations(
      DirectorySettings settings,
      List<Registration> kept,
      Users people,
      OpenRooms rooms,
      Ownerships ownerships,
      AsyncServices services,
      Audit audit,
      Clock clock) {
    this.settings = settings;
    this.people = people;
    this.rooms = rooms;
    this.ownerships = ownerships;
    this.services = services;
    this.audit = audit;
    this.clock = clock;
    kept.forEach(this::put);
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
  void configure(DirectorySettings changed) {
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
    String refused = refusal(user, password);
    if (!refused.isEmpty()) {
      user.answer(refused);
      return;
    }
    String key = user.key();
    String name = user.name();
    underWay.add(key);
    if (!byKey.containsKey(key)) {
      coming.put(key, AddressRange.around(user.origin().host()));
    }
    services.hash(
        user.origin().host(),
        password,
        hash -> {
          if (hash.isPresent() && mayHave(user, key)) {
            keep(user, new Registration(key, name, hash.get(), clock.instant()));
          } else {
            isDone(key);
            user.answer(name + " could not be registered; try again later");
          }
        });
  }

  private void isDone(String key) {
    underWay.remove(key);
    coming.remove(key);
  }

  private String refusal(User user, Secret password) {
    if (!settings.registration() || !settings.keeps()) {
      return "names cannot be registered here";
    }
    if (underWay.contains(user.key())) {
      return user.name() + " is just being registered or given up";
    }
    if (!mayHave(user, user.key())) {
      return user.name() + " is registered; /login NAME PASSWORD proves that it is yours";
    }
    if (!PasswordHash.isPassword(password)) {
      return "a password is 1 to " + PasswordHash.MAX_LENGTH + " characters";
    }
    boolean another = !byKey.containsKey(user.key());
    if (another && isFull(user.origin().host())) {
      return "too many names have been registered; try again tomorrow";
    }
    return "";
  }

  /** Whether {@code user} is here under the name of this key, which is nobody else's. */
  private boolean mayHave(User user, String key) {
    return people.of(user.session()) == user
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
    services.keep(
        registration,
        whyNot -> {
          isDone(key);
          if (!whyNot.isEmpty()) {
            // The reason names files of the server; it is in the log.
            user.answer(registration.name() + " cannot be kept now; try again later");
            return;
          }
          boolean again = put(registration);
          if (!again) {
            today.merge(AddressRange.around(user.origin().host()), 1, Integer::sum);
          }
          if (user.key().equals(key)) {
            user.setRegistered(true);
            ownerships.registered(user);
          }
          user.answer(done(registration.name(), again));
        });
  }

  private static String done(String name, boolean again) {
    return again
        ? name + " has another password now"
        : name
            + " is registered; next time its password is asked for, or: /login "
            + name
            + " PASSWORD";
  }

  /** Gives up the name of {@code user}, or as an operator that of somebody else. */
  void unregister(User user, Optional<String> wanted) {
    String name = wanted.orElse(user.name());
    String key = Names.key(name);
    Registration known = byKey.get(key);
    if (known == null) {
      user.answer(name + " is not registered");
    } else if (underWay.contains(key)) {
      user.answer(name + " is just being registered or given up");
    } else if (!user.isOperator() && !(user.isCalled(name) && user.isRegistered())) {
      user.answer(name + " is not yours to give up; /login NAME PASSWORD proves that it is");
    } else {
      underWay.add(key);
      services.forget(known, whyNot -> forgotten(user, known, whyNot));
    }
  }

  private void forgotten(User user, Registration known, String whyNot) {
    isDone(known.key());
    if (!whyNot.isEmpty()) {
      user.answer(known.name() + " stays registered, as that cannot be kept now");
      return;
    }
    byKey.remove(known.key());
    namesByLooks.remove(known.name());
    for (String each : ownerships.forgetAllOf(known.key())) {
      OpenRoom room = rooms.named(each);
      if (room != null) {
        room.disown();
      }
    }
    User holder = people.named(known.name());
    if (holder != null) {
      holder.setRegistered(false);
    }
    if (!user.equals(holder)) {
      audit.log(user, "unregister: " + known.name());
    }
    user.answer(known.name() + " is not registered any more");
  }
}
