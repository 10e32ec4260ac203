package chat.parley.room;

/** A member's place in a room, and what the room remembers about it between two flushes. */
final class Seat {
  private Member member;

  /** Whether the open batch holds an event that this member caused and so must not be sent. */
  private boolean causedSomething;

  private boolean behind;

  Seat(Member member) {
    this.member = member;
  }

  Member member() {
    return member;
  }

  String name() {
    return member.name();
  }

  boolean isPerson() {
    return member.person();
  }

  /** Whether it is a person who reads too slowly. */
  boolean isBehind() {
    return behind;
  }

  void markBehind(boolean isBehind) {
    behind = isBehind;
  }

  void rename(String name) {
    member = member.renamed(name);
  }

  void causes() {
    causedSomething = true;
  }

  boolean causedSomething() {
    return causedSomething;
  }

  void settle() {
    causedSomething = false;
  }

  void send(Batch batch) {
    member.outlet().tell(batch);
  }
}
