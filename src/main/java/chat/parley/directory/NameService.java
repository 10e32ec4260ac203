package chat.parley.directory;

import chat.parley.access.Origin;
import chat.parley.access.Passwords;
import chat.parley.names.Looks;
import chat.parley.names.Names;
import chat.parley.store.Registration;
import chat.parley.store.Sanction;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Who may be called what: a name is for whoever comes first, but a registered one only for whoever
 * knows its password, and none for whoever is banned.
 */
final class NameService {
  private final Users people;
  private final Registrations registrations;
  private final Sanctions sanctions;
  private final Ownerships ownerships;
  private final IgnoreLists ignoreLists;
  private final AsyncServices services;
  private final Clock clock;
  private final Consumer<User> welcome;

  /** By key: who is to have a name as soon as whoever has it now has gone. */
  private final Map<String, Runnable> waiting = new HashMap<>();

  private Set<String> extensionKeys;

  /** By what they look like. */
  private final Map<String, String> reservedNames = new HashMap<>();

  private long lastGuest;

  /**
   * @param welcome told of whoever has got a name for the first time
   */
  NameService(
      DirectorySettings settings,
      Users people,
      Registrations registrations,
      Sanctions sanctions,
      Ownerships ownerships,
      IgnoreLists ignoreLists,
      AsyncServices services,
      Clock clock,
      Consumer<User> welcome) {
    this.people = people;
    this.registrations = registrations;
    this.sanctions = sanctions;
    this.ownerships = ownerships;
    this.ignoreLists = ignoreLists;
    this.services = services;
    this.clock = clock;
    this.welcome = welcome;
    configure(settings);
  }

  /** From now on, for what is done from now on. */
  void configure(DirectorySettings changed) {
    extensionKeys = changed.extensionNames().stream().map(Names::key).collect(Collectors.toSet());
    reservedNames.clear();
    for (String each : changed.reservedNames()) {
      Looks.of(each).forEach(form -> reservedNames.put(form, each));
    }
  }

  void claim(Directory.Claim claim) {
    Directory.Answer refused = refusal(claim.name(), claim.origin(), null);
    if (refused != null) {
      claim.replyTo().tell(refused);
    } else {
      admit(claim.session(), claim.name(), false, claim.origin(), claim.replyTo());
    }
  }

  void claimGuestName(Directory.ClaimGuestName claim) {
    Directory.Answer banned = ban("", claim.origin());
    if (banned != null) {
      claim.replyTo().tell(banned);
      return;
    }
    String name;
    do {
      name = "guest" + ++lastGuest;
    } while (refusal(name, claim.origin(), null) != null);
    admit(claim.session(), name, false, claim.origin(), claim.replyTo());
  }

  void rename(User user, String name) {
    Directory.Answer refused = user.isCalled(name) ? null : refusal(name, user.origin(), user);
    if (refused != null) {
      user.tell(refused);
    } else {
      call(user, name, user.isCalled(name) && user.isRegistered());
    }
  }

  /**
   * Why somebody who has shown no password may not have a name; null when they may.
   *
   * @param user who asks, under another name; null for who has none yet
   */
  private Directory.Answer refusal(String name, Origin origin, User user) {
    String key = Names.key(name);
    Directory.Answer banned = ban(name, origin);
    if (banned != null) {
      return banned;
    }
    if (registrations.of(key) != null) {
      return new Directory.NameRegistered(name);
    }
    boolean taken =
        people.named(name) != null
            || extensionKeys.contains(key)
            || waiting.containsKey(key)
            || registrations.isUnderWay(key);
    return taken ? new Directory.NameTaken(name) : misleading(name, user);
  }

  /** Why a name that is free would be taken for another; null when it would not. */
  private Directory.Answer misleading(String name, User user) {
    if (Names.mixesScripts(name)) {
      return new Directory.MixesScripts(name);
    }
    Set<String> looks = Looks.of(name);
    String here = people.like(looks, user);
    if (here != null) {
      return new Directory.LooksLike(name, here);
    }
    String registered = registrations.like(looks);
    if (registered != null && !isOwn(registered, user)) {
      return new Directory.LooksLike(name, registered);
    }
    if (user != null && user.isOperator()) {
      return null;
    }
    return looks.stream()
        .map(reservedNames::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(reserved -> new Directory.NameReserved(name, reserved))
        .orElse(null);
  }

  private static boolean isOwn(String registered, User user) {
    return user != null && user.isRegistered() && user.isCalled(registered);
  }

  private Directory.Answer ban(String name, Origin origin) {
    Optional<Sanction> ban = sanctions.banOf(name, origin.host());
    return ban.map(each -> new Directory.Banned(each.until(), each.why())).orElse(null);
  }

  private void admit(
      ActorRef<?> session,
      String name,
      boolean proven,
      Origin origin,
      ActorRef<Directory.Reply> replyTo) {
    User user = new User(session, replyTo, origin, clock.instant(), name);
    user.call(name, proven);
    people.add(user);
    welcome.accept(user);
    user.tell(new Directory.Claimed(name));
    named(user);
  }

  private void call(User user, String name, boolean proven) {
    String before = user.key();
    people.rename(user, name, proven);
    user.tell(new Directory.Claimed(name));
    named(user);
    if (!before.equals(user.key())) {
      released(before);
    }
  }

  private void named(User user) {
    user.setMute(sanctions.muteOf(user));
    ignoreLists.named(user);
    ownerships.registered(user);
  }

  /** Gives a registered name to whoever knows its password, whoever has it now. */
  void login(Directory.Login login) {
    Registration known = registrations.of(Names.key(login.name()));
    if (known == null) {
      login.replyTo().tell(new Directory.NotRegistered(login.name()));
      return;
    }
    services.check(
        login.origin().host(),
        known.password(),
        login.password(),
        verdict -> {
          if (verdict == Passwords.Verdict.RIGHT) {
            handOver(login, known);
          } else {
            login.replyTo().tell(Directory.answer(verdict));
          }
        });
  }

  private void handOver(Directory.Login login, Registration known) {
    User holder = people.named(known.name());
    if (holder == null || holder.session().equals(login.session())) {
      entitle(login, known);
    } else if (waiting.putIfAbsent(known.key(), () -> entitle(login, known)) == null) {
      holder.tell(new Directory.SessionReplaced());
    } else {
      login.replyTo().tell(new Directory.NameTaken(known.name()));
    }
  }

  /** What was true when the password came need not be any more. */
  private void entitle(Directory.Login login, Registration known) {
    Directory.Answer banned = ban(known.name(), login.origin());
    if (banned != null) {
      login.replyTo().tell(banned);
    } else if (!known.equals(registrations.of(known.key()))
        || registrations.isUnderWay(known.key())) {
      login.replyTo().tell(new Directory.WrongPassword());
    } else if (extensionKeys.contains(known.key())) {
      login.replyTo().tell(new Directory.NameTaken(known.name()));
    } else if (people.of(login.session()) == null) {
      admit(login.session(), known.name(), true, login.origin(), login.replyTo());
    } else {
      call(people.of(login.session()), known.name(), true);
    }
  }

  /** Somebody of this name has gone. */
  void gone(User user) {
    ignoreLists.gone(user);
    released(user.key());
  }

  /** Nobody has the name of this key any more. */
  private void released(String key) {
    Runnable next = waiting.remove(key);
    if (next != null) {
      next.run();
    }
  }
}
