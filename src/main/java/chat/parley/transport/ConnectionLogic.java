package chat.parley.transport;

import chat.parley.event.Batch;
import java.time.Duration;
import org.apache.pekko.actor.Terminated;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import org.apache.pekko.util.ByteString;
import scala.Tuple2;
import scala.runtime.BoxedUnit;

/**
 * A running {@link ConnectionStage}: when its connection begins and how it ends. What is between is
 * the business of its {@link ConnectionReader} and its {@link ConnectionWriter}.
 */
final class ConnectionLogic extends TimerGraphStageLogic {

  /** What the timers are for. */
  private enum Timer {
    LINGER,
    STALL
  }

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
    this.linger = settings.linger();
    this.owner = owner;
    this.reader = new ConnectionReader(this, shape.in(), framing.decoder(), owner);
    this.writer = new ConnectionWriter(this, shape.out(), format, settings, owner, budget);
    setHandler(shape.in(), reader);
    setHandler(shape.out(), writer);
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
    } else if (message instanceof ConnectionReader.Gathered) {
      reader.handOver();
    } else if (message instanceof ConnectionStage.Write write) {
      writer.write(write.bytes(), write.format());
    } else if (message instanceof ConnectionStage.ReadLast) {
      reader.readLast();
    } else if (message instanceof ConnectionStage.Finish) {
      finish();
    } else if (message instanceof ConnectionWriter.Forget) {
      writer.forget();
    } else if (message instanceof ConnectionStage.TellBacklog tell) {
      tell.replyTo().accept(writer.backlog());
    } else if (message instanceof Terminated) {
      failStage(new OwnerStopped());
    }
    return BoxedUnit.UNIT;
  }

  /** May be called from any thread. */
  void tellSelf(Object message) {
    self.ref().tell(message, self.ref());
  }

  void tellConnected() {
    if (!connected) {
      connected = true;
      owner.connected(Adapter.toTyped(self.ref()), Adapter.toTyped(self.ref()));
    }
  }

  /** Whether the client is no longer heard, and gets nothing but what waits for it. */
  boolean isFinishing() {
    return finishing;
  }

  /** Whether so much waits for the client that it should not be heard. */
  boolean isCrowded() {
    return writer.isCrowded();
  }

  /** The client has read something. */
  void drained() {
    reader.readIfHeldBack();
  }

  /** Has the writer look again and again whether the client reads. */
  void watchProgress(Duration interval) {
    scheduleWithFixedDelay(Timer.STALL, interval, interval);
  }

  void unwatchProgress() {
    cancelTimer(Timer.STALL);
  }

  /** The connection is broken; an owner that has not dealt with all it has read gets on. */
  void broken() {
    if (finishing) {
      completeStage();
      return;
    }
    setKeepGoing(true);
    scheduleOnce(Timer.LINGER, linger);
    tellConnected();
    reader.readIfHeldBack();
  }

  /** Ends the connection in order. */
  void finish() {
    if (finishing) {
      return;
    }
    finishing = true;
    if (writer.isClosed()) {
      completeStage();
      return;
    }
    scheduleOnce(Timer.LINGER, linger);
    writer.finish();
    reader.pull();
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
