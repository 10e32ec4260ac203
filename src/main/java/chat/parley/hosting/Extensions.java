package chat.parley.hosting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/** The extensions of a room: starts and stops them, and remembers which were put aside. */
public final class Extensions {
  private final ActorContext<?> context;
  private final HostingRoom room;
  private final List<RunningExtension> running = new ArrayList<>();
  private long started;

  /**
   * @param context the room's, whose children the hosts are
   */
  public Extensions(ActorContext<?> context, HostingRoom room) {
    this.context = context;
    this.room = room;
  }

  /**
   * Has those running that are {@code enabled} and no others. One that is as before goes on
   * untouched, also one that was put aside; one that is not is stopped and started anew.
   *
   * @return those that have been started
   */
  public List<RunningExtension> change(List<EnabledExtension> enabled) {
    Map<String, RunningExtension> goOn = new HashMap<>();
    for (RunningExtension each : running) {
      if (enabled.stream().anyMatch(each::isAs)) {
        goOn.put(each.name(), each);
      } else {
        each.stop();
      }
    }
    running.clear();
    List<RunningExtension> newcomers = new ArrayList<>();
    for (EnabledExtension each : enabled) {
      RunningExtension same = goOn.get(each.name());
      if (same == null) {
        same = new RunningExtension(context, room, each, ++started);
        newcomers.add(same);
      }
      running.add(same);
    }
    return newcomers;
  }

  /** The gates, in the order of the configuration. */
  public List<GateRef> gates() {
    return running.stream().flatMap(each -> each.gate().stream()).toList();
  }

  /**
   * What {@code host} stands for has failed too often.
   *
   * @return whether it is still running; otherwise nobody need know
   */
  public boolean putAside(ActorRef<?> host) {
    for (RunningExtension each : running) {
      if (each.isHostedBy(host)) {
        each.putAside();
        return true;
      }
    }
    return false;
  }

  /** Those that are turned on, in the order of the configuration. */
  public List<RunningExtension> running() {
    return List.copyOf(running);
  }
}
