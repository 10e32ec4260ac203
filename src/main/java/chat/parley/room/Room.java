package chat.parley.room;

import chat.parley.actor.Recovering;
import chat.parley.event.RoomEvent;
import chat.parley.text.PlainText;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.japi.function.Function;

/**
 * A room: holds its members, decides who may come in and what its owner may do, and forwards every
 * post to the others.
 *
 * <p>Sessions and bots speak to it; whoever has opened it is told {@link RoomReport}s.
 *
 * <p><b>Order.</b> A post gets its number when it is taken. Every member gets the posts of the time
 * it is in the room in the order of their numbers, without gaps (but for its own) and without
 * repeats. A newcomer gets {@link RoomEvent.Welcomed} before anything else.
 *
 * <p><b>Batches.</b> What arrives is gathered; if no flush is pending the room sends itself one.
 * Whatever is already in the mailbox gets in before the flush comes round, so a batch is one post
 * when the room is idle, without any delay, and grows under load.
 *
 * <p><b>Delivery.</b> A batch is told to each member's outlet once. The room never waits for a
 * member; what an outlet does when its socket is slow is its own business.
 *
 * <p><b>Failure.</b> What it cannot deal with it gives up, and goes on with everybody and
 * everything it remembers; all are told. If that happens too often it stops, and is opened anew.
 *
 * <p><b>End.</b> A member that stops is watched for and leaves. The room says so when it is empty,
 * and stops when it is told to {@link RoomCommand.Retire} and still is.
 */
public final class Room extends AbstractBehavior<RoomCommand> {
  private static final Duration BETWEEN_SUMMARIES = Duration.ofSeconds(1);

  /** How long whoever has had the room opened may take to come. */
  private static final Duration FIRST_WITHIN = Duration.ofSeconds(30);

  private static final RoomReply.Accepted ACCEPTED = new RoomReply.Accepted();

  /** How often a room may fail within a minute before it is opened anew, with nothing of before. */
  static final int MAX_FAILURES = 5;

  private final String name;
  private final TimerScheduler<RoomCommand> timers;
  private final Journal journal;
  private final JournaledFanout fanout;
  private final Roster roster;
  private final Entrance entrance;
  private final OwnerCommands ownerCommands;
  private final RoomExtensions extensions;
  private final GateChain gates;
  private final PendingAnswers answers = new PendingAnswers();
  private final Posting posting;
  private final RoomEpoch epoch;
  private final AppendReplies appendReplies;
  private final Queries queries;
  private final History history;
  private final Catchup catchup;
  private final HistoryCommands historyCommands;
  private final RoomRecovery recovery;

  /** A room that nobody has opened, that belongs to nobody, and of which nothing is kept. */
  public static Behavior<RoomCommand> create(String name, RoomSettings settings, Clock clock) {
    return Behaviors.setup(
        context ->
            create(
                RoomKeeping.nothing(name),
                settings.with(settings.maxPeople(), false),
                RoomAccess.of(Optional.empty()),
                context.getSystem().ignoreRef(),
                clock));
  }

  /**
   * A room that takes the time of its posts from {@code clock}.
   *
   * @param keeping what there was of it before
   * @param access whose it is and who may come in; its own from now on
   * @param reports told what whoever has opened it must know
   */
  public static Behavior<RoomCommand> create(
      RoomKeeping keeping,
      RoomSettings settings,
      RoomAccess access,
      ActorRef<RoomReport> reports,
      Clock clock) {
    return Behaviors.setup(
        context ->
            create(keeping, settings, access, reports, clock, context.getExecutionContext()));
  }

  /**
   * @param flusher runs what it is given when those who were sent the batch before have had a turn
   */
  static Behavior<RoomCommand> create(
      RoomKeeping keeping,
      RoomSettings settings,
      RoomAccess access,
      ActorRef<RoomReport> reports,
      Clock clock,
      Executor flusher) {
    return RoomLoader.open(
        keeping,
        settings,
        before ->
            Behaviors.setup(
                context ->
                    Behaviors.withTimers(
                        timers ->
                            new Room(
                                context, timers, keeping, settings, access, reports, clock, flusher,
                                before))));
  }

  private Room(
      ActorContext<RoomCommand> context,
      TimerScheduler<RoomCommand> timers,
      RoomKeeping keeping,
      RoomSettings settings,
      RoomAccess access,
      ActorRef<RoomReport> reports,
      Clock clock,
      Executor flusher,
      List<RoomEvent.Posted> before) {
    super(context);
    this.timers = timers;
    RoomRecord record = keeping.record();
    this.name = record.name();
    ActorRef<RoomCommand> self = context.getSelf();
    this.journal = keeping.journal(settings.history(), context);
    this.fanout =
        new JournaledFanout(
            journal,
            keeping.durability(),
            record::epoch,
            () -> flusher.execute(() -> self.tell(new InternalCommand.Flush())),
            flushLater -> new LocalFanout(name, settings, answers, flushLater));
    this.roster = new Roster(record, settings, fanout, this::sumUpSoon);
    this.posting = new Posting(name, settings, clock, roster, fanout, journal, before);
    this.epoch = new RoomEpoch(keeping, settings.history(), fanout, roster);
    this.appendReplies = new AppendReplies(record, fanout, roster, posting, epoch);
    this.history = keeping.history(context, settings, posting::recent, () -> !fanout.isHolding());
    this.catchup = new Catchup(record, settings, roster, posting, history);
    Topic topic = new Topic(name, roster, record, keeping::keepRecord);
    this.entrance =
        new Entrance(
            context,
            name,
            access,
            roster,
            fanout,
            new RoomReports(self, access.isLocked(), reports),
            member -> roster.admit(member, catchup.of(member)));
    entrance.configure(settings);
    this.ownerCommands = new OwnerCommands(name, access, roster, entrance, topic);
    // Before anybody else, so that they hear everything.
    this.extensions =
        new RoomExtensions(
            context,
            name,
            settings,
            roster,
            entrance,
            new BehindGates(name, posting, entrance, fanout, answers, timers));
    this.gates = extensions.gates();
    this.queries = new Queries(roster, topic, extensions);
    this.historyCommands =
        new HistoryCommands(name, access, roster, gates, history, settings, clock);
    this.recovery = new RoomRecovery(name, roster, fanout, entrance, gates, answers);
    timers.startSingleTimer(new InternalCommand.NobodyCame(), FIRST_WITHIN);
  }

  @Override
  public Receive<RoomCommand> createReceive() {
    return new Recovering<>(
        handlers(), name, MAX_FAILURES, getContext().getLog(), this::recover, entrance::expectAll);
  }

  private Receive<RoomCommand> handlers() {
    return newReceiveBuilder()
        .onMessage(RoomCommand.Post.class, stays(post -> posting.post(post, gates)))
        .onMessage(InternalCommand.Flush.class, flush -> onFlush())
        .onMessage(RoomCommand.Join.class, mayEnd(this::onJoin))
        .onMessage(RoomCommand.Arrive.class, mayEnd(entrance::arrive))
        .onMessage(RoomCommand.Leave.class, mayEnd(this::onLeave))
        .onMessage(InternalCommand.Gone.class, mayEnd(gone -> entrance.gone(gone.member())))
        .onMessage(RoomCommand.Update.class, stays(this::onUpdate))
        .onMessage(RoomCommand.Ruling.class, mayEnd(this::onRuling))
        .onMessage(RoomCommand.Query.class, stays(queries::answer))
        .onMessage(RoomCommand.AskHistory.class, stays(historyCommands::ask))
        .onMessage(RoomCommand.AskSearch.class, stays(historyCommands::search))
        .onMessage(RoomCommand.Delete.class, stays(historyCommands::delete))
        .onMessage(
            RoomCommand.MarkBehind.class,
            stays(mark -> roster.markBehind(mark.member(), mark.behind())))
        .onMessage(
            RoomCommand.Ignore.class,
            stays(ignore -> fanout.ignore(ignore.member(), ignore.ignored())))
        .onMessage(InternalCommand.FromGate.class, mayEnd(answer -> gates.judged(answer.judged())))
        .onMessage(InternalCommand.DelayOver.class, mayEnd(over -> gates.goOn(over.ticket())))
        .onMessage(RoomCommand.Tell.class, stays(this::onTell))
        .onMessage(RoomCommand.Configure.class, mayEnd(this::onConfigure))
        .onMessage(InternalCommand.Disabled.class, stays(extensions::disabled))
        .onMessage(InternalCommand.SumUp.class, stays(sumUp -> roster.sumUp()))
        .onMessage(
            InternalCommand.FromStore.class,
            mayEnd(message -> appendReplies.received(message.reply())))
        .onMessage(InternalCommand.Answered.class, mayEnd(answered -> answered.then().run()))
        .onMessage(InternalCommand.Loaded.class, stays(late -> {}))
        .onMessage(RoomCommand.BelongTo.class, stays(it -> entrance.belongTo(it.ownerKey())))
        .onMessage(RoomCommand.Disown.class, stays(disown -> entrance.disown()))
        .onMessage(RoomCommand.Close.class, mayEnd(close -> entrance.close(close.by())))
        .onMessage(InternalCommand.NobodyCame.class, mayEnd(nobody -> entrance.waitNoLonger()))
        .onMessage(RoomCommand.Retire.class, retire -> isOver() ? Behaviors.stopped() : this)
        .onSignal(PostStop.class, stop -> onStop())
        .build();
  }

  private <C> Function<C, Behavior<RoomCommand>> stays(Consumer<C> handler) {
    return command -> {
      handler.accept(command);
      return this;
    };
  }

  /** For what may leave the room empty. */
  private <C> Function<C, Behavior<RoomCommand>> mayEnd(Consumer<C> handler) {
    return command -> {
      handler.accept(command);
      return stayOrStop();
    };
  }

  private Behavior<RoomCommand> onFlush() {
    boolean held = fanout.isHolding();
    fanout.flushDue();
    return held ? stayOrStop() : this;
  }

  private void onJoin(RoomCommand.Join join) {
    catchup.prepare(join, prepared -> entrance.join(prepared, gates));
  }

  private void onLeave(RoomCommand.Leave leave) {
    entrance.leave(leave.member());
    fanout.then(() -> leave.replyTo().tell(ACCEPTED));
  }

  private void onUpdate(RoomCommand.Update update) {
    entrance.update(update.member(), update.profile());
    update.replyTo().tell(ACCEPTED);
  }

  private void onRuling(RoomCommand.Ruling wanted) {
    RoomReply.Ruled ruled = ownerCommands.rule(wanted);
    entrance.report();
    wanted.replyTo().tell(ruled);
  }

  private void onTell(RoomCommand.Tell tell) {
    Membership membership = roster.called(tell.name());
    if (membership != null) {
      fanout.tell(membership.id(), new RoomEvent.PrivateNotice(name, PlainText.clean(tell.text())));
    }
  }

  private void onConfigure(RoomCommand.Configure configure) {
    RoomSettings settings = configure.settings();
    journal.configure(settings.history());
    epoch.configure(settings.history());
    posting.configure(settings);
    history.configure(settings);
    catchup.configure(settings);
    historyCommands.configure(settings);
    // What was gathered is the old extensions' to hear; what the old gates hold back, the new
    // ones'.
    roster.configure(settings);
    fanout.configure(settings);
    entrance.configure(settings);
    extensions.configure(settings);
  }

  private Behavior<RoomCommand> recover(RoomCommand failed) {
    recovery.recover(failed);
    return stayOrStop();
  }

  private Behavior<RoomCommand> stayOrStop() {
    if (!isOver()) {
      return this;
    }
    if (entrance.isClosed()) {
      return Behaviors.stopped();
    }
    entrance.reportIdle();
    return this;
  }

  /** Whether nobody is here, or comes, and nothing is to be kept that somebody waits for. */
  private boolean isOver() {
    return entrance.isIdle() && !catchup.isReading() && !fanout.isHolding();
  }

  private Behavior<RoomCommand> onStop() {
    journal.handOver();
    epoch.end();
    return this;
  }

  private void sumUpSoon() {
    if (!timers.isTimerActive(InternalCommand.SumUp.class)) {
      timers.startSingleTimer(
          InternalCommand.SumUp.class, new InternalCommand.SumUp(), BETWEEN_SUMMARIES);
    }
  }
}
