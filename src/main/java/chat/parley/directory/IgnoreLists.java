package chat.parley.directory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who does not want to hear whom. Whoever comes, goes, or takes another name concerns only those on
 * whose lists they are, so those are found without asking everybody.
 */
final class IgnoreLists {
  /** By session, or by what a name looks like: whose lists watch it. */
  private final Map<Object, Set<Person>> watchers = new HashMap<>();

  private final Map<Person, Set<Object>> watched = new HashMap<>();

  /** The list of {@code person} has changed. */
  void changed(Person person) {
    forget(person);
    Set<Object> now = person.ignoreList().watched();
    if (!now.isEmpty()) {
      watched.put(person, now);
      now.forEach(each -> watchers.computeIfAbsent(each, any -> new HashSet<>()).add(person));
    }
    person.tell(new Directory.Ignoring(person.ignoreList().ignored()));
  }

  private void forget(Person person) {
    Set<Object> before = watched.remove(person);
    if (before != null) {
      for (Object each : before) {
        watchers.computeIfPresent(
            each, (any, people) -> people.remove(person) && people.isEmpty() ? null : people);
      }
    }
  }

  /** Somebody has come, or has another name now. */
  void named(Person person) {
    if (watchers.isEmpty()) {
      return;
    }
    Set<Person> concerned = new HashSet<>(watchers.getOrDefault(person.session(), Set.of()));
    person.looks().forEach(form -> concerned.addAll(watchers.getOrDefault(form, Set.of())));
    for (Person each : concerned) {
      if (each != person && each.ignoreList().noticed(person)) {
        changed(each);
      }
    }
  }

  /** Somebody has left the server. */
  void gone(Person person) {
    forget(person);
    for (Person each : List.copyOf(watchers.getOrDefault(person.session(), Set.of()))) {
      each.ignoreList().gone(person);
      changed(each);
    }
  }
}
