package chat.parley;

import chat.parley.directory.Directory;
import chat.parley.listener.ListenerAddress;
import chat.parley.logging.AuditLog;
import chat.parley.store.Store;
import chat.parley.store.StoreException;
import chat.parley.store.StoredState;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
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
   * @param again reads the configuration again
   */
  static Server start(Settings settings, Callable<Config> again) {
    var ready = new CompletableFuture<List<ListenerAddress>>();
    ActorSystem<Parley.Command> system = system(settings, again, ready);
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
      Settings settings, Callable<Config> again, CompletableFuture<List<ListenerAddress>> ready) {
    Store store = settings.store().map(Store::open).orElseGet(Store::inMemory);
    try {
      StoredState kept = store.load();
      AuditLog audit = auditLog(settings);
      ActorSystem<Parley.Command> system =
          ActorSystem.create(
              Parley.create(settings, store, kept, audit::write, again, ready),
              "parley",
              config(settings));
      system.getWhenTerminated().thenRun(audit::close);
      return system;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static AuditLog auditLog(Settings settings) {
    try {
      return AuditLog.open(settings.auditLog());
    } catch (IOException e) {
      throw new SettingsException("parley.audit-log: " + e.getMessage());
    }
  }

  private static Config config(Settings settings) {
    Map<String, Duration> timeouts =
        Map.of(
            CoordinatedShutdown.PhaseServiceRequestsDone(), settings.goDown().listenersWithin(),
            CoordinatedShutdown.PhaseActorSystemTerminate(), settings.goDown().restWithin());
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

  /** Reads the configuration again, and goes by it; completed with what has changed. */
  CompletionStage<List<String>> reload() {
    return AskPattern.<Parley.Command, Directory.Reloaded>ask(
            system, Parley.ReloadSettings::new, RELOAD_WITHIN, system.scheduler())
        .thenApply(Directory.Reloaded::lines);
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
