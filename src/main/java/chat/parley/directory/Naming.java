package chat.parley.directory;

import chat.parley.access.Origin;
import chat.parley.access.PasswordHash;
import chat.parley.access.Passwords;
import chat.parley.access.Registration;
import chat.parley.access.Sanction;
import chat.parley.access.Secret;
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
  private final Sanctions sanctions;
  private final Ownerships ownerships;
  private final Errands errands;
  private final Audit audit;
  private final Clock clock;
  private final Consumer<Person> welcome;
  private final Map<String, Registration> registered = new HashMap<>();

  /** What is to be done when who has a name, of this key, has gone: somebody else is to have it. */
  private final Map<String, Runnable> waiting = new HashMap<>();

  private DirectorySettings settings;
  private Set<String> reservedKeys;
  private long lastGuest;

  /**
   * @param welcome told of whoever has got a name for the first time
   */
  Naming(
      DirectorySettings settings,
      People people,
      Sanctions sanctions,
      Ownerships ownerships,
      Iterable<Registration> kept,
      Errands errands,
      Audit audit,
      Clock clock,
      Consumer<Person> welcome) {
    this.people = people;
    this.sanctions = sanctions;
    this.ownerships = ownerships;
    this.errands = errands;
    this.audit = audit;
    this.clock = clock;
    this.welcome = welcome;
    kept.forEach(each -> registered.put(each.key(), each));
    configure(settings);
  }

  /** From now on, for what is done from now on. */
  void configure(DirectorySettings changed) {
    settings = changed;
    reservedKeys = changed.reservedNames().stream().map(Names::key).collect(Collectors.toSet());
  }

  int registeredNames() {
    return registered.size();
  }

  void claim(Directory.Claim claim) {
    Directory.Reply refused = refusal(claim.name(), claim.origin());
    if (refused != null) {
      claim.replyTo().tell(refused);
    } else {
      admit(claim.session(), claim.name(), false, claim.origin(), claim.replyTo());
    }
  }

  void claimGuestName(Directory.ClaimGuestName claim) {
    String name;
    do {
      name = "guest" + ++lastGuest;
    } while (refusal(name, claim.origin()) != null);
    admit(claim.session(), name, false, claim.origin(), claim.replyTo());
  }

  void rename(Person person, String name) {
    boolean proven = person.isCalled(name) && person.isRegistered();
    Directory.Reply refused = person.isCalled(name) ? null : refusal(name, person.origin());
    if (refused != null) {
      person.tell(refused);
    } else {
      call(person, name, proven);
    }
  }

  /** Why somebody who has shown no password may not have a name; null when they may. */
  private Directory.Reply refusal(String name, Origin origin) {
    String key = Names.key(name);
    Optional<Sanction> ban = sanctions.banOf(key, origin.host());
    if (ban.isPresent()) {
      return new Directory.Banned(ban.get().until(), ban.get().why());
    }
    if (registered.containsKey(key)) {
      return new Directory.NameRegistered(name);
    }
    return isTaken(key, name) ? new Directory.NameTaken(name) : null;
  }

  private boolean isTaken(String key, String name) {
    return people.named(name) != null || reservedKeys.contains(key) || waiting.containsKey(key);
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
    if (person.mute() == null) {
      sanctions.muteOf(person.key(), person.origin().host()).ifPresent(person::setMute);
    }
    for (Person other : people.ignoring()) {
      if (other.ignoreList().noticed(person)) {
        other.tell(new Directory.Ignoring(other.ignoreList().ignored()));
      }
    }
    ownerships.registered(person);
  }

  /** Gives a registered name to whoever knows its password, whoever has it now. */
  void login(Directory.Login login) {
    Registration known = registered.get(Names.key(login.name()));
    if (known == null) {
      login.replyTo().tell(new Directory.NotRegistered(login.name()));
      return;
    }
    errands.check(
        login.origin().host(),
        known.password(),
        login.password(),
        login.replyTo(),
        verdict -> judged(login, known, verdict));
  }

  private void judged(Directory.Login login, Registration known, Passwords.Verdict verdict) {
    Optional<Sanction> ban = sanctions.banOf(known.key(), login.origin().host());
    if (verdict == Passwords.Verdict.TOO_MANY_WRONG) {
      login.replyTo().tell(new Directory.TooManyWrong());
    } else if (verdict == Passwords.Verdict.WRONG || !known.equals(registered.get(known.key()))) {
      login.replyTo().tell(new Directory.WrongPassword());
    } else if (ban.isPresent()) {
      login.replyTo().tell(new Directory.Banned(ban.get().until(), ban.get().why()));
    } else {
      handOver(login, known.key());
    }
  }

  private void handOver(Directory.Login login, String key) {
    Person holder = people.named(login.name());
    if (holder == null || holder.session().equals(login.session())) {
      entitle(login);
    } else if (waiting.putIfAbsent(key, () -> entitle(login)) == null) {
      holder.tell(new Directory.Displaced());
    } else {
      login.replyTo().tell(new Directory.NameTaken(login.name()));
    }
  }

  private void entitle(Directory.Login login) {
    Person person = people.of(login.session());
    if (person == null) {
      admit(login.session(), login.name(), true, login.origin(), login.replyTo());
    } else {
      call(person, login.name(), true);
    }
  }

  /** Somebody of this name has gone. */
  void gone(Person person) {
    released(person.key());
    people.ignoring().forEach(other -> other.ignoreList().gone(person));
  }

  /** Nobody has the name of this key any more. */
  private void released(String key) {
    Runnable next = waiting.remove(key);
    if (next != null) {
      next.run();
    }
  }

  /** Keeps the name of {@code person} for whoever knows {@code password}. */
  void register(Person person, Secret password) {
    String key = person.key();
    if (!settings.registration() || !settings.keeps()) {
      person.answer("names cannot be registered here");
    } else if (registered.containsKey(key) && !person.isRegistered()) {
      person.answer(person.name() + " is registered; /login NAME PASSWORD proves that it is yours");
    } else if (!PasswordHash.isPassword(password)) {
      person.answer("a password is 1 to 128 characters");
    } else {
      String name = person.name();
      errands.hash(
          person.origin().host(),
          password,
          person.address(),
          hash ->
              hash.ifPresentOrElse(
                  made -> keep(person, new Registration(key, name, made, clock.instant())),
                  () -> person.tell(new Directory.Failed())));
    }
  }

  private void keep(Person person, Registration registration) {
    errands.keep(
        registration,
        person.address(),
        whyNot -> {
          if (!whyNot.isEmpty()) {
            person.answer(registration.name() + " cannot be registered: " + whyNot);
            return;
          }
          boolean again = registered.put(registration.key(), registration) != null;
          if (person.key().equals(registration.key())) {
            person.setRegistered(true);
            ownerships.registered(person);
          }
          person.answer(
              again
                  ? registration.name() + " has another password now"
                  : registration.name()
                      + " is registered; next time its password is asked for, or: /login "
                      + registration.name()
                      + " PASSWORD");
        });
  }

  /** Gives up the name of {@code person}, or as an operator that of somebody else. */
  void unregister(Person person, Optional<String> wanted) {
    String name = wanted.orElse(person.name());
    Registration known = registered.get(Names.key(name));
    if (known == null) {
      person.answer(name + " is not registered");
    } else if (!person.isOperator() && !(person.isCalled(name) && person.isRegistered())) {
      person.answer(name + " is not yours to give up; /login NAME PASSWORD proves that it is");
    } else {
      errands.forget(known, person.address(), whyNot -> forgotten(person, known, whyNot));
    }
  }

  private void forgotten(Person person, Registration known, String whyNot) {
    if (!whyNot.isEmpty()) {
      person.answer(known.name() + " stays registered: " + whyNot);
      return;
    }
    registered.remove(known.key());
    ownerships.forgetAllOf(known.key());
    Person holder = people.named(known.name());
    if (holder != null) {
      holder.setRegistered(false);
    }
    if (person != holder) {
      audit.log(person, "unregister: " + known.name());
    }
    person.answer(known.name() + " is not registered any more");
  }
}
