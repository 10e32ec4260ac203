package chat.parley.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The lines that have come to one person, of which a scenario asks for one after another. */
final class Ears {
  private final String name;
  private final Conversation conversation;
  private final Deque<String> waiting = new ArrayDeque<>();
  private final Deque<String> unread = new ArrayDeque<>();
  private boolean reading = true;
  private boolean ended;

  Ears(String name, Conversation conversation) {
    this.name = name;
    this.conversation = conversation;
  }

  /** A line has come. */
  synchronized void hear(String line) {
    if (reading) {
      conversation.add(name, "hears", line);
      waiting.add(line);
      notifyAll();
    } else {
      unread.add(line);
    }
  }

  /** What comes from now on is not read, or read after all. */
  synchronized void read(boolean on) {
    reading = on;
    while (on && !unread.isEmpty()) {
      hear(unread.remove());
    }
  }

  /** Nothing will come any more. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  synchronized boolean hasEnded() {
    return ended;
  }

  /** Waits until nothing will come any more; false when it does not end in time. */
  synchronized boolean awaitEnd(Duration patience) {
    return Patience.await(this, patience, () -> ended);
  }

  /** The next line; null when none comes in time or at all. */
  synchronized String next(Duration patience) {
    Patience.await(this, patience, () -> ended || !waiting.isEmpty());
    return waiting.poll();
  }

  /** Forgets the first such line that nobody has asked for yet, if there is one. */
  synchronized void forget(String line) {
    waiting.removeFirstOccurrence(line);
  }

  /** What has come and nobody has asked for. */
  synchronized List<String> rest() {
    return new ArrayList<>(waiting);
  }
}
