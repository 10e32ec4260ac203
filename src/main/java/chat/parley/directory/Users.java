package chat.parley.directory;

import chat.parley.names.LookAlikes;
import chat.parley.names.Names;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/** Everybody who has a name, by name and by session. */
final class Users {
  private final Map<String, User> byName = new HashMap<>();
  private final LookAlikes byLooks = new LookAlikes();
  private final Map<ActorRef<?>, User> bySession = new HashMap<>();

  void add(User user) {
    enter(user);
    bySession.put(user.session(), user);
  }

  private void enter(User user) {
    byName.put(user.key(), user);
    byLooks.add(user.name());
  }

  private void strike(User user) {
    byName.remove(user.key());
    byLooks.remove(user.name());
  }

  /** Whose session this is; null when nobody's. */
  User of(ActorRef<?> session) {
    return bySession.get(session);
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

  /** Whose session has ended; null when nobody's. */
  User remove(ActorRef<?> session) {
    User user = bySession.remove(session);
    if (user != null) {
      strike(user);
    }
    return user;
  }

  Collection<User> all() {
    return bySession.values();
  }
}
