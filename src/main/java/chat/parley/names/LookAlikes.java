package chat.parley.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names by what they look like. */
public final class LookAlikes {
  private final Map<String, Set<String>> byForm = new HashMap<>();

  public void add(String name) {
    for (String form : Looks.of(name)) {
      byForm.computeIfAbsent(form, any -> new HashSet<>(2)).add(name);
    }
  }

  public void remove(String name) {
    for (String form : Looks.of(name)) {
      byForm.computeIfPresent(
          form, (any, names) -> names.remove(name) && names.isEmpty() ? null : names);
    }
  }

  /** One that reads like one of these {@code looks}, other than {@code not}; null for none. */
  public String like(Set<String> looks, String not) {
    for (String form : looks) {
      for (String name : byForm.getOrDefault(form, Set.of())) {
        if (!name.equals(not)) {
          return name;
        }
      }
    }
    return null;
  }
}
