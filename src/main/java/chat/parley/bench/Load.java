package chat.parley.bench;

/**
 * The load to put on a server.
 *
 * @param members how many connect, spread evenly over the rooms
 * @param senders how many members of each room send
 * @param size how many bytes a message has, without the name before it and the line end
 * @param bare whether the server asks no name and has but one room
 * @param rate how many messages a second are sent in all; 0 for as many as the window lets through
 * @param window how many messages may be on their way in each room; only looked at without a rate
 */
record Load(int members, int rooms, int senders, int size, boolean bare, double rate, int window) {

  boolean hasRate() {
    return rate > 0;
  }

  /** The room that a member is in, from 0. */
  int roomOf(int member) {
    return member % rooms;
  }

  /** Which of its room's members a member is, from 0; the first ones send. */
  int indexInRoom(int member) {
    return member / rooms;
  }

  int membersOf(int room) {
    return (members - room + rooms - 1) / rooms;
  }

  /** The number that the messages of a room's first sender carry; the others follow. */
  int firstSenderOf(int room) {
    return room * senders;
  }
}
