package chat.parley.transport;

import chat.parley.event.Batch;
import java.time.Duration;
import org.apache.pekko.actor.Terminated;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.StreamTcpException;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import org.apache.pekko.util.ByteString;
import scala.Tuple2;
import scala.runtime.BoxedUnit;

/**
 * A running {@link ConnectionStage}: when the connection begins and how it ends. What is between is
 * the business of its reader and its writer.
 */
final class ConnectionLogic extends TimerGraphStageLogic
    implements InHandler, OutHandler, InboundBuffer.Source {

  /** What had come when this was sent has been gathered. */
  private record Gathered() {}

  /** Too much waits for all slow readers together, and for this one for longest. */
  private record Forget() {}

  /** What the timers are for. */
  private enum Timer {
    LINGER,
    STALL
  }

  private final Inlet<ByteString> in;
  private final Outlet<ByteString> out;
  private final Duration linger;
  private final ConnectionOwner owner;
  private final ConnectionReader reader;
  private final ConnectionWriter writer;
  private StageActor self;

  /**
   * Whether the owner has been told of this connection: when the socket takes bytes, or has ended.
   */
  private boolean connected;

  private boolean finishing;

  ConnectionLogic(
      FlowShape<ByteString, ByteString> shape,
      Framing framing,
      Format format,
      ConnectionSettings settings,
      ConnectionOwner owner,
      MemoryBudget budget) {
    super(shape);
    this.in = shape.in();
    this.out = shape.out();
    this.linger = settings.linger();
    this.owner = owner;
    this.writer = new ConnectionWriter(this, format, settings, owner, budget);
    this.reader = new ConnectionReader(new InboundBuffer(framing.decoder(), owner, this), writer);
    setHandler(in, this);
    setHandler(out, this);
  }

  @Override
  public void preStart() {
    self = getStageActor(this::onMessage);
    self.watch(Adapter.toClassic(owner.actor()));
    // The owner is told when the connection is ready, and asks for the first chunk.
  }

  private BoxedUnit onMessage(Tuple2<org.apache.pekko.actor.ActorRef, Object> received) {
    Object message = received._2();
    if (message instanceof Batch batch) {
      writer.write(batch);
    } else if (message instanceof ConnectionStage.Read) {
      reader.read();
    } else if (message instanceof ConnectionStage.ReadLast) {
      reader.readLast();
    } else if (message instanceof Gathered) {
      reader.handOver();
    } else if (message instanceof ConnectionStage.Write write) {
      writer.write(write.bytes(), write.format());
    } else if (message instanceof ConnectionStage.Finish) {
      finish();
    } else if (message instanceof Forget) {
      writer.forget();
    } else if (message instanceof ConnectionStage.TellBacklog tell) {
      tell.replyTo().accept(writer.backlog());
    } else if (message instanceof Terminated) {
      failStage(new OwnerStopped());
    }
    return BoxedUnit.UNIT;
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
      reader.add(chunk);
    }
  }

  @Override
  public void onUpstreamFinish() {
    tellConnected();
    reader.end();
  }

  @Override
  public void onUpstreamFailure(Throwable why) {
    tellConnected();
    if (isTimeout(why)) {
      owner.timedOut();
    }
    reader.breakOff();
  }

  /** What keep-alive ends in; Pekko tells a connection's errors apart by their text alone. */
  private static boolean isTimeout(Throwable why) {
    return why instanceof StreamTcpException
        && String.valueOf(why.getMessage()).contains("timed out");
  }

  @Override
  public void onPull() {
    tellConnected();
    writer.onPull();
    if (finishing && writer.isEmpty()) {
      complete(out);
    } else {
      reader.readIfHeldBack();
    }
  }

  private void tellConnected() {
    if (!connected) {
      connected = true;
      owner.connected(Adapter.toTyped(self.ref()), Adapter.toTyped(self.ref()));
    }
  }

  /** The connection is broken; an owner that has not dealt with all it has read gets on. */
  @Override
  public void onDownstreamFinish(Throwable why) {
    writer.clear();
    if (finishing) {
      completeStage();
      return;
    }
    setKeepGoing(true);
    scheduleOnce(Timer.LINGER, linger);
    tellConnected();
    reader.readIfHeldBack();
  }

  /** Whether the socket takes bytes now. */
  boolean isWritable() {
    return isAvailable(out);
  }

  /** Whether the socket takes no bytes any more. */
  boolean isWritingOver() {
    return finishing || isClosed(out);
  }

  void push(ByteString bytes) {
    push(out, bytes);
  }

  /** Has {@link ConnectionWriter#checkProgress} called again and again. */
  void watchProgress(Duration pace) {
    scheduleWithFixedDelay(Timer.STALL, pace, pace);
  }

  void unwatchProgress() {
    cancelTimer(Timer.STALL);
  }

  /** Has {@link ConnectionWriter#forget} called. May itself be called from any thread. */
  void forgetSoon() {
    self.ref().tell(new Forget(), self.ref());
  }

  /** Ends the connection when everything has been written. */
  void finish() {
    if (finishing) {
      return;
    }
    finishing = true;
    reader.stop();
    if (isClosed(out)) {
      completeStage();
      return;
    }
    scheduleOnce(Timer.LINGER, linger);
    if (writer.isEmpty()) {
      complete(out);
    } else if (isAvailable(out)) {
      onPull();
    }
    pull();
  }

  @Override
  public void postStop() {
    writer.clear();
    if (!connected) {
      owner.failed();
    }
  }

  @Override
  public void onTimer(Object timerKey) {
    if (timerKey == Timer.STALL) {
      writer.checkProgress();
    } else {
      failStage(new LingeredTooLong());
    }
  }

  /** Aborts the connection: its owner is no more. */
  @SuppressWarnings("serial")
  private static final class OwnerStopped extends RuntimeException {
    OwnerStopped() {
      super("the owner of the connection has stopped", null, false, false);
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
