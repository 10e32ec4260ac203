package chat.parley.moderation;

import chat.parley.event.MemberId;
import chat.parley.names.Names;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Everybody who is on the server under a name, by id. */
final class Visitors {
  private final Map<MemberId, Visitor> byId = new HashMap<>();

  /** Who that is; null when they are not here. */
  Visitor of(MemberId id) {
    return byId.get(id);
  }

  /** Who is called {@code name}; null when nobody is. */
  Visitor named(String name) {
    // Only operators ask, so there is no index of names for it.
    String key = Names.key(name);
    return byId.values().stream().filter(each -> each.key().equals(key)).findFirst().orElse(null);
  }

  Collection<Visitor> all() {
    return byId.values();
  }

  void add(Visitor visitor) {
    byId.put(visitor.id(), visitor);
  }

  void remove(MemberId id) {
    byId.remove(id);
  }
}
