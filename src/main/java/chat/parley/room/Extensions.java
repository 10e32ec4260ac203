package chat.parley.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/** A room's extensions: starts and stops them, and remembers which were put aside. */
final class Extensions {
  private final ActorContext<Room.Command> context;
  private final String room;
  private final List<RunningExtension> running = new ArrayList<>();
  private long started;

  Extensions(ActorContext<Room.Command> context, String room) {
    this.context = context;
    this.room = room;
  }

  /**
   * Has those running that are {@code enabled} and no others. One that is as before goes on
   * untouched, also one that was put aside; one that is not is stopped and started anew.
   *
   * @return what has been started and is to be in the room
   */
  List<Member> change(List<EnabledExtension> enabled) {
    Map<String, RunningExtension> goOn = new HashMap<>();
    for (RunningExtension each : running) {
      if (enabled.stream().anyMatch(each::isAs)) {
        goOn.put(each.name(), each);
      } else {
        each.stop();
      }
    }
    running.clear();
    List<Member> newcomers = new ArrayList<>();
    for (EnabledExtension each : enabled) {
      RunningExtension same = goOn.get(each.name());
      if (same == null) {
        same = new RunningExtension(context, room, each, ++started);
        same.member().ifPresent(newcomers::add);
      }
      running.add(same);
    }
    return newcomers;
  }

  /** The gates, in the order of the configuration. */
  List<GateRef> gates() {
    return running.stream().flatMap(each -> each.gate().stream()).toList();
  }

  /**
   * What {@code host} stands for has failed too often.
   *
   * @return whether it is still running; otherwise nobody need know
   */
  boolean putAside(ActorRef<?> host) {
    for (RunningExtension each : running) {
      if (each.isHostedBy(host)) {
        each.putAside();
        return true;
      }
    }
    return false;
  }

  List<Room.ExtensionState> states() {
    return running.stream().map(RunningExtension::state).toList();
  }
}
