package chat.parley.session;

import chat.parley.access.Origin;
import chat.parley.directory.Directory;
import chat.parley.event.Batch;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Protocol;
import chat.parley.room.Recovering;
import chat.parley.room.Room;
import chat.parley.transport.ConnectionOwner;
import chat.parley.transport.ConnectionStage;
import chat.parley.transport.Frame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * Stands for one connection. Its {@link ConnectionStage} tells it what the client sends; what that
 * means is the business of its {@link Dialogue}.
 *
 * <p><b>Order.</b> It does one thing at a time: while the directory or the room has been asked
 * something, everything further waits for the answer. Only when all frames it was told have been
 * dealt with does it ask for more, so the room's mailbox is bounded by the number of connections. A
 * client that sends faster than its {@link RateLimiter} waits in the same way.
 *
 * <p><b>Thread.</b> It runs on the thread of whoever tells it something, often the room's: it must
 * never block.
 *
 * <p><b>Delivery.</b> The room sends batches to the connection stage, past the session.
 *
 * <p><b>End.</b> It ends with its connection stage, and its connection stage with it. The room and
 * the directory watch it, so whatever ends it, it leaves. One that fails ends, and nobody else.
 */
public final class Session extends AbstractBehavior<Session.Command> {

  /**
   * What a session can be told; only its connection stage, its listener and those it has asked do.
   */
  public sealed interface Command {}

  /**
   * Deals with what the client has sent so far and reads no more; answered with {@link Drained}.
   */
  public record Drain(ActorRef<Drained> replyTo) implements Command {}

  /** All that the client had sent has been dealt with: everybody has been told what it said. */
  public record Drained(ActorRef<Command> session) {}

  /** Tells the client that the server is going down, and disconnects it. */
  public record GoDown() implements Command {}

  private static final String TIMED_OUT = "its connection timed out";

  /** The client is known as {@code name} and is not asked for one; told before it is linked. */
  public record GivenName(String name) implements Command {}

  /** The connection stage is ready: where to tell it things, and where the room sends batches. */
  record Connected(ActorRef<ConnectionStage.Command> connection, ActorRef<Batch> outlet)
      implements Command {}

  /** What the client has sent since the last time. */
  record Received(List<Frame> frames) implements Command {}

  /** The connection stage has handed over all that it has read, and reads no more. */
  record ReadOut() implements Command {}

  /** The client has ended its side, or is being disconnected. */
  record Ended() implements Command {}

  /** The client reads too slowly and begins to miss messages, {@code missed} so far in all. */
  record FellBehind(long missed) implements Command {}

  /** Everything that waited for the client has been written. */
  record CaughtUp(long missed) implements Command {}

  /** The client is being disconnected because it does not read; {@code why} is for the log. */
  record CutOff(String why) implements Command {}

  /** The client does not answer any more, as far as TCP can tell; the end follows. */
  record TimedOut() implements Command {}

  /** The client's network has gone away: it has acknowledged nothing of what is sent to it. */
  public record Vanished() implements Command {}

  /** Goes by other settings from now on; what its connection may hold stays as it was. */
  public record Configure(SessionSettings settings) implements Command {}

  /** The connection has ended, or has not come about. */
  record ConnectionGone() implements Command {}

  /** A client that sent too fast may go on. */
  private record GoOn() implements Command {}

  /** It is time to look how long the client has been silent. */
  private record Look() implements Command {}

  private record FromDirectory(Directory.Reply reply) implements Command {}

  private record FromRoom(Room.Reply reply) implements Command {}

  private record RoomGone(ActorRef<Room.Command> room) implements Command {}

  private final ActorRef<Directory.Command> directory;
  private final ActorRef<Directory.Reply> fromDirectory;
  private final ActorRef<Room.Reply> fromRoom;
  private final Protocol protocol;
  private final Dialogue dialogue;
  private final Origin origin;
  private final ArrayDeque<Frame> frames = new ArrayDeque<>(1);
  private SessionSettings settings;

  /** How many frames have come. */
  private long lines;

  /** Null when the client may send as fast as it likes, or sends no more. */
  private RateLimiter pace;

  private ActorRef<ConnectionStage.Command> connection;
  private ActorRef<Batch> outlet;
  private boolean reading;
  private boolean ended;
  private boolean finishing;
  private boolean readOut;

  /** Who is to know that the session has drained; null when nobody is, or does already. */
  private ActorRef<Drained> drain;

  /** Whether the client has sent too fast, so that the frames wait for {@link GoOn}. */
  private boolean heldBack;

  /** What is to be done with the answer of whoever was asked; at most one of the two is there. */
  private Consumer<Directory.Reply> directoryAnswer;

  private Consumer<Room.Reply> roomAnswer;

  /**
   * A session that speaks {@code protocol}.
   *
   * @param origin where the client comes from
   * @param connect runs the connection, whose owner it is given
   */
  public static Behavior<Command> create(
      SessionSettings settings,
      Protocol protocol,
      Origin origin,
      ActorRef<Directory.Command> directory,
      Consumer<ConnectionOwner> connect) {
    return Behaviors.setup(
        context -> {
          connect.accept(new SessionConnection(context.getSelf()));
          return new Session(context, settings, protocol, origin, directory);
        });
  }

  private Session(
      ActorContext<Command> context,
      SessionSettings settings,
      Protocol protocol,
      Origin origin,
      ActorRef<Directory.Command> directory) {
    super(context);
    this.origin = origin;
    this.protocol = protocol;
    this.settings = settings;
    this.directory = directory;
    this.fromDirectory = context.messageAdapter(Directory.Reply.class, FromDirectory::new);
    this.fromRoom = context.messageAdapter(Room.Reply.class, FromRoom::new);
    this.pace = RateLimiter.of(settings.limits(), System.nanoTime());
    this.dialogue = new Dialogue(this, protocol, origin);
  }

  @Override
  public Receive<Command> createReceive() {
    return new Recovering<>(
        handlers(), "a session from " + origin, 1, getContext().getLog(), this::endFailed);
  }

  private Receive<Command> handlers() {
    return newReceiveBuilder()
        .onMessage(Received.class, this::onReceived)
        .onMessage(FromRoom.class, this::onFromRoom)
        .onMessage(FromDirectory.class, this::onFromDirectory)
        .onMessage(Connected.class, this::onConnected)
        .onMessage(Ended.class, this::onEnded)
        .onMessage(GoOn.class, this::onGoOn)
        .onMessage(Look.class, this::onLook)
        .onMessage(FellBehind.class, this::onFellBehind)
        .onMessage(CaughtUp.class, this::onCaughtUp)
        .onMessage(CutOff.class, this::onCutOff)
        .onMessage(TimedOut.class, this::onTimedOut)
        .onMessage(Vanished.class, vanished -> onVanished())
        .onMessage(GivenName.class, this::onGivenName)
        .onMessage(ConnectionGone.class, gone -> onConnectionGone())
        .onMessage(RoomGone.class, this::onRoomGone)
        .onMessage(Configure.class, this::onConfigure)
        .onMessage(Drain.class, this::onDrain)
        .onMessage(ReadOut.class, all -> onReadOut())
        .onMessage(GoDown.class, this::onGoDown)
        .onSignal(PostStop.class, stop -> onPostStop())
        .build();
  }

  private Behavior<Command> onGivenName(GivenName given) {
    dialogue.knownAs(given.name());
    return this;
  }

  private Behavior<Command> onConnected(Connected connected) {
    connection = connected.connection();
    outlet = connected.outlet();
    getContext().watchWith(connection, new ConnectionGone());
    dialogue.begin();
    return goOn();
  }

  private Behavior<Command> onReceived(Received received) {
    reading = false;
    lines += received.frames().size();
    dialogue.heard();
    frames.addAll(received.frames());
    return goOn();
  }

  private Behavior<Command> onGoOn(GoOn message) {
    heldBack = false;
    return goOn();
  }

  private Behavior<Command> onLook(Look look) {
    if (!finishing) {
      dialogue.look(!isFree() || !frames.isEmpty());
    }
    return this;
  }

  private Behavior<Command> onEnded(Ended end) {
    ended = true;
    return goOn();
  }

  private Behavior<Command> onFellBehind(FellBehind fell) {
    dialogue.fellBehind(fell.missed());
    return this;
  }

  private Behavior<Command> onCaughtUp(CaughtUp caught) {
    dialogue.caughtUp(caught.missed());
    return this;
  }

  private Behavior<Command> onCutOff(CutOff cut) {
    dialogue.cutOff(cut.why());
    ended = true;
    return goOn();
  }

  private Behavior<Command> onTimedOut(TimedOut timedOut) {
    dialogue.cutOff(TIMED_OUT);
    return this;
  }

  private Behavior<Command> onVanished() {
    return ended ? this : onCutOff(new CutOff(TIMED_OUT));
  }

  private Behavior<Command> onFromDirectory(FromDirectory message) {
    if (message.reply() instanceof Directory.News news) {
      if (!finishing) {
        dialogue.news(news);
      }
      return goOn();
    }
    Consumer<Directory.Reply> answer = directoryAnswer;
    directoryAnswer = null;
    if (!finishing && message.reply() instanceof Directory.Failed) {
      dialogue.failed();
    } else if (!finishing) {
      answer.accept(message.reply());
    }
    return goOn();
  }

  private Behavior<Command> onFromRoom(FromRoom message) {
    Consumer<Room.Reply> answer = roomAnswer;
    roomAnswer = null;
    if (!finishing) {
      answer.accept(message.reply());
    }
    return goOn();
  }

  private Behavior<Command> onConnectionGone() {
    if (hasFrames()) {
      dialogue.cutOff("of what it had sent, not said: " + frames.size() + " or more");
    }
    return Behaviors.stopped();
  }

  private Behavior<Command> onRoomGone(RoomGone gone) {
    roomAnswer = null; // whatever it was asked, it will not answer
    dialogue.roomGone();
    return goOn();
  }

  private Behavior<Command> onConfigure(Configure configure) {
    settings = configure.settings();
    // Who has sent too fast by the old ones still waits for its turn.
    pace = drain == null && !readOut ? RateLimiter.of(settings.limits(), System.nanoTime()) : null;
    dialogue.configured();
    return goOn();
  }

  private Behavior<Command> onDrain(Drain message) {
    drain = message.replyTo();
    // It has sent all that it will: nothing is gained by holding it back any longer.
    pace = null;
    heldBack = false;
    if (connection == null) {
      readOut = true;
    } else {
      connection.tell(new ConnectionStage.ReadLast());
    }
    return goOn();
  }

  private Behavior<Command> onReadOut() {
    readOut = true;
    return goOn();
  }

  private Behavior<Command> onGoDown(GoDown goDown) {
    if (connection == null) {
      return Behaviors.stopped();
    }
    write(new Notice.GoingDown());
    finish();
    return this;
  }

  private Behavior<Command> endFailed(Command failed) {
    return Behaviors.stopped();
  }

  private Behavior<Command> onPostStop() {
    dialogue.ended();
    return this;
  }

  /** Deals with frames until somebody has to answer first or none are left. */
  private Behavior<Command> goOn() {
    if (isFree() && dialogue.hasToMove()) {
      dialogue.move();
    }
    while (isFree() && !heldBack && hasFrames()) {
      if (pace == null) {
        dialogue.next(frames, frames.size());
      } else {
        nextInPace();
      }
    }
    if (isFree() && !hasFrames()) {
      if (ended) {
        dialogue.leave();
      } else if (connection != null && !reading && !readOut) {
        reading = true;
        connection.tell(new ConnectionStage.Read());
      }
    }
    boolean isDone = readOut && isFree() && frames.isEmpty();
    // Who guesses is made to wait, and has said nothing to anybody.
    if (drain != null && (finishing || isDone || dialogue.awaitsVerdict())) {
      drain.tell(new Drained(self()));
      drain = null;
    }
    return this;
  }

  /** Whether the client has said something that has not been dealt with. */
  private boolean hasFrames() {
    dialogue.dropUnsaid(frames);
    return !frames.isEmpty();
  }

  private void nextInPace() {
    long now = System.nanoTime();
    int allowed = pace.allowed(now);
    if (allowed > 0) {
      pace.count(dialogue.next(frames, allowed));
    } else if (settings.limits().tooFast() == SessionLimits.TooFast.DISCONNECT) {
      frames.clear();
      dialogue.sendAway(new Notice.TooFast(settings.limits().postsPerSecond()));
    } else {
      heldBack = true;
      getContext().scheduleOnce(pace.pause(frames.size(), now), self(), new GoOn());
    }
  }

  private boolean isFree() {
    return directoryAnswer == null && roomAnswer == null && !finishing;
  }

  ActorRef<Command> self() {
    return getContext().getSelf();
  }

  ActorRef<Batch> outlet() {
    return outlet;
  }

  SessionSettings settings() {
    return settings;
  }

  /** Tells how this session is. */
  void tellStats(ActorRef<Directory.SessionStats> replyTo) {
    ActorRef<Command> self = self();
    long sent = lines;
    connection.tell(
        new ConnectionStage.TellBacklog(
            backlog ->
                replyTo.tell(
                    new Directory.SessionStats(self, backlog.waiting(), backlog.missed(), sent))));
  }

  /** Where the directory's answers are expected. */
  ActorRef<Directory.Reply> fromDirectory() {
    return fromDirectory;
  }

  /** Where a room's answers are expected. */
  ActorRef<Room.Reply> fromRoom() {
    return fromRoom;
  }

  /** Asks the directory something; nothing else is done until {@code answer} has been called. */
  void ask(Directory.Command question, Consumer<Directory.Reply> answer) {
    directoryAnswer = answer;
    directory.tell(question);
  }

  /** Asks a room something; nothing else is done until {@code answer} has been called. */
  void ask(ActorRef<Room.Command> room, Room.Command question, Consumer<Room.Reply> answer) {
    roomAnswer = answer;
    room.tell(question);
  }

  void watch(ActorRef<Room.Command> room) {
    getContext().watchWith(room, new RoomGone(room));
  }

  void unwatch(ActorRef<Room.Command> room) {
    getContext().unwatch(room);
  }

  void write(Notice notice) {
    connection.tell(new ConnectionStage.Write(protocol.encode(notice), protocol.format()));
  }

  /** Has the dialogue look at the time when {@code delay} is over. */
  Cancellable lookAgainIn(Duration delay) {
    return getContext().scheduleOnce(delay, self(), new Look());
  }

  /** Disconnects the client when everything has been written; what it sent further is not read. */
  void finish() {
    finishing = true;
    frames.clear();
    connection.tell(new ConnectionStage.Finish());
  }
}
