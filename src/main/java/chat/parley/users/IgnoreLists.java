package chat.parley.users;

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
  /** By id, or by what a name looks like: whose lists watch it. */
  private final Map<Object, Set<User>> watchers = new HashMap<>();

  private final Map<User, Set<Object>> watched = new HashMap<>();

  /** The list of {@code user} has changed. */
  void changed(User user) {
    forget(user);
    Set<Object> now = user.ignoreList().watched();
    if (!now.isEmpty()) {
      watched.put(user, now);
      now.forEach(each -> watchers.computeIfAbsent(each, any -> new HashSet<>()).add(user));
    }
    user.tell(new NameReply.Ignoring(user.ignoreList().ignored()));
  }

  private void forget(User user) {
    Set<Object> before = watched.remove(user);
    if (before != null) {
      for (Object each : before) {
        watchers.computeIfPresent(
            each, (any, users) -> users.remove(user) && users.isEmpty() ? null : users);
      }
    }
  }

  /** Somebody has come, or has another name now. */
  void named(User user) {
    if (watchers.isEmpty()) {
      return;
    }
    Set<User> concerned = new HashSet<>(watchers.getOrDefault(user.id(), Set.of()));
    user.looks().forEach(form -> concerned.addAll(watchers.getOrDefault(form, Set.of())));
    for (User each : concerned) {
      if (each != user && each.ignoreList().noticed(user)) {
        changed(each);
      }
    }
  }

  /** Somebody has left the server. */
  void gone(User user) {
    forget(user);
    for (User each : List.copyOf(watchers.getOrDefault(user.id(), Set.of()))) {
      each.ignoreList().gone(user);
      changed(each);
    }
  }
}
