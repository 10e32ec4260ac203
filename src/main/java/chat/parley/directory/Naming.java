package chat.parley.directory;

import chat.parley.access.Origin;
import chat.parley.access.Passwords;
import chat.parley.access.Registration;
import chat.parley.access.Sanction;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Who may be called what: a name is for whoever comes first, but a registered one only for whoever
 * knows its password, and none for whoever is banned.
 */
final class Naming {
  private final People people;
  private final Registrations registrations;
  private final Sanctions sanctions;
  private final Ownerships ownerships;
  private final IgnoreLists ignoreLists;
  private final Errands errands;
  private final Clock clock;
  private final Consumer<Person> welcome;

  /** By key: who is to have a name as soon as whoever has it now has gone. */
  private final Map<String, Runnable> waiting = new HashMap<>();

  private Set<String> reservedKeys;
  private long lastGuest;

  /**
   * @param welcome told of whoever has got a name for the first time
   */
  Naming(
      DirectorySettings settings,
      People people,
      Registrations registrations,
      Sanctions sanctions,
      Ownerships ownerships,
      IgnoreLists ignoreLists,
      Errands errands,
      Clock clock,
      Consumer<Person> welcome) {
    this.people = people;
    this.registrations = registrations;
    this.sanctions = sanctions;
    this.ownerships = ownerships;
    this.ignoreLists = ignoreLists;
    this.errands = errands;
    this.clock = clock;
    this.welcome = welcome;
    configure(settings);
  }

  /** From now on, for what is done from now on. */
  void configure(DirectorySettings changed) {
    reservedKeys = changed.reservedNames().stream().map(Names::key).collect(Collectors.toSet());
  }

  void claim(Directory.Claim claim) {
    Directory.Answer refused = refusal(claim.name(), claim.origin());
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
    } while (refusal(name, claim.origin()) != null);
    admit(claim.session(), name, false, claim.origin(), claim.replyTo());
  }

  void rename(Person person, String name) {
    Directory.Answer refused = person.isCalled(name) ? null : refusal(name, person.origin());
    if (refused != null) {
      person.tell(refused);
    } else {
      call(person, name, person.isCalled(name) && person.isRegistered());
    }
  }

  /** Why somebody who has shown no password may not have a name; null when they may. */
  private Directory.Answer refusal(String name, Origin origin) {
    String key = Names.key(name);
    Directory.Answer banned = ban(key, origin);
    if (banned != null) {
      return banned;
    }
    if (registrations.of(key) != null) {
      return new Directory.NameRegistered(name);
    }
    boolean taken =
        people.named(name) != null
            || reservedKeys.contains(key)
            || waiting.containsKey(key)
            || registrations.isUnderWay(key);
    return taken ? new Directory.NameTaken(name) : null;
  }

  private Directory.Answer ban(String key, Origin origin) {
    Optional<Sanction> ban = sanctions.banOf(key, origin.host());
    return ban.map(each -> new Directory.Banned(each.until(), each.why())).orElse(null);
  }

  private void admit(
      ActorRef<?> session,
      String name,
      boolean proven,
      Origin origin,
      ActorRef<Directory.Reply> replyTo) {
    Person person = new Person(session, replyTo, origin, clock.instant(), name);
    person.call(name, proven);
    people.add(person);
    welcome.accept(person);
    person.tell(new Directory.Claimed(name));
    named(person);
  }

  private void call(Person person, String name, boolean proven) {
    String before = person.key();
    people.rename(person, name, proven);
    person.tell(new Directory.Claimed(name));
    named(person);
    if (!before.equals(person.key())) {
      released(before);
    }
  }

  private void named(Person person) {
    person.setMute(sanctions.muteOf(person));
    ignoreLists.named(person);
    ownerships.registered(person);
  }

  /** Gives a registered name to whoever knows its password, whoever has it now. */
  void login(Directory.Login login) {
    Registration known = registrations.of(Names.key(login.name()));
    if (known == null) {
      login.replyTo().tell(new Directory.NotRegistered(login.name()));
      return;
    }
    errands.check(
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
    Person holder = people.named(known.name());
    if (holder == null || holder.session().equals(login.session())) {
      entitle(login, known);
    } else if (waiting.putIfAbsent(known.key(), () -> entitle(login, known)) == null) {
      holder.tell(new Directory.Displaced());
    } else {
      login.replyTo().tell(new Directory.NameTaken(known.name()));
    }
  }

  /** What was true when the password came need not be any more. */
  private void entitle(Directory.Login login, Registration known) {
    Directory.Answer banned = ban(known.key(), login.origin());
    if (banned != null) {
      login.replyTo().tell(banned);
    } else if (!known.equals(registrations.of(known.key()))
        || registrations.isUnderWay(known.key())) {
      login.replyTo().tell(new Directory.WrongPassword());
    } else if (reservedKeys.contains(known.key())) {
      login.replyTo().tell(new Directory.NameTaken(known.name()));
    } else if (people.of(login.session()) == null) {
      admit(login.session(), known.name(), true, login.origin(), login.replyTo());
    } else {
      call(people.of(login.session()), known.name(), true);
    }
  }

  /** Somebody of this name has gone. */
  void gone(Person person) {
    ignoreLists.gone(person);
    released(person.key());
  }

  /** Nobody has the name of this key any more. */
  private void released(String key) {
    Runnable next = waiting.remove(key);
    if (next != null) {
      next.run();
    }
  }
}
