package chat.parley.room;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/** A room's extensions: starts their hosts, its children, and remembers which were put aside. */
final class Extensions {
  private final List<EnabledExtension> enabled;
  private final Set<String> putAside = new LinkedHashSet<>();
  private final List<ActorRef<GateHost.Command>> gates = new ArrayList<>();
  private final List<Member> members = new ArrayList<>();

  Extensions(ActorContext<Room.Command> context, String room, List<EnabledExtension> enabled) {
    this.enabled = enabled;
    ActorRef<Room.Command> self = context.getSelf();
    for (EnabledExtension each : enabled) {
      if (each.extension() instanceof GateExtension) {
        gates.add(context.spawn(GateHost.create(each, room, self), "gate-" + each.name()));
      }
      if (each.extension() instanceof MemberExtension) {
        ActorRef<Object> host =
            context.spawn(MemberHost.create(each, room, self), "member-" + each.name());
        members.add(Member.extension(each.name(), host, host.narrow()));
      }
    }
  }

  /** The gates, in the order of the configuration. */
  List<ActorRef<GateHost.Command>> gates() {
    return gates;
  }

  /** Those that are to be in the room. */
  List<Member> members() {
    return members;
  }

  void putAside(String name) {
    putAside.add(name);
  }

  List<Room.ExtensionState> states() {
    return enabled.stream()
        .map(each -> new Room.ExtensionState(each.name(), !putAside.contains(each.name())))
        .toList();
  }
}
