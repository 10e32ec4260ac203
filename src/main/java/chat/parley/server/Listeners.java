package chat.parley.server;

import chat.parley.listener.Listener;
import chat.parley.listener.ListenerAddress;
import chat.parley.listener.ListenerSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/** The listeners of a server, children of the guardian, from their opening to their end. */
final class Listeners {
  private final List<ActorRef<Listener.Command>> running = new ArrayList<>();
  private final Map<ActorRef<Listener.Command>, ListenerAddress> configured = new HashMap<>();
  private final Map<ActorRef<Listener.Command>, ListenerAddress> opened = new HashMap<>();

  /** Those that have been told to drain and have not done it yet. */
  private final Set<ActorRef<Listener.Command>> draining = new HashSet<>();

  /**
   * Starts one for each of {@code settings} and watches it.
   *
   * @param behavior what a listener of these settings does
   */
  Listeners(
      ActorContext<?> context,
      List<ListenerSettings> settings,
      Function<ListenerSettings, Behavior<Listener.Command>> behavior) {
    for (ListenerSettings each : settings) {
      String name = "listener-" + (running.size() + 1) + "-" + each.address().kind();
      ActorRef<Listener.Command> listener = context.spawn(behavior.apply(each), name);
      context.watch(listener);
      running.add(listener);
      configured.put(listener, each.address());
    }
  }

  /** One is open; answers the addresses of all, in the order of the settings, when all are. */
  Optional<List<ListenerAddress>> opened(Listener.Opened listener) {
    opened.put(listener.listener(), listener.address());
    return opened.size() == running.size()
        ? Optional.of(running.stream().map(opened::get).toList())
        : Optional.empty();
  }

  /** Tells each the settings of its address, and answers how many have been told. */
  int configure(List<ListenerSettings> settings) {
    int told = 0;
    for (ListenerSettings each : settings) {
      for (ActorRef<Listener.Command> listener : running) {
        if (configured.get(listener).equals(each.address())) {
          listener.tell(new Listener.Configure(each));
          told++;
        }
      }
    }
    return told;
  }

  void drain() {
    draining.addAll(running);
    running.forEach(listener -> listener.tell(new Listener.Drain()));
  }

  /** Whether some have not drained yet. */
  boolean areDraining() {
    return !draining.isEmpty();
  }

  /** One has drained, or has gone; answers whether it is the last that was awaited. */
  boolean drained(ActorRef<Listener.Command> listener) {
    return draining.remove(listener) && draining.isEmpty();
  }

  /** Waits no longer for those that have not drained, and closes all. */
  void close() {
    draining.clear();
    running.forEach(listener -> listener.tell(new Listener.Close()));
  }

  /** One has stopped; answers whether it was the last. */
  boolean stopped(ActorRef<Listener.Command> listener) {
    running.remove(listener);
    return running.isEmpty();
  }
}
