package chat.parley.server;

import chat.parley.config.ConfigReload;
import chat.parley.config.ConfigReloader;
import chat.parley.config.Settings;
import chat.parley.listener.ListenerAddress;
import chat.parley.store.StoreException;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigValueFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/** A running server. */
public final class Server implements AutoCloseable {
  private static final Duration RELOAD_WITHIN = Duration.ofMinutes(1);

  private final ActorSystem<Parley.Command> system;
  private final List<ListenerAddress> listeners;

  private Server(ActorSystem<Parley.Command> system, List<ListenerAddress> listeners) {
    this.system = system;
    this.listeners = listeners;
  }

  /**
   * Starts a server and waits until all its listeners are open.
   *
   * @throws ListenerRefused when one cannot be opened; nothing is left running then
   * @throws StoreException when what is kept cannot be read
   */
  public static Server start(Settings settings) {
    return start(settings, settings::config);
  }

  /**
   * Starts a server that can read its configuration again, and waits until all its listeners are
   * open.
   *
   * @param source reads the configuration again
   */
  public static Server start(Settings settings, Supplier<Config> source) {
    var ready = new CompletableFuture<List<ListenerAddress>>();
    ActorSystem<Parley.Command> system = system(settings, new ConfigReloader(source), ready);
    CoordinatedShutdown.get(system)
        .addTask(
            CoordinatedShutdown.PhaseServiceRequestsDone(),
            "close-listeners",
            () -> {
              system.tell(new Parley.Close());
              return system.getWhenTerminated();
            });
    system
        .getWhenTerminated()
        .thenRun(() -> ready.completeExceptionally(new IllegalStateException("it has stopped")));
    try {
      return new Server(system, ready.join());
    } catch (CompletionException e) {
      system.getWhenTerminated().toCompletableFuture().join();
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static ActorSystem<Parley.Command> system(
      Settings settings, ConfigReloader reloader, CompletableFuture<List<ListenerAddress>> ready) {
    Storage storage = Storage.open(settings);
    try {
      ActorSystem<Parley.Command> system =
          ActorSystem.create(
              Parley.create(settings, storage, reloader, ready), "parley", config(settings));
      system.getWhenTerminated().thenRun(storage.audit()::close);
      return system;
    } catch (RuntimeException e) {
      storage.store().close();
      throw e;
    }
  }

  private static Config config(Settings settings) {
    Map<String, Duration> timeouts =
        Map.of(
            CoordinatedShutdown.PhaseServiceRequestsDone(), settings.shutdown().listenersWithin(),
            CoordinatedShutdown.PhaseActorSystemTerminate(), settings.shutdown().restWithin());
    Config config = settings.config();
    for (var phase : timeouts.entrySet()) {
      config =
          config.withValue(
              "pekko.coordinated-shutdown.phases." + phase.getKey() + ".timeout",
              ConfigValueFactory.fromAnyRef(phase.getValue()));
    }
    return config;
  }

  /** Where the listeners are, with the ports that they really got. */
  public List<ListenerAddress> listeners() {
    return listeners;
  }

  /** Completed when the server has stopped, for whatever reason. */
  public CompletionStage<Done> stopped() {
    return system.getWhenTerminated();
  }

  /** Reads the configuration again, and goes by it; completed with what came of it. */
  public CompletionStage<ConfigReload> reload() {
    return AskPattern.ask(
        system,
        (ActorRef<ConfigReload> replyTo) -> new Parley.ReloadSettings(replyTo::tell),
        RELOAD_WITHIN,
        system.scheduler());
  }

  /** Its actors, a line each, indented as they are below each other; for tests. */
  String actors() {
    return system.printTree();
  }

  /** Says goodbye to everybody, closes the listeners and waits until that is done. */
  @Override
  public void close() {
    CoordinatedShutdown.get(system)
        .runAll(CoordinatedShutdown.unknownReason())
        .toCompletableFuture()
        .join();
  }
}
