package chat.parley;

import chat.parley.access.Passwords;
import chat.parley.directory.Directory;
import chat.parley.directory.DirectoryDependencies;
import chat.parley.listener.ConnectionLimiter;
import chat.parley.listener.Listener;
import chat.parley.listener.ListenerAddress;
import chat.parley.listener.ListenerSettings;
import chat.parley.logging.Logs;
import chat.parley.moderation.BannedAddresses;
import chat.parley.store.Store;
import chat.parley.store.StoreWriter;
import chat.parley.store.StoredState;
import chat.parley.tls.ServerTls;
import com.typesafe.config.Config;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The guardian: starts the directory and the listeners, says when all are open, and closes them.
 *
 * <p>It closes them in two steps: first all drain, so that what anybody had said reaches everybody
 * else, whatever listener they came through; then all say goodbye.
 *
 * <p>It stops, and the actor system with it, when a listener could not be opened or when it was
 * told to {@link Close} and the last listener has closed.
 */
final class Parley extends AbstractBehavior<Parley.Command> {

  /** What the guardian can be told. */
  sealed interface Command {}

  /** Closes all listeners; sessions say goodbye. */
  record Close() implements Command {}

  /**
   * Reads the configuration again and goes by it, unless something is wrong with it; answered with
   * what has changed.
   */
  record ReloadSettings(ActorRef<Directory.Reloaded> replyTo) implements Command {}

  private record Reread(
      ConfigReloader.Changed changed, Throwable failure, ActorRef<Directory.Reloaded> replyTo)
      implements Command {}

  private record Configured() implements Command {}

  /** Long enough has been waited for listeners to drain. */
  private record WindUpOver() implements Command {}

  private record FromListener(Listener.Reply reply) implements Command {}

  private static final Logger log = LoggerFactory.getLogger(Parley.class);
  private static final Duration BETWEEN_LOOKS_AT_CERTIFICATES = Duration.ofDays(1);

  private final CompletableFuture<List<ListenerAddress>> ready;
  private final Map<ActorRef<Listener.Command>, ListenerAddress> opened = new HashMap<>();
  private final List<ActorRef<Listener.Command>> listeners = new ArrayList<>();
  private final Map<ActorRef<Listener.Command>, ListenerAddress> configured = new HashMap<>();
  private final ActorRef<Directory.Command> directory;
  private final ConnectionLimiter admissions;
  private final ConfigReloader rereading;
  private final Duration windUpWithin;
  private final ActorRef<Directory.Configured> directoryConfigured;
  private final List<Runnable> whenConfigured = new ArrayList<>();
  private Config running;

  /** How many have not answered yet that they go by other settings. */
  private int unconfigured;

  /** The listeners that have not drained yet; null as long as they need not. */
  private Set<ActorRef<Listener.Command>> draining;

  /**
   * @param store where what outlives the server is kept
   * @param kept what has outlived the last one
   * @param audit where it is written what operators do
   * @param again reads the configuration again
   * @param ready completed with the addresses in the order of the settings when all listeners are
   *     open; failed with a {@link ListenerRefused} when one is not
   */
  static Behavior<Command> create(
      Settings settings,
      Store store,
      StoredState kept,
      Consumer<String> audit,
      Callable<Config> again,
      CompletableFuture<List<ListenerAddress>> ready) {
    return Behaviors.setup(
        context -> new Parley(context, settings, store, kept, audit, again, ready));
  }

  private Parley(
      ActorContext<Command> context,
      Settings settings,
      Store store,
      StoredState kept,
      Consumer<String> audit,
      Callable<Config> again,
      CompletableFuture<List<ListenerAddress>> ready) {
    super(context);
    this.ready = ready;
    this.rereading = new ConfigReloader(again, settings.installed());
    this.running = settings.config();
    this.directoryConfigured =
        context.messageAdapter(Directory.Configured.class, done -> new Configured());
    this.windUpWithin = settings.goDown().windUpWithin();
    var bannedAddresses = new BannedAddresses();
    this.admissions = new ConnectionLimiter(settings.connections(), bannedAddresses);
    var foundation =
        new DirectoryDependencies(
            context.spawn(Passwords.create(), "passwords"),
            context.spawn(StoreWriter.create(store), "keeper", StoreWriter.dispatcher()),
            kept,
            bannedAddresses,
            audit,
            admissions::open,
            context.messageAdapter(
                Directory.ReloadSettings.class, reload -> new ReloadSettings(reload.replyTo())));
    this.directory =
        context.spawn(
            Directory.create(settings.directory(), foundation, Clock.systemUTC()), "directory");
    log.info(
        "at most {} connections: {}",
        settings.connections().total(),
        settings.connections().totalReason());
    ActorRef<Listener.Reply> replies =
        context.messageAdapter(Listener.Reply.class, FromListener::new);
    for (ListenerSettings listener : settings.listeners()) {
      String name = "listener-" + (listeners.size() + 1) + "-" + listener.address().kind();
      ActorRef<Listener.Command> ref =
          context.spawn(Listener.create(listener, admissions, directory, replies), name);
      context.watch(ref);
      listeners.add(ref);
      configured.put(ref, listener.address());
    }
    settings.listeners().stream()
        .flatMap(listener -> listener.tls().stream())
        .distinct()
        .forEach(this::watchExpiry);
  }

  private void watchExpiry(ServerTls tls) {
    var system = getContext().getSystem();
    system
        .scheduler()
        .scheduleAtFixedRate(
            Duration.ZERO,
            BETWEEN_LOOKS_AT_CERTIFICATES,
            () -> lookAtExpiry(tls),
            system.dispatchers().lookup(DispatcherSelector.fromConfig("parley-handshakes")));
  }

  /** The scheduler would not call again what has failed. */
  private static void lookAtExpiry(ServerTls tls) {
    try {
      tls.lookAtExpiry();
    } catch (RuntimeException e) {
      log.error("a certificate could not be looked at", e);
    }
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(FromListener.class, this::onFromListener)
        .onMessage(Close.class, close -> onClose())
        .onMessage(ReloadSettings.class, this::onReloadSettings)
        .onMessage(Reread.class, this::onReread)
        .onMessage(Configured.class, done -> onConfigured())
        .onMessage(WindUpOver.class, over -> onWindUpOver())
        .onSignal(Terminated.class, this::onTerminated)
        .build();
  }

  private Behavior<Command> onFromListener(FromListener message) {
    if (message.reply() instanceof Listener.Refused refused) {
      ready.completeExceptionally(new ListenerRefused(refused.address(), refused.why()));
      return Behaviors.stopped();
    }
    if (message.reply() instanceof Listener.Configured) {
      return onConfigured();
    }
    if (message.reply() instanceof Listener.Drained done) {
      onDrained(done.listener());
      return this;
    }
    if (message.reply() instanceof Listener.Opened listener) {
      opened.put(listener.listener(), listener.address());
    }
    if (opened.size() == listeners.size()) {
      ready.complete(listeners.stream().map(opened::get).toList());
    }
    return this;
  }

  private Behavior<Command> onReloadSettings(ReloadSettings reload) {
    // It reads files.
    Executor mayBlock =
        getContext().getSystem().dispatchers().lookup(DispatcherSelector.blocking());
    Config before = running;
    getContext()
        .pipeToSelf(
            CompletableFuture.supplyAsync(() -> rereading.since(before), mayBlock),
            (changed, failure) -> new Reread(changed, failure, reload.replyTo()));
    return this;
  }

  private Behavior<Command> onReread(Reread reread) {
    if (reread.failure() != null) {
      Throwable why =
          reread.failure() instanceof CompletionException wrapped
              ? wrapped.getCause()
              : reread.failure();
      String kept = "everything stays as it was: " + why.getMessage();
      log.warn("configuration read again: {}", kept);
      reread.replyTo().tell(new Directory.Reloaded(List.of(kept)));
      return this;
    }
    running = reread.changed().reload().running();
    unconfigured += goBy(reread.changed().settings());
    whenConfigured.add(() -> answer(reread.changed().reload().lines(), reread.replyTo()));
    return this;
  }

  private static void answer(List<String> lines, ActorRef<Directory.Reloaded> replyTo) {
    lines.forEach(line -> log.info("configuration read again: {}", line));
    replyTo.tell(new Directory.Reloaded(lines));
  }

  /** One of those who go by the settings does. */
  private Behavior<Command> onConfigured() {
    if (--unconfigured == 0) {
      whenConfigured.forEach(Runnable::run);
      whenConfigured.clear();
    }
    return this;
  }

  /** Answers how many have been told, each of whom answers. */
  private int goBy(Settings settings) {
    Logs.setLevel(settings.logLevel());
    admissions.configure(settings.connections(), System.nanoTime());
    directory.tell(new Directory.Configure(settings.directory(), directoryConfigured));
    int told = 1;
    for (ListenerSettings each : settings.listeners()) {
      for (ActorRef<Listener.Command> listener : listeners) {
        if (configured.get(listener).equals(each.address())) {
          listener.tell(new Listener.Configure(each));
          told++;
        }
      }
    }
    return told;
  }

  private Behavior<Command> onClose() {
    draining = new HashSet<>(listeners);
    listeners.forEach(listener -> listener.tell(new Listener.Drain()));
    getContext().scheduleOnce(windUpWithin, getContext().getSelf(), new WindUpOver());
    return this;
  }

  private Behavior<Command> onWindUpOver() {
    if (!draining.isEmpty()) {
      getContext()
          .getLog()
          .warn("not all that was said reached everybody in {} ms", windUpWithin.toMillis());
      draining.clear();
      sayGoodbye();
    }
    return this;
  }

  private void onDrained(ActorRef<Listener.Command> listener) {
    if (draining != null && draining.remove(listener) && draining.isEmpty()) {
      sayGoodbye();
    }
  }

  private void sayGoodbye() {
    listeners.forEach(listener -> listener.tell(new Listener.Close()));
  }

  private Behavior<Command> onTerminated(Terminated terminated) {
    ActorRef<Listener.Command> listener = terminated.getRef().unsafeUpcast();
    listeners.remove(listener);
    onDrained(listener);
    return listeners.isEmpty() ? Behaviors.stopped() : this;
  }
}
