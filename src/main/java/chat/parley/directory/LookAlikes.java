package chat.parley.directory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Things by what their names look like. */
final class LookAlikes<T> {
  private final Map<String, Set<T>> byForm = new HashMap<>();

  /**
   * @param looks of the name of {@code thing}
   */
  void add(Set<String> looks, T thing) {
    looks.forEach(form -> byForm.computeIfAbsent(form, any -> new HashSet<>(2)).add(thing));
  }

  void remove(Set<String> looks, T thing) {
    for (String form : looks) {
      byForm.computeIfPresent(
          form, (any, things) -> things.remove(thing) && things.isEmpty() ? null : things);
    }
  }

  /** One whose name reads like one that {@code looks} so, other than {@code not}; null for none. */
  T like(Set<String> looks, T not) {
    for (String form : looks) {
      for (T thing : byForm.getOrDefault(form, Set.of())) {
        if (!thing.equals(not)) {
          return thing;
        }
      }
    }
    return null;
  }
}
