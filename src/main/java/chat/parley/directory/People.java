package chat.parley.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/** Everybody who has a name, by name and by session. */
final class People {
  private final Map<String, Person> byName = new HashMap<>();
  private final LookAlikes<Person> byLooks = new LookAlikes<>();
  private final Map<ActorRef<?>, Person> bySession = new HashMap<>();

  void add(Person person) {
    enter(person);
    bySession.put(person.session(), person);
  }

  private void enter(Person person) {
    byName.put(person.key(), person);
    byLooks.add(person.looks(), person);
  }

  private void strike(Person person) {
    byName.remove(person.key());
    byLooks.remove(person.looks(), person);
  }

  /** Whose session this is; null when nobody's. */
  Person of(ActorRef<?> session) {
    return bySession.get(session);
  }

  /** Who is called {@code name}; null when nobody is. */
  Person named(String name) {
    return byName.get(Names.key(name));
  }

  /** Somebody other than {@code not} whose name reads like one of these looks; null for nobody. */
  Person like(Set<String> looks, Person not) {
    return byLooks.like(looks, not);
  }

  /**
   * @param proven whether the name is registered, and this is whom it belongs to
   */
  void rename(Person person, String name, boolean proven) {
    strike(person);
    person.call(name, proven);
    enter(person);
  }

  /** Whose session has ended; null when nobody's. */
  Person remove(ActorRef<?> session) {
    Person person = bySession.remove(session);
    if (person != null) {
      strike(person);
    }
    return person;
  }

  Collection<Person> all() {
    return bySession.values();
  }
}
