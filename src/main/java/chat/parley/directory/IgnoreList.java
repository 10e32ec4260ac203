package chat.parley.directory;

import chat.parley.room.Ignored;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Whom one person does not want to hear: names, and whoever was called so when they were put on it
 * or has come to be called so since. Another name does not take anybody off it.
 */
final class IgnoreList {
  /** How many names it may have. */
  static final int MAX = 100;

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Set<ActorRef<?>> sessions = new HashSet<>();

  boolean isEmpty() {
    return names.isEmpty();
  }

  boolean isFull() {
    return names.size() >= MAX;
  }

  /**
   * Puts a name on it.
   *
   * @param called who is called so; null when nobody is
   */
  void add(String name, Person called) {
    names.put(Names.key(name), called == null ? name : called.name());
    if (called != null) {
      sessions.add(called.session());
    }
  }

  /**
   * Takes a name off it, and answers whether it was on it.
   *
   * @param called who is called so; null when nobody is
   */
  boolean remove(String name, Person called) {
    if (called != null) {
      sessions.remove(called.session());
    }
    return names.remove(Names.key(name)) != null;
  }

  /**
   * Somebody has come, or has another name now.
   *
   * @return whether that changes who is not heard
   */
  boolean noticed(Person other) {
    boolean known = sessions.contains(other.session());
    boolean listed = names.containsKey(other.key());
    if (!known && !listed) {
      return false;
    }
    sessions.add(other.session());
    String before = isFull() && !listed ? other.name() : names.put(other.key(), other.name());
    return !known || !other.name().equals(before);
  }

  /** Somebody has gone. */
  void gone(Person other) {
    sessions.remove(other.session());
  }

  boolean holds(Person other) {
    return sessions.contains(other.session());
  }

  /** The names, in the order in which they came on it. */
  Collection<String> names() {
    return names.values();
  }

  Ignored ignored() {
    return new Ignored(sessions, Set.copyOf(names.values()));
  }
}
