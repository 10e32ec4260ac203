package chat.parley.room;

import chat.parley.event.RoomEvent;

/** What a room is about, as somebody in it has said last; empty until then. */
final class Topic {
  private final String room;
  private final Roster roster;
  private String text = "";

  /**
   * @param room its name
   */
  Topic(String room, Roster roster) {
    this.room = room;
    this.roster = roster;
  }

  String text() {
    return text;
  }

  /** Changes it, of which {@code by} knows. */
  void set(String newText, Membership by) {
    text = newText;
    roster.announce(new RoomEvent.TopicSet(room, by.id(), by.name(), newText), by.id());
  }
}
