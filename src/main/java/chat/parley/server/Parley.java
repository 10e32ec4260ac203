package chat.parley.server;

import chat.parley.config.ConfigReload;
import chat.parley.config.ConfigReloader;
import chat.parley.config.Settings;
import chat.parley.listener.ConnectionLimiter;
import chat.parley.listener.ConnectionTotal;
import chat.parley.listener.Listener;
import chat.parley.listener.ListenerAddress;
import chat.parley.logging.Logs;
import chat.parley.moderation.Bans;
import chat.parley.moderation.ReloadRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
import org.slf4j.event.Level;

/**
 * The guardian, from which all other actors descend. It starts the services and the listeners, says
 * when all are open, has them go by other settings, and closes them.
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
   * Reads the configuration again and goes by it, unless something is wrong with it.
   *
   * @param answer is told what came of it, when all go by it
   */
  record ReloadSettings(Consumer<ConfigReload> answer) implements Command {}

  private record Reread(ConfigReload reload, Consumer<ConfigReload> answer) implements Command {}

  private record Configured() implements Command {}

  /** Long enough has been waited for listeners to drain. */
  private record DrainOver() implements Command {}

  private record FromListener(Listener.Reply reply) implements Command {}

  private static final Logger log = LoggerFactory.getLogger(Parley.class);

  private final CompletableFuture<List<ListenerAddress>> ready;
  private final Reconfiguration reconfiguration;
  private final Duration drainWithin;
  private final ConnectionLimiter admissions;
  private final ServiceActors services;
  private final Listeners listeners;

  /**
   * @param reloader reads the configuration again
   * @param ready completed with the addresses in the order of the settings when all listeners are
   *     open; failed with a {@link ListenerRefused} when one is not
   */
  static Behavior<Command> create(
      Settings settings,
      Storage storage,
      ConfigReloader reloader,
      CompletableFuture<List<ListenerAddress>> ready) {
    return Behaviors.setup(context -> new Parley(context, settings, storage, reloader, ready));
  }

  private Parley(
      ActorContext<Command> context,
      Settings settings,
      Storage storage,
      ConfigReloader reloader,
      CompletableFuture<List<ListenerAddress>> ready) {
    super(context);
    this.ready = ready;
    this.reconfiguration = new Reconfiguration(reloader, settings);
    this.drainWithin = settings.shutdown().drainWithin();
    var bans = new Bans();
    this.admissions = new ConnectionLimiter(settings.connections(), bans);
    this.services =
        new ServiceActors(
            context,
            settings,
            storage,
            bans,
            admissions::open,
            context.messageAdapter(
                ReloadRequest.class, reload -> new ReloadSettings(answer(reload))),
            new Configured());
    ConnectionTotal total = settings.connections().total();
    log.info("at most {} connections: {}", total.connections(), total.reason());
    ActorRef<Listener.Reply> replies =
        context.messageAdapter(Listener.Reply.class, FromListener::new);
    this.listeners =
        new Listeners(
            context,
            settings.listeners(),
            each -> Listener.create(each, admissions, services.services(), replies));
    CertificateCheck.start(context.getSystem(), settings.listeners());
  }

  private static Consumer<ConfigReload> answer(ReloadRequest reload) {
    return done -> reload.replyTo().tell(new ReloadRequest.Done(ReloadText.lines(done)));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(FromListener.class, this::onFromListener)
        .onMessage(Close.class, close -> onClose())
        .onMessage(ReloadSettings.class, this::onReloadSettings)
        .onMessage(Reread.class, this::onReread)
        .onMessage(Configured.class, done -> onConfigured())
        .onMessage(DrainOver.class, over -> onDrainOver())
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
    } else if (message.reply() instanceof Listener.Opened listener) {
      listeners.opened(listener).ifPresent(ready::complete);
    }
    return this;
  }

  private Behavior<Command> onReloadSettings(ReloadSettings reload) {
    getContext()
        .pipeToSelf(
            reconfiguration.read(
                getContext().getSystem().dispatchers().lookup(DispatcherSelector.blocking())),
            (reread, failure) -> new Reread(reread, reload.answer()));
    return this;
  }

  private Behavior<Command> onReread(Reread reread) {
    if (reread.reload() instanceof ConfigReload.Accepted accepted) {
      Settings settings = accepted.settings();
      reconfiguration.begin(settings, goBy(settings), () -> answer(reread, Level.INFO));
    } else {
      answer(reread, Level.WARN);
    }
    return this;
  }

  private static void answer(Reread reread, Level level) {
    ReloadText.lines(reread.reload())
        .forEach(line -> log.atLevel(level).log("configuration read again: {}", line));
    reread.answer().accept(reread.reload());
  }

  private Behavior<Command> onConfigured() {
    reconfiguration.configured();
    return this;
  }

  /** Answers how many have been told, each of whom answers. */
  private int goBy(Settings settings) {
    Logs.setLevel(settings.logLevel());
    admissions.configure(settings.connections(), System.nanoTime());
    services.configure(settings);
    return ServiceActors.CONFIGURED + listeners.configure(settings.listeners());
  }

  private Behavior<Command> onClose() {
    listeners.drain();
    getContext().scheduleOnce(drainWithin, getContext().getSelf(), new DrainOver());
    return this;
  }

  private Behavior<Command> onDrainOver() {
    if (listeners.areDraining()) {
      log.warn("not all that was said reached everybody in {} ms", drainWithin.toMillis());
      listeners.close();
    }
    return this;
  }

  private void onDrained(ActorRef<Listener.Command> listener) {
    if (listeners.drained(listener)) {
      listeners.close();
    }
  }

  private Behavior<Command> onTerminated(Terminated terminated) {
    ActorRef<Listener.Command> listener = terminated.getRef().unsafeUpcast();
    boolean last = listeners.stopped(listener);
    onDrained(listener);
    return last ? Behaviors.stopped() : this;
  }
}
