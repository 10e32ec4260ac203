package chat.parley.room;

import chat.parley.event.Batch;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A member's place in a room, and what the room remembers about it between two flushes. */
final class Membership {
  private Member member;

  /** Whether the open batch holds an event that this member caused and so must not be sent. */
  private boolean causedSomething;

  /** Where in the open batch what this member has yet to hear begins. */
  private int from;

  private boolean behind;
  private Ignored ignored;

  /**
   * @param from how many events of the open batch had happened before this member came
   */
  Membership(Member member, int from) {
    this.member = member;
    this.from = from;
    this.ignored = member.ignored();
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

  void ignore(Ignored others) {
    ignored = others;
  }

  /** Whether what {@code author} says is kept from this member. */
  boolean ignores(Membership author) {
    return !ignored.authors().isEmpty() && ignored.authors().contains(author.member.identity());
  }

  /** Whether it {@link #ignores} any of {@code authors}, of whom some may be null. */
  boolean ignoresAny(List<Membership> authors) {
    return !ignored.authors().isEmpty()
        && authors.stream().anyMatch(author -> author != null && ignores(author));
  }

  /** Which of {@code authors} it {@link #ignores}. */
  Set<Membership> ignoredAmong(List<Membership> authors) {
    return authors.stream()
        .filter(author -> author != null && ignores(author))
        .collect(Collectors.toSet());
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

  /** How many of the first events of the open batch are not for this member, or not any more. */
  int from() {
    return from;
  }

  /** It has been sent what it has to hear of so many events. */
  void hasHeard(int events) {
    from = events;
  }

  /** The open batch has been sent, and another begins. */
  void settle() {
    causedSomething = false;
    from = 0;
  }

  void send(Batch batch) {
    member.outlet().tell(batch);
  }
}
