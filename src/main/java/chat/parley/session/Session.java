package chat.parley.session;

import chat.parley.access.Origin;
import chat.parley.actor.Recovering;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Protocol;
import chat.parley.transport.ConnectionOwner;
import chat.parley.transport.ConnectionStage;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * A session: stands for one connection. Its {@link ConnectionStage} tells it what the client sends;
 * what that means is the business of its {@link Dialogue}.
 *
 * <p><b>Order.</b> It does one thing at a time: while a room, or one of the {@link Services}, has
 * been asked something, everything further waits for the answer. Only when all frames it was told
 * have been dealt with does it ask for more, so a room's mailbox is bounded by the number of
 * connections. A client that sends faster than its {@link RateLimiter} waits in the same way.
 *
 * <p><b>Thread.</b> It runs on the thread of whoever tells it something, often the room's: it must
 * never block.
 *
 * <p><b>Delivery.</b> Rooms send batches to the connection stage, past the session.
 *
 * <p><b>End.</b> It ends with its connection stage, and its connection stage with it. Rooms and
 * services watch it, so whatever ends it, it leaves. One that fails ends, and nobody else.
 */
public final class Session extends AbstractBehavior<SessionCommand> {
  private static final String TIMED_OUT = "its connection timed out";

  private final SessionContext session;
  private final FrameIntake intake;
  private final PendingQuestion question;
  private final Dialogue dialogue;
  private final Origin origin;
  private boolean reading;
  private boolean ended;
  private boolean readOut;

  /** Who is to know that the session has drained; null when nobody is, or does already. */
  private ActorRef<SessionCommand.Drained> drain;

  /**
   * A session that speaks {@code protocol}.
   *
   * @param origin where the client comes from
   * @param connect runs the connection, whose owner it is given
   */
  public static Behavior<SessionCommand> create(
      SessionSettings settings,
      Protocol protocol,
      Origin origin,
      Services services,
      Consumer<ConnectionOwner> connect) {
    return Behaviors.setup(
        context -> {
          connect.accept(new SessionConnection(context.getSelf()));
          return new Session(context, settings, protocol, origin, services);
        });
  }

  private Session(
      ActorContext<SessionCommand> context,
      SessionSettings settings,
      Protocol protocol,
      Origin origin,
      Services services) {
    super(context);
    this.origin = origin;
    this.session = new SessionContext(context, settings, protocol, services);
    this.intake = session.intake();
    this.question = session.question();
    this.dialogue = new Dialogue(session, protocol, origin);
  }

  @Override
  public Receive<SessionCommand> createReceive() {
    return new Recovering<>(
        handlers(), "a session from " + origin, 1, getContext().getLog(), this::endFailed);
  }

  private Receive<SessionCommand> handlers() {
    return newReceiveBuilder()
        .onMessage(InternalCommand.Received.class, this::onReceived)
        .onMessage(InternalCommand.Answer.class, this::onAnswer)
        .onMessage(InternalCommand.News.class, this::onNews)
        .onMessage(InternalCommand.Connected.class, this::onConnected)
        .onMessage(InternalCommand.Ended.class, end -> onEnded())
        .onMessage(InternalCommand.GoOn.class, goOn -> onGoOn())
        .onMessage(InternalCommand.Look.class, look -> onLook())
        .onMessage(InternalCommand.FellBehind.class, this::onFellBehind)
        .onMessage(InternalCommand.CaughtUp.class, this::onCaughtUp)
        .onMessage(InternalCommand.CutOff.class, cut -> onCutOff(cut.why()))
        .onMessage(InternalCommand.TimedOut.class, timedOut -> onTimedOut())
        .onMessage(SessionCommand.Vanished.class, gone -> ended ? this : onCutOff(TIMED_OUT))
        .onMessage(SessionCommand.GivenName.class, this::onGivenName)
        .onMessage(InternalCommand.ConnectionGone.class, gone -> onConnectionGone())
        .onMessage(InternalCommand.RoomGone.class, this::onRoomGone)
        .onMessage(SessionCommand.Configure.class, this::onConfigure)
        .onMessage(SessionCommand.Drain.class, this::onDrain)
        .onMessage(InternalCommand.ReadOut.class, all -> onReadOut())
        .onMessage(SessionCommand.GoDown.class, down -> onGoDown())
        .onSignal(PostStop.class, stop -> onPostStop())
        .build();
  }

  private Behavior<SessionCommand> onGivenName(SessionCommand.GivenName given) {
    dialogue.knownAs(given.name());
    return this;
  }

  private Behavior<SessionCommand> onConnected(InternalCommand.Connected connected) {
    session.connected(connected);
    dialogue.begin();
    return goOn();
  }

  private Behavior<SessionCommand> onReceived(InternalCommand.Received received) {
    reading = false;
    dialogue.heard();
    intake.add(received.frames());
    return goOn();
  }

  private Behavior<SessionCommand> onGoOn() {
    intake.release();
    return goOn();
  }

  private Behavior<SessionCommand> onLook() {
    if (!session.isFinishing()) {
      dialogue.look(!isFree() || !intake.frames().isEmpty());
    }
    return this;
  }

  private Behavior<SessionCommand> onEnded() {
    ended = true;
    return goOn();
  }

  private Behavior<SessionCommand> onFellBehind(InternalCommand.FellBehind fell) {
    dialogue.fellBehind(fell.missed());
    return this;
  }

  private Behavior<SessionCommand> onCaughtUp(InternalCommand.CaughtUp caught) {
    dialogue.caughtUp(caught.missed());
    return this;
  }

  private Behavior<SessionCommand> onCutOff(String why) {
    dialogue.cutOff(why);
    ended = true;
    return goOn();
  }

  private Behavior<SessionCommand> onTimedOut() {
    dialogue.cutOff(TIMED_OUT);
    return this;
  }

  private Behavior<SessionCommand> onNews(InternalCommand.News news) {
    if (!session.isFinishing()) {
      news.dealWith().accept(dialogue);
    }
    return goOn();
  }

  private Behavior<SessionCommand> onAnswer(InternalCommand.Answer answer) {
    if (session.isFinishing()) {
      question.drop();
    } else {
      question.answered(answer.reply());
    }
    return goOn();
  }

  private Behavior<SessionCommand> onConnectionGone() {
    if (hasFrames()) {
      dialogue.cutOff("of what it had sent, not said: " + intake.frames().size() + " or more");
    }
    return Behaviors.stopped();
  }

  private Behavior<SessionCommand> onRoomGone(InternalCommand.RoomGone gone) {
    question.roomGone(gone.room());
    if (!session.isFinishing()) {
      dialogue.roomGone(gone.room());
    }
    return goOn();
  }

  private Behavior<SessionCommand> onConfigure(SessionCommand.Configure configure) {
    session.configure(configure.settings());
    if (drain == null && !readOut) {
      intake.configure(configure.settings().limits());
    }
    dialogue.configured();
    return goOn();
  }

  private Behavior<SessionCommand> onDrain(SessionCommand.Drain message) {
    drain = message.replyTo();
    intake.setUnlimited();
    if (session.connection() == null) {
      readOut = true;
    } else {
      session.connection().tell(new ConnectionStage.ReadLast());
    }
    return goOn();
  }

  private Behavior<SessionCommand> onReadOut() {
    readOut = true;
    return goOn();
  }

  private Behavior<SessionCommand> onGoDown() {
    if (session.connection() == null) {
      return Behaviors.stopped();
    }
    session.write(new Notice.GoingDown());
    session.finish();
    return this;
  }

  private Behavior<SessionCommand> endFailed(SessionCommand failed) {
    return Behaviors.stopped();
  }

  private Behavior<SessionCommand> onPostStop() {
    dialogue.ended();
    return this;
  }

  /** Deals with frames until somebody has to answer first or none are left. */
  private Behavior<SessionCommand> goOn() {
    while (isFree() && dialogue.hasToMove()) {
      dialogue.move();
    }
    while (isFree() && !intake.isHeldBack() && hasFrames()) {
      next();
    }
    if (isFree() && !hasFrames()) {
      if (ended) {
        dialogue.leave();
      } else if (session.connection() != null && !reading && !readOut) {
        reading = true;
        session.connection().tell(new ConnectionStage.Read());
      }
    }
    boolean isDone = readOut && isFree() && intake.frames().isEmpty();
    // Who guesses is made to wait, and has said nothing to anybody.
    if (drain != null && (session.isFinishing() || isDone || dialogue.awaitsVerdict())) {
      drain.tell(new SessionCommand.Drained(session.self()));
      drain = null;
    }
    return this;
  }

  /** Whether the client has said something that has not been dealt with. */
  private boolean hasFrames() {
    dialogue.dropUnsaid(intake.frames());
    return !intake.frames().isEmpty();
  }

  private void next() {
    int allowed = intake.allowed();
    if (allowed > 0) {
      intake.count(dialogue.next(intake.frames(), allowed));
    } else if (session.settings().limits().tooFast() == SessionLimits.TooFast.DISCONNECT) {
      intake.frames().clear();
      dialogue.sendAway(new Notice.TooFast(session.settings().limits().postsPerSecond()));
    } else {
      getContext().scheduleOnce(intake.holdBack(), session.self(), new InternalCommand.GoOn());
    }
  }

  private boolean isFree() {
    return !question.isOpen() && !session.isFinishing();
  }
}
