package chat.parley.hosting;

import chat.parley.event.MemberId;
import chat.parley.extension.GateExtension;
import chat.parley.extension.MemberExtension;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/** An extension that is turned on in a room, with its hosts, which are children of the room. */
public final class RunningExtension {
  private final ActorContext<?> context;
  private final EnabledExtension enabled;
  private final MemberId id;
  private ActorRef<GateHost.Command> gate;
  private ActorRef<Object> member;
  private boolean putAside;

  /**
   * Starts it.
   *
   * @param number another one for each start in the room, since the hosts of the one before may
   *     still be about to end
   */
  RunningExtension(
      ActorContext<?> context, HostingRoom room, EnabledExtension enabled, long number) {
    this.context = context;
    this.enabled = enabled;
    this.id = new MemberId(0, -number);
    String place = enabled.name() + "-" + number;
    if (enabled.extension() instanceof GateExtension) {
      gate = context.spawn(GateHost.create(enabled, room), "gate-" + place);
    }
    if (enabled.extension() instanceof MemberExtension) {
      member = context.spawn(MemberHost.create(enabled, room, id), "member-" + place);
    }
  }

  /** How the configuration names it, and what it is called when it speaks. */
  public String name() {
    return enabled.name();
  }

  /** Who it is in the room, if it is a member. */
  public MemberId id() {
    return id;
  }

  /** Whether it would be the same when {@code other} were started. */
  boolean isAs(EnabledExtension other) {
    return enabled.name().equals(other.name())
        && enabled.extension().getClass() == other.extension().getClass()
        && enabled.settings().equals(other.settings())
        && enabled.allowed().equals(other.allowed());
  }

  /** Its gate, if it is one. */
  Optional<GateRef> gate() {
    return Optional.ofNullable(gate).map(host -> new GateRef(name(), host.narrow()));
  }

  /** What is to be in the room, and to be sent its batches, if it is a member. */
  public Optional<ActorRef<Object>> member() {
    return Optional.ofNullable(member);
  }

  /** Whether {@code host} stands for it. */
  boolean isHostedBy(ActorRef<?> host) {
    return host.equals(gate) || host.equals(member);
  }

  void putAside() {
    putAside = true;
  }

  /** Whether it has not been put aside. */
  public boolean isWorking() {
    return !putAside;
  }

  /**
   * Ends it: the gate at once, whatever it has been asked; the member when it has dealt with what
   * it has heard, and until then it is in the room.
   */
  void stop() {
    if (gate != null) {
      context.stop(gate);
    }
    if (member != null) {
      member.tell(new MemberHost.End());
    }
  }
}
