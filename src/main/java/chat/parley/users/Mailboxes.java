package chat.parley.users;

import chat.parley.store.WaitingMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The messages that wait, counted by whom they are for and by whom they are from. */
final class Mailboxes {
  /** By number, the oldest first. */
  private final Map<Long, WaitingMessage> all = new LinkedHashMap<>();

  /** By the key of whom they are for, each box by number, the oldest first. */
  private final Map<String, Map<Long, WaitingMessage>> boxes = new HashMap<>();

  private final Map<String, Integer> bySender = new HashMap<>();
  private long last;

  /**
   * @param kept what waits already, in any order
   */
  Mailboxes(List<WaitingMessage> kept) {
    kept.stream().sorted(Comparator.comparingLong(WaitingMessage::number)).forEach(this::put);
  }

  /** A number higher than those of all messages that there are. */
  long nextNumber() {
    return last + 1;
  }

  void put(WaitingMessage message) {
    last = Math.max(last, message.number());
    all.put(message.number(), message);
    boxes
        .computeIfAbsent(message.toKey(), key -> new LinkedHashMap<>())
        .put(message.number(), message);
    bySender.merge(message.sender(), 1, Integer::sum);
  }

  /** Answers whether it was there. */
  boolean remove(WaitingMessage message) {
    if (all.remove(message.number()) == null) {
      return false;
    }
    boxes.computeIfPresent(
        message.toKey(),
        (key, box) -> box.remove(message.number()) != null && box.isEmpty() ? null : box);
    bySender.computeIfPresent(message.sender(), (key, count) -> count == 1 ? null : count - 1);
    return true;
  }

  /** Takes out those that were said before {@code time}. */
  List<WaitingMessage> takeBefore(Instant time) {
    List<WaitingMessage> old = new ArrayList<>();
    for (WaitingMessage each : all.values()) {
      if (!each.time().isBefore(time)) {
        break;
      }
      old.add(each);
    }
    old.forEach(this::remove);
    return old;
  }

  /** Those for the name with this key, the oldest first, as they are now. */
  List<WaitingMessage> of(String key) {
    Collection<WaitingMessage> box = boxes.getOrDefault(key, Map.of()).values();
    return List.copyOf(box);
  }

  int count() {
    return all.size();
  }

  /** How many wait for the name with this key. */
  int countFor(String key) {
    return boxes.getOrDefault(key, Map.of()).size();
  }

  int countFrom(String sender) {
    return bySender.getOrDefault(sender, 0);
  }
}
