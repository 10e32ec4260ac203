package chat.parley.listener;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * Looks every now and then which clients of a listener are {@linkplain VanishedClients vanished}.
 * Not an actor: its listener calls it.
 */
final class VanishedClientsWatch {
  private static final int LOOKS_PER_KEEP_ALIVE = 3;
  private static final Duration WITHOUT_KEEP_ALIVE = Duration.ofMinutes(1);

  private final ActorContext<Listener.Command> context;
  private final VanishedClients clients = new VanishedClients();
  private Duration keepAlive;

  VanishedClientsWatch(ActorContext<Listener.Command> context, Duration keepAlive) {
    this.context = context;
    this.keepAlive = keepAlive;
  }

  /**
   * @param newTime zero for never
   */
  void set(Duration newTime) {
    keepAlive = newTime;
  }

  /** Has the listener told to {@link #look} when it is time again. */
  void lookLater() {
    Duration pause =
        keepAlive.isZero() ? WITHOUT_KEEP_ALIVE : keepAlive.dividedBy(LOOKS_PER_KEEP_ALIVE);
    context.scheduleOnce(pause, context.getSelf(), new Listener.LookForVanished());
  }

  /**
   * Has the listener told {@link Listener.Unanswering}.
   *
   * @param port where the listener is
   * @param anybody whether there are clients at all
   */
  void look(int port, boolean anybody) {
    if (keepAlive.isZero() || !anybody) {
      context.getSelf().tell(new Listener.Unanswering(Set.of()));
      return;
    }
    context.pipeToSelf(
        CompletableFuture.supplyAsync(
            () -> VanishedClients.unanswering(port),
            context.getSystem().dispatchers().lookup(DispatcherSelector.blocking())),
        (unanswering, failure) ->
            new Listener.Unanswering(failure == null ? unanswering : Set.of()));
  }

  /** Which of them have vanished by now. */
  Set<InetSocketAddress> vanished(Listener.Unanswering now) {
    return clients.among(now.clients(), keepAlive.multipliedBy(2), System.nanoTime());
  }
}
