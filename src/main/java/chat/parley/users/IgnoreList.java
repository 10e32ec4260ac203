package chat.parley.users;

import chat.parley.event.MemberId;
import chat.parley.names.Looks;
import chat.parley.room.Ignored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Whom one user does not want to hear: whoever was called so when they were put on it, or comes to
 * be called so. Each is followed through every other name they take; when they have gone, whoever
 * comes under the name that was given, or under their last one, is taken for them. Somebody else
 * who takes a name that they had in between is not.
 */
final class IgnoreList {
  /** How many it may have. */
  static final int MAX = 100;

  /** One of those, as long as it is on the list. */
  private static final class Entry {
    final String given;

    /** What they are called, or were called last. */
    String name;

    /** Who they are; null when they are not here. */
    MemberId id;

    Entry(String given) {
      this.given = given;
      this.name = given;
    }

    Entry(Entry same) {
      this.given = same.given;
      this.name = same.name;
      this.id = same.id;
    }

    boolean isCalled(Set<String> looks) {
      return Looks.alike(Looks.of(given), looks) || Looks.alike(Looks.of(name), looks);
    }

    boolean isOf(User user) {
      return user.id().equals(id);
    }

    /** Whether whoever comes to be called so is taken for them. */
    boolean isAwaiting(Set<String> looks) {
      return id == null && isCalled(looks);
    }

    boolean isSameAs(Entry other) {
      return id == null ? other.isAwaiting(Looks.of(name)) : id.equals(other.id);
    }

    void follow(User user) {
      id = user.id();
      name = user.name();
    }
  }

  private final List<Entry> entries = new ArrayList<>(0);
  private final Consumer<Ignored> told;

  /** A list of nobody who is here. */
  IgnoreList() {
    this(ignored -> {});
  }

  /**
   * @param told who is told when it has changed
   */
  IgnoreList(Consumer<Ignored> told) {
    this.told = told;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  boolean isFull() {
    return entries.size() >= MAX;
  }

  /**
   * Puts somebody on it, in place of an entry for the same user. Who was called so when they were
   * put on it, and is here under another name, stays on it.
   *
   * @param called who is called so; null when nobody is
   */
  void add(String name, User called) {
    Set<String> looks = Looks.of(name);
    entries.removeIf(entry -> entry.isAwaiting(looks) || (called != null && entry.isOf(called)));
    Entry entry = new Entry(name);
    if (called != null) {
      entry.follow(called);
    }
    entries.add(entry);
  }

  /** Puts everybody on it who is on {@code other}, as far as there is room. */
  void addAll(IgnoreList other) {
    for (Entry each : other.entries) {
      if (!isFull() && entries.stream().noneMatch(each::isSameAs)) {
        entries.add(new Entry(each));
      }
    }
  }

  /** Takes somebody off it who is here. */
  void strike(User other) {
    entries.removeIf(entry -> entry.isOf(other));
  }

  /** Takes who is or was called so off it, and answers whether there was somebody. */
  boolean remove(String name) {
    return entries.removeIf(entry -> entry.isCalled(Looks.of(name)));
  }

  /**
   * Somebody has come, or has another name now.
   *
   * @return whether that changes who is not heard
   */
  boolean noticed(User other) {
    Optional<Entry> theirs = entryOf(other);
    Optional<Entry> entry =
        theirs.isPresent() ? theirs : first(each -> each.isAwaiting(other.looks()));
    entry.ifPresent(each -> each.follow(other));
    return entry.isPresent();
  }

  private Optional<Entry> entryOf(User user) {
    return first(entry -> entry.isOf(user));
  }

  private Optional<Entry> first(Predicate<Entry> wanted) {
    return entries.stream().filter(wanted).findFirst();
  }

  /** Somebody has gone. */
  void gone(User other) {
    entryOf(other).ifPresent(entry -> entry.id = null);
  }

  boolean holds(User other) {
    return entryOf(other).isPresent();
  }

  /** What they are called, in the order in which they came on it. */
  List<String> names() {
    return entries.stream().map(entry -> entry.name).toList();
  }

  /** Tells whoever it is told. */
  void tell() {
    told.accept(ignored());
  }

  Ignored ignored() {
    Set<MemberId> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Entry entry : entries) {
      if (entry.id != null) {
        ids.add(entry.id);
      }
      names.add(entry.name);
    }
    return new Ignored(ids, names);
  }

  /** The ids, and the looks of the names, whose news may concern this list. */
  Set<Object> watched() {
    Set<Object> watched = new HashSet<>();
    for (Entry entry : entries) {
      if (entry.id == null) {
        watched.addAll(Looks.of(entry.given));
        watched.addAll(Looks.of(entry.name));
      } else {
        watched.add(entry.id);
      }
    }
    return watched;
  }
}
