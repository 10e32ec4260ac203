package chat.parley.config;

import chat.parley.names.Names;
import chat.parley.room.RoomSettings;

/** A reader of {@code parley.room} and {@code parley.start-room}: what counts in every room. */
final class RoomReader {
  private final CheckedConfig root;
  private final CheckedConfig room;
  private final LimitsReader limits;
  private final HistoryReader history;

  RoomReader(CheckedConfig root, LimitsReader limits, HistoryReader history) {
    this.root = root;
    this.room = root.inner("room");
    this.limits = limits;
    this.history = history;
  }

  /** The settings of a room that goes by {@code plan}. */
  RoomSettings with(RoomPlan plan) {
    return new RoomSettings(
            room.integer("recent", 0, 1_000_000),
            room.bytes("recent-bytes", 0),
            room.integer("replay", 0, 1_000_000),
            room.integer("presence-limit", 0, 1_000_000),
            room.integer("batch-events", 1, 1_000_000),
            room.bytes("batch-bytes", 1),
            plan.extensions())
        .with(history.room(plan.retention()));
  }

  /** How many characters that a reader sees a topic may have. */
  int maxTopic() {
    return room.integer("max-topic", 1, 10_000);
  }

  /** The room where everybody starts. */
  String startRoom() {
    int maxName = limits.maxName();
    String startRoom = Names.shown(root.text("start-room"));
    if (!Names.isRoomName(startRoom, maxName)) {
      throw root.wrong("start-room", "1 to " + maxName + " letters, digits, - and _");
    }
    return startRoom;
  }
}
