package chat.parley.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;

/** Everybody who has a name, by name and by session. */
final class People {
  private final Map<String, Person> byName = new HashMap<>();
  private final Map<ActorRef<?>, Person> bySession = new HashMap<>();

  void add(Person person) {
    byName.put(person.key(), person);
    bySession.put(person.session(), person);
  }

  /** Whose session this is; null when nobody's. */
  Person of(ActorRef<?> session) {
    return bySession.get(session);
  }

  /** Who is called {@code name}; null when nobody is. */
  Person named(String name) {
    return byName.get(Names.key(name));
  }

  /**
   * @param proven whether the name is registered, and this is whom it belongs to
   */
  void rename(Person person, String name, boolean proven) {
    byName.remove(person.key());
    person.call(name, proven);
    byName.put(person.key(), person);
  }

  /** Whose session has ended; null when nobody's. */
  Person remove(ActorRef<?> session) {
    Person person = bySession.remove(session);
    if (person != null) {
      byName.remove(person.key());
    }
    return person;
  }

  Collection<Person> all() {
    return bySession.values();
  }
}
