package chat.parley.room;

import chat.parley.names.Names;
import chat.parley.store.StoredRoom;

/**
 * What of a room outlives everybody who is in it: its history's epoch and last number, and what it
 * is about. It is the room's own, and only to be handed to the one that takes its place.
 */
public final class RoomRecord {
  private final String name;
  private final String key;

  /** Covers all that is kept. */
  private String keptEpoch;

  /** What members are told. */
  private String epoch;

  /** One that members were told, all of which is kept by now; empty for none. */
  private String confirmedEpoch = "";

  private long lastNumber;
  private String topic;

  private RoomRecord(StoredRoom room) {
    this.name = room.name();
    this.key = room.key();
    this.keptEpoch = room.epoch();
    this.epoch = room.epoch();
    this.lastNumber = room.lastNumber();
    this.topic = room.topic();
  }

  /** That of a room of which nothing is kept yet. */
  public static RoomRecord of(String name) {
    return new RoomRecord(new StoredRoom(Names.key(name), name, StoredRoom.newEpoch(), 0, ""));
  }

  /** That of a room that there was before. */
  public static RoomRecord of(StoredRoom kept) {
    return new RoomRecord(kept);
  }

  /** Equal for names of the same room. */
  String key() {
    return key;
  }

  public String name() {
    return name;
  }

  /** The room as it is to be kept. */
  StoredRoom stored() {
    return new StoredRoom(key, name, keptEpoch, lastNumber, topic);
  }

  String epoch() {
    return epoch;
  }

  /** Whether numbers that somebody knows under this epoch mean the posts that they meant then. */
  boolean covers(String known) {
    return known.equals(epoch) || known.equals(keptEpoch) || known.equals(confirmedEpoch);
  }

  /** The number of the last post that has been handed over to be kept; 0 for none. */
  long lastNumber() {
    return lastNumber;
  }

  void setLastNumber(long number) {
    lastNumber = number;
  }

  String topic() {
    return topic;
  }

  void setTopic(String text) {
    topic = text;
  }

  /** Whether anything is worth being kept. */
  public boolean isWorthKeeping() {
    return lastNumber > 0 || !topic.isEmpty();
  }

  /** Whether posts were seen that are not kept yet, and may be lost. */
  boolean isProvisional() {
    return !epoch.equals(keptEpoch);
  }

  /**
   * What is seen from now on is not kept yet: it has an epoch of its own, so that nobody takes the
   * numbers of what may be lost for those of what is kept.
   */
  void beginProvisional() {
    if (!isProvisional()) {
      epoch = StoredRoom.newEpoch();
    }
  }

  /** All that was not kept yet is. */
  void endProvisional() {
    confirmedEpoch = epoch;
    epoch = keptEpoch;
  }

  /** Some of what was not kept is lost: the epoch from then on is what it stays. */
  void confirmProvisional() {
    keptEpoch = epoch;
  }
}
