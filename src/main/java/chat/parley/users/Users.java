package chat.parley.users;

import chat.parley.event.MemberId;
import chat.parley.names.LookAlikes;
import chat.parley.names.Names;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Everybody who has a name, by name and by id. */
final class Users {
  private final Map<String, User> byName = new HashMap<>();
  private final LookAlikes byLooks = new LookAlikes();
  private final Map<MemberId, User> byId = new HashMap<>();

  void add(User user) {
    enter(user);
    byId.put(user.id(), user);
  }

  private void enter(User user) {
    byName.put(user.key(), user);
    byLooks.add(user.name());
  }

  private void strike(User user) {
    byName.remove(user.key());
    byLooks.remove(user.name());
  }

  /** Who that is; null when they are not here. */
  User of(MemberId id) {
    return byId.get(id);
  }

  /** Who is called {@code name}; null when nobody is. */
  User named(String name) {
    return byName.get(Names.key(name));
  }

  /**
   * A name that somebody has and that reads like one of these looks; null for none.
   *
   * @param except whose own name does not count; null for nobody's
   */
  String like(Set<String> looks, User except) {
    return byLooks.like(looks, except == null ? null : except.name());
  }

  /**
   * @param proven whether the name is registered, and this is whom it belongs to
   */
  void rename(User user, String name, boolean proven) {
    strike(user);
    user.call(name, proven);
    enter(user);
  }

  /** Who has gone; null when they were not here. */
  User remove(MemberId id) {
    User user = byId.remove(id);
    if (user != null) {
      strike(user);
    }
    return user;
  }

  Collection<User> all() {
    return byId.values();
  }
}
