package chat.parley.room;

import chat.parley.event.RoomEvent;

/** What a room is about, as somebody in it has said last; empty until then. */
final class Topic {
  private final String room;
  private final Roster roster;
  private final RoomRecord record;
  private final Runnable keep;

  /**
   * @param room its name
   * @param keep has the record kept
   */
  Topic(String room, Roster roster, RoomRecord record, Runnable keep) {
    this.room = room;
    this.roster = roster;
    this.record = record;
    this.keep = keep;
  }

  String text() {
    return record.topic();
  }

  /** Changes it, of which {@code by} knows. */
  void set(String newText, Membership by) {
    record.setTopic(newText);
    keep.run();
    roster.announce(new RoomEvent.TopicSet(room, by.id(), by.name(), newText), by.id());
  }
}
