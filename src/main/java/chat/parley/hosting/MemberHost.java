package chat.parley.hosting;

import chat.parley.event.Batch;
import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.ChildFailed;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * The host of a member extension, which it stands for in the room: takes the room's batches apart,
 * and tells the extension the events one at a time, as many as it keeps up with. The room takes it
 * in before anybody comes.
 *
 * <p>It is told {@link Batch}es and what it tells itself.
 *
 * <p>It runs where the room runs and does nothing that takes time; the extension, its child, runs
 * elsewhere. When the extension has failed too often, or stops by itself, so does its host, and the
 * room sees it leave. So it is when the host is told to {@link End}.
 */
final class MemberHost extends AbstractBehavior<Object> {

  /** The extension has dealt with an event. */
  private record Handled() {}

  /** The extension is to hear no more, and to end when it has dealt with what it has heard. */
  record End() {}

  private record EndsTooLate() {}

  private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

  private final String name;
  private final HostingRoom room;
  private final MemberId id;
  private final int mailbox;
  private final ActorRef<Object> extension;
  private int waiting;
  private long missed;

  static Behavior<Object> create(EnabledExtension enabled, HostingRoom room, MemberId id) {
    return Behaviors.setup(context -> new MemberHost(context, enabled, room, id));
  }

  private MemberHost(
      ActorContext<Object> context, EnabledExtension enabled, HostingRoom room, MemberId id) {
    super(context);
    this.name = enabled.name();
    this.room = room;
    this.id = id;
    this.mailbox = enabled.allowed().mailbox();
    ActorRef<Object> self = context.getSelf();
    RoomHandle handle = room.handle(id);
    MemberExtension member = (MemberExtension) enabled.extension();
    extension =
        ExtensionSpawner.start(
            context,
            enabled,
            room.name(),
            () -> member.member(enabled.settings(), handle),
            () -> self.tell(new Handled()));
  }

  @Override
  public Receive<Object> createReceive() {
    return newReceiveBuilder()
        .onMessage(Batch.class, this::onBatch)
        .onMessage(Handled.class, handled -> onHandled())
        .onMessage(End.class, end -> onEnd())
        .onSignal(Terminated.class, this::onExtensionGone)
        .build();
  }

  private Behavior<Object> onEnd() {
    extension.tell(ExtensionGuard.END);
    getContext().scheduleOnce(ENDS_WITHIN, getContext().getSelf(), new EndsTooLate());
    return newReceiveBuilder()
        .onMessage(EndsTooLate.class, late -> onEndsTooLate())
        .onSignal(Terminated.class, this::onExtensionGone)
        .onAnyMessage(message -> Behaviors.same())
        .build();
  }

  private Behavior<Object> onEndsTooLate() {
    getContext().getLog().warn("{} in {} is still busy and is stopped", name, room.name());
    // This actor ends only when the extension does. Until then it must not be sent anything.
    room.leave(id);
    return Behaviors.stopped();
  }

  private Behavior<Object> onExtensionGone(Terminated terminated) {
    if (terminated instanceof ChildFailed) {
      room.disable(name, getContext().getSelf());
    }
    return Behaviors.stopped();
  }

  private Behavior<Object> onBatch(Batch batch) {
    for (RoomEvent event : batch.events()) {
      if (waiting < mailbox) {
        waiting++;
        extension.tell(event);
      } else {
        miss();
      }
    }
    return this;
  }

  private void miss() {
    if (missed++ == 0) {
      getContext()
          .getLog()
          .warn("{} in {} falls behind and misses what happens", name, room.name());
    }
  }

  private Behavior<Object> onHandled() {
    waiting = Math.max(0, waiting - 1);
    if (missed > 0 && waiting <= mailbox / 2) {
      getContext()
          .getLog()
          .warn("{} in {} goes on; it has missed {} events", name, room.name(), missed);
      missed = 0;
    }
    return this;
  }
}
