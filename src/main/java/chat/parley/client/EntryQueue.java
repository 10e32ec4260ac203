package chat.parley.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** The entries that have not been shown yet, in order. */
final class EntryQueue {
  private final EntryFactory factory;
  private final List<Entry> unshown = new ArrayList<>();

  /**
   * In a pipe: what was read before the server let the user in, as long as it may turn out to be a
   * password. It waits in the outbox, too.
   */
  private final Queue<Entry> held = new ArrayDeque<>();

  EntryQueue(EntryFactory factory) {
    this.factory = factory;
  }

  void add(Entry entry) {
    unshown.add(entry);
  }

  /** Adds what the client has to say itself. */
  void tell(String text) {
    unshown.add(factory.client(text));
  }

  /** Keeps {@code entry} back, as it may turn out to be a password. */
  void hold(Entry entry) {
    held.add(entry);
  }

  /** Drops the first of those that are kept back, which is a password; false if there is none. */
  boolean dropHeld() {
    return held.poll() != null;
  }

  /** Adds those that are kept back, none of which is a password. */
  void releaseHeld() {
    unshown.addAll(held);
    held.clear();
  }

  /** Takes all that are to be shown. */
  List<Entry> take() {
    List<Entry> taken = List.copyOf(unshown);
    unshown.clear();
    return taken;
  }
}
