package chat.parley.session;

import chat.parley.directory.Directory;
import chat.parley.event.Batch;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Protocol;
import java.time.Duration;
import org.apache.pekko.actor.Terminated;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.StreamTcpException;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import org.apache.pekko.util.ByteString;
import scala.Tuple2;
import scala.runtime.BoxedUnit;

/**
 * The stage in a connection's own flow that joins its socket to its session.
 *
 * <p><b>In.</b> What the socket brings goes to an {@link InboundBuffer}, which tells the session of
 * it when the session says {@link Read}.
 *
 * <p><b>Out.</b> Its ref takes {@link Batch}es from the room, past the session, and {@link Write}s
 * from the session. What the socket does not take at once waits in an {@link OutboundQueue}: a slow
 * reader is noticed here, by its own connection, and nobody else waits. When it begins to miss
 * messages, when it has caught up, and when it is disconnected for it, its session is told. Whether
 * a client reads nothing at all is only watched while something waits for it.
 *
 * <p><b>End.</b> {@link Finish} writes what waits, ends our side, and reads on without listening
 * until the client ends its side, so that it gets our last words even if it was still sending; but
 * not longer than the linger time. A client whose connection breaks takes nothing more, but what it
 * had said and was read is still told, for as long. The session watches the connection stage, and
 * the connection stage the session: either's end is the other's.
 */
final class ConnectionStage extends GraphStage<FlowShape<ByteString, ByteString>> {

  /** What a session can tell its connection stage. */
  sealed interface Command {}

  /** The session has dealt with all frames so far. */
  record Read() implements Command {}

  /**
   * Reads no more than has come. When that has been handed over the next {@link Read} is answered
   * with {@link Session.ReadOut}.
   */
  record ReadLast() implements Command {}

  /** To be written after all that was told before. */
  record Write(Notice notice) implements Command {}

  /** Adds to what its session knows of the connection, for whoever asks how it is. */
  record TellStats(long lines, ActorRef<Directory.SessionStats> replyTo) implements Command {}

  /** What had come when this was sent has been gathered. */
  private record Gathered() implements Command {}

  /** Too much waits for all slow readers together, and for this one for longest. */
  private record Forget() implements Command {}

  /** Ends the connection in order. */
  record Finish() implements Command {}

  /** What the timers are for. */
  private enum Timer {
    LINGER,
    STUCK
  }

  private final Inlet<ByteString> in = Inlet.create("ConnectionStage.in");
  private final Outlet<ByteString> out = Outlet.create("ConnectionStage.out");
  private final FlowShape<ByteString, ByteString> shape = FlowShape.of(in, out);
  private final Protocol protocol;
  private final ConnectionSettings settings;
  private final ActorRef<Session.Command> session;
  private final MemoryBudget common;

  ConnectionStage(
      Protocol protocol, ConnectionSettings settings, ActorRef<Session.Command> session) {
    this(protocol, settings, session, MemoryBudget.ALL);
  }

  /**
   * @param common of which what waits here is a part
   */
  ConnectionStage(
      Protocol protocol,
      ConnectionSettings settings,
      ActorRef<Session.Command> session,
      MemoryBudget common) {
    this.protocol = protocol;
    this.settings = settings;
    this.session = session;
    this.common = common;
  }

  @Override
  public FlowShape<ByteString, ByteString> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inheritedAttributes) {
    return new Logic();
  }

  private final class Logic extends TimerGraphStageLogic
      implements InHandler, OutHandler, InboundBuffer.Source {
    private final InboundBuffer inbound = new InboundBuffer(protocol.decoder(), session, this);
    private final OutboundQueue outbound =
        new OutboundQueue(
            settings.maxMessages(),
            settings.maxBytes(),
            common.share(settings.maxBytesInAll(), this::forgetSoon),
            missing -> protocol.encode(new Notice.Skipped(missing)));
    private final WriteStallDetector progress = new WriteStallDetector();
    private StageActor self;

    /**
     * Whether the session has been told of this connection stage: when the socket takes bytes, or
     * has ended.
     */
    private boolean connected;

    private boolean watching;

    /** Whether the client misses messages, or has, and something still waits for it. */
    private boolean behind;

    private boolean readWhenDrained;

    private boolean finishing;

    Logic() {
      super(shape);
      setHandler(in, this);
      setHandler(out, this);
    }

    @Override
    public void preStart() {
      self = getStageActor(this::onMessage);
      self.watch(Adapter.toClassic(session));
      // The session is told when the connection is ready, and asks for the first chunk.
    }

    private BoxedUnit onMessage(Tuple2<org.apache.pekko.actor.ActorRef, Object> received) {
      Object message = received._2();
      if (message instanceof Batch batch) {
        write(batch.encoded(protocol), batch.posts());
      } else if (message instanceof Read) {
        read();
      } else if (message instanceof ReadLast) {
        readLast();
      } else if (message instanceof Gathered && !finishing) {
        inbound.handOver();
      } else if (message instanceof Write write) {
        write(protocol.encode(write.notice()), 1);
      } else if (message instanceof Finish) {
        finish();
      } else if (message instanceof Forget) {
        forget();
      } else if (message instanceof TellStats tell) {
        tell.replyTo()
            .tell(
                new Directory.SessionStats(
                    session, outbound.waiting(), outbound.leftOut(), tell.lines()));
      } else if (message instanceof Terminated) {
        failStage(new SessionStopped());
      }
      return BoxedUnit.UNIT;
    }

    private void read() {
      if (finishing || (outbound.isCrowded() && !inbound.isLast())) {
        readWhenDrained = true;
        return;
      }
      inbound.ask();
    }

    private void readLast() {
      inbound.readLast();
      // Although the client does not read its answers: what it has said is for the others.
      readIfHeldBack();
    }

    private void readIfHeldBack() {
      if (readWhenDrained) {
        readWhenDrained = false;
        read();
      }
    }

    @Override
    public void pull() {
      if (!isClosed(in) && !hasBeenPulled(in)) {
        pull(in);
      }
    }

    @Override
    public void handOverSoon() {
      self.ref().tell(new Gathered(), self.ref());
    }

    @Override
    public void onPush() {
      ByteString chunk = grab(in);
      if (finishing) {
        pull();
      } else {
        inbound.add(chunk);
      }
    }

    @Override
    public void onUpstreamFinish() {
      tellConnected();
      if (!finishing) {
        inbound.end();
      }
    }

    @Override
    public void onUpstreamFailure(Throwable why) {
      tellConnected();
      if (isTimeout(why)) {
        session.tell(new Session.TimedOut());
      }
      if (!finishing) {
        inbound.breakOff();
      }
    }

    /** What keep-alive ends in; Pekko tells a connection's errors apart by their text alone. */
    private static boolean isTimeout(Throwable why) {
      return why instanceof StreamTcpException
          && String.valueOf(why.getMessage()).contains("timed out");
    }

    @Override
    public void onPull() {
      tellConnected();
      progress.taken();
      if (!outbound.isEmpty()) {
        push(out, outbound.poll());
      }
      if (behind && outbound.isEmpty() && !finishing) {
        behind = false;
        session.tell(new Session.CaughtUp(outbound.leftOut()));
      }
      if (finishing && outbound.isEmpty()) {
        complete(out);
      } else {
        readIfHeldBack();
      }
    }

    private void tellConnected() {
      if (!connected) {
        connected = true;
        session.tell(
            new Session.Connected(Adapter.toTyped(self.ref()), Adapter.toTyped(self.ref())));
      }
    }

    /** The connection is broken; a session that has not dealt with all it has read gets on. */
    @Override
    public void onDownstreamFinish(Throwable why) {
      outbound.clear();
      if (finishing) {
        completeStage();
        return;
      }
      setKeepGoing(true);
      scheduleOnce(Timer.LINGER, settings.linger());
      tellConnected();
      readIfHeldBack();
    }

    private void write(ByteString bytes, int messages) {
      if (bytes.isEmpty() || finishing || isClosed(out)) {
        return;
      }
      if (outbound.isEmpty() && isAvailable(out)) {
        push(out, bytes);
      } else {
        putBy(bytes, messages);
      }
    }

    private void putBy(ByteString bytes, int messages) {
      if (outbound.offer(bytes, messages)) {
        watchProgress();
      } else {
        fallsBehind("max-waiting");
      }
    }

    private void fallsBehind(String bound) {
      if (settings.slow() == ConnectionSettings.Slow.DISCONNECT) {
        cutOff(new Notice.TooSlow(), "more waited for it than parley.session." + bound + " allows");
      } else if (!behind) {
        behind = true;
        session.tell(new Session.FellBehind(outbound.leftOut()));
      }
    }

    /** Called from any thread. */
    private void forgetSoon() {
      self.ref().tell(new Forget(), self.ref());
    }

    private void forget() {
      if (!finishing && outbound.isCounted()) {
        outbound.forget();
        fallsBehind("max-waiting-heap");
      }
    }

    private void watchProgress() {
      if (!watching && !settings.stuckAfter().isZero()) {
        watching = true;
        progress.begin();
        Duration pace = WriteStallDetector.pace(settings.stuckAfter());
        scheduleWithFixedDelay(Timer.STUCK, pace, pace);
      }
    }

    private void checkProgress() {
      if (finishing || outbound.isEmpty()) {
        watching = false;
        cancelTimer(Timer.STUCK);
      } else if (progress.look()) {
        cutOff(new Notice.ReadNothing(), "it read nothing for parley.session.stuck-after");
      }
    }

    /**
     * Disconnects a client that does not read: its last words take the place of what waits.
     *
     * @param why for the log
     */
    private void cutOff(Notice lastWords, String why) {
      outbound.clear();
      ByteString bytes = protocol.encode(lastWords);
      if (!bytes.isEmpty()) {
        outbound.offer(bytes, 1);
      }
      session.tell(new Session.CutOff(why));
      finish();
    }

    private void finish() {
      if (finishing) {
        return;
      }
      finishing = true;
      if (isClosed(out)) {
        completeStage();
        return;
      }
      scheduleOnce(Timer.LINGER, settings.linger());
      if (outbound.isEmpty()) {
        complete(out);
      } else if (isAvailable(out)) {
        onPull();
      }
      pull();
    }

    @Override
    public void postStop() {
      outbound.clear();
      if (!connected) {
        session.tell(new Session.ConnectionGone());
      }
    }

    @Override
    public void onTimer(Object timerKey) {
      if (timerKey == Timer.STUCK) {
        checkProgress();
      } else {
        failStage(new LingeredTooLong());
      }
    }
  }

  /** Aborts the connection: its session is no more. */
  @SuppressWarnings("serial")
  private static final class SessionStopped extends RuntimeException {
    SessionStopped() {
      super("the session has stopped", null, false, false);
    }
  }

  /** Aborts the connection: its client did not take our last words in time. */
  @SuppressWarnings("serial")
  private static final class LingeredTooLong extends RuntimeException {
    LingeredTooLong() {
      super("the client does not read or does not end its side", null, false, false);
    }
  }
}
