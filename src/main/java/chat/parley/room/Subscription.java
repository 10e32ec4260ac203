package chat.parley.room;

import chat.parley.event.Batch;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;

/** A member's outlet, and what the fanout remembers of it between two flushes. */
final class Subscription {
  private final Member member;
  private final ActorRef<Batch> outlet;

  /** Whether the open batch holds an event that this member caused and so must not be sent. */
  private boolean causedSomething;

  /** Where in the open batch what this member has yet to hear begins. */
  private int from;

  private Ignored ignored;

  /**
   * @param from how many events of the open batch had happened before this member came
   */
  Subscription(Member member, int from) {
    this.member = member;
    this.outlet = member.outlet();
    this.from = from;
    this.ignored = member.ignored();
  }

  boolean hearsItself() {
    return member.echo();
  }

  void ignore(Ignored others) {
    ignored = others;
  }

  /** Whether what {@code author} says is kept from this member. */
  boolean ignores(Subscription author) {
    return !ignored.authors().isEmpty() && ignored.authors().contains(author.member.id());
  }

  /** Whether it {@link #ignores} any of {@code authors}, of whom some may be null. */
  boolean ignoresAny(List<Subscription> authors) {
    return !ignored.authors().isEmpty()
        && authors.stream().anyMatch(author -> author != null && ignores(author));
  }

  /** Which of {@code authors} it {@link #ignores}. */
  Set<Subscription> ignoredAmong(List<Subscription> authors) {
    return authors.stream()
        .filter(author -> author != null && ignores(author))
        .collect(Collectors.toSet());
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
    outlet.tell(batch);
  }
}
