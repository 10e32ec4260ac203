package chat.parley.users;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who does not want to hear whom. Whoever comes, goes, or takes another name concerns only those
 * lists that they are on, so those are found without asking everybody.
 *
 * <p>The list of a registered name is kept while its owner is away or called something else, as
 * long as the server runs, and goes on following whoever is on it.
 */
final class IgnoreLists {
  /** By id, or by what a name looks like: which lists watch it. */
  private final Map<Object, Set<IgnoreList>> watchers = new HashMap<>();

  private final Map<IgnoreList, Set<Object>> watched = new HashMap<>();

  /** By the key of a registered name that nobody has: the list of its owner. */
  private final Map<String, IgnoreList> ofAway = new HashMap<>();

  void changed(IgnoreList list) {
    watch(list);
    list.tell();
  }

  private void watch(IgnoreList list) {
    forget(list);
    Set<Object> now = list.watched();
    if (!now.isEmpty()) {
      watched.put(list, now);
      now.forEach(each -> watchers.computeIfAbsent(each, any -> new HashSet<>()).add(list));
    }
  }

  private void forget(IgnoreList list) {
    Set<Object> before = watched.remove(list);
    if (before != null) {
      for (Object each : before) {
        watchers.computeIfPresent(
            each, (any, lists) -> lists.remove(list) && lists.isEmpty() ? null : lists);
      }
    }
  }

  /** Somebody has come, or has another name now. */
  void named(User user) {
    if (watchers.isEmpty()) {
      return;
    }
    Set<IgnoreList> concerned = new HashSet<>(watchers.getOrDefault(user.id(), Set.of()));
    user.looks().forEach(form -> concerned.addAll(watchers.getOrDefault(form, Set.of())));
    for (IgnoreList each : concerned) {
      if (each != user.ignoreList() && each.noticed(user)) {
        changed(each);
      }
    }
  }

  /** Somebody has left the server. */
  void gone(User user) {
    setAside(user);
    forget(user.ignoreList());
    for (IgnoreList each : List.copyOf(watchers.getOrDefault(user.id(), Set.of()))) {
      each.gone(user);
      changed(each);
    }
  }

  /** The name of {@code user} will be nobody's; if it is theirs its list is kept for them. */
  void setAside(User user) {
    if (user.isRegistered() && !user.ignoreList().isEmpty()) {
      IgnoreList list = new IgnoreList();
      list.addAll(user.ignoreList());
      ofAway.put(user.key(), list);
      watch(list);
    }
  }

  /** {@code user} has come to a registered name that is theirs, and to the list of its owner. */
  void giveBack(User user) {
    IgnoreList list = ofAway.get(user.key());
    if (list != null) {
      drop(user.key());
      user.ignoreList().addAll(list);
      user.ignoreList().strike(user);
      changed(user.ignoreList());
    }
  }

  /** The name with this key is registered no longer. */
  void drop(String key) {
    IgnoreList list = ofAway.remove(key);
    if (list != null) {
      forget(list);
    }
  }

  /** Whether the owner of the registered name with this key, who is away, does not hear them. */
  boolean isIgnored(User user, String key) {
    IgnoreList list = ofAway.get(key);
    return list != null && list.holds(user);
  }
}
