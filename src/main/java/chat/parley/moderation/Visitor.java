package chat.parley.moderation;

import chat.parley.access.Origin;
import chat.parley.event.MemberId;
import chat.parley.names.Looks;
import chat.parley.names.Names;
import chat.parley.store.Sanction;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/** Somebody who is on the server, as moderation knows them. */
final class Visitor {
  private final MemberId id;
  private final ActorRef<ModerationReply> address;
  private final Origin origin;
  private final Instant since;
  private String name;
  private boolean operator;
  private Sanction mute;

  /**
   * @param address where answers and news go
   */
  Visitor(
      MemberId id, ActorRef<ModerationReply> address, Origin origin, Instant since, String name) {
    this.id = id;
    this.address = address;
    this.origin = origin;
    this.since = since;
    this.name = name;
  }

  MemberId id() {
    return id;
  }

  void tell(ModerationReply reply) {
    address.tell(reply);
  }

  Origin origin() {
    return origin;
  }

  Instant since() {
    return since;
  }

  String name() {
    return name;
  }

  void call(String newName) {
    name = newName;
  }

  String key() {
    return Names.key(name);
  }

  /** What the name looks like. */
  Set<String> looks() {
    return Looks.of(name);
  }

  boolean isOperator() {
    return operator;
  }

  void makeOperator() {
    operator = true;
  }

  /** Why this user may only listen; null when it may speak. */
  Sanction mute() {
    return mute;
  }

  /** Until when this user may only listen; empty when it may speak. */
  Optional<Instant> mutedUntil() {
    return Optional.ofNullable(mute).map(each -> each.until().orElse(Instant.MAX));
  }

  /** Lets this user only listen, or speak; answers whether that is new. */
  boolean setMute(Optional<Sanction> sanction) {
    Sanction before = mute;
    mute = sanction.orElse(null);
    return mute == null ? before != null : !mute.equals(before);
  }
}
