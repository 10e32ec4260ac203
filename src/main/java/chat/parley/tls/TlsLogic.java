package chat.parley.tls;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLException;
import org.apache.pekko.stream.BidiShape;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import org.apache.pekko.util.ByteString;

/**
 * A running {@link TlsStage}: how far its connection is, from the first byte to the end of both
 * sides. What goes in either direction is the business of its {@link TlsInbound} and {@link
 * TlsOutbound}.
 */
final class TlsLogic extends TimerGraphStageLogic {
  /** How far a connection is. */
  enum Phase {
    /** Nothing has come yet. */
    QUIET,
    HANDSHAKE,
    OPEN,
    /** Our side is being ended, and whatever comes is thrown away. */
    ENDING
  }

  private enum Timer {
    HANDSHAKE,
    LINGER
  }

  private final ServerTls tls;
  private final ByteString plainWords;
  private final Duration linger;
  private final TlsStage.Listener listener;
  private final EngineTasks tasks;
  private final TlsInbound inbound;
  private final TlsOutbound outbound;
  private Phase phase = Phase.QUIET;

  /** Null before the engine is there; what has come until then is the first chunk. */
  private TlsEngine engine;

  private ByteString firstChunk;

  TlsLogic(
      BidiShape<ByteString, ByteString, ByteString, ByteString> shape,
      ServerTls tls,
      Executor elsewhere,
      ByteString plainWords,
      Duration linger,
      TlsStage.Listener listener) {
    super(shape);
    this.tls = tls;
    this.plainWords = plainWords;
    this.linger = linger;
    this.listener = listener;
    this.tasks = new EngineTasks(this, elsewhere, this::onMade, () -> inbound().advance());
    this.outbound = new TlsOutbound(this, shape.in2(), shape.out2());
    this.inbound = new TlsInbound(this, shape.in1(), shape.out1(), tasks, outbound);
    setHandler(shape.in1(), inbound);
    setHandler(shape.out1(), inbound);
    setHandler(shape.in2(), outbound);
    setHandler(shape.out2(), outbound);
  }

  @Override
  public void preStart() {
    scheduleOnce(Timer.HANDSHAKE, tls.settings().handshakeWithin());
    inbound.begin();
  }

  Phase phase() {
    return phase;
  }

  TlsEngine engine() {
    return engine;
  }

  TlsInbound inbound() {
    return inbound;
  }

  /** The first bytes of the client. */
  void begin(ByteString chunk) {
    if (ClientHello.mayBeginWith(chunk.head())) {
      phase = Phase.HANDSHAKE;
      firstChunk = chunk;
      tasks.make(tls);
    } else {
      speakPlainly("it does not speak TLS");
    }
  }

  private void onMade(Optional<TlsEngine> made) {
    if (phase == Phase.HANDSHAKE && made.isEmpty()) {
      abort("there is no engine for it");
    } else if (phase == Phase.HANDSHAKE) {
      engine = made.get();
      ByteString chunk = firstChunk;
      firstChunk = null;
      inbound.decrypt(chunk);
    }
  }

  /** The handshake is done. */
  void open() {
    phase = Phase.OPEN;
    cancelTimer(Timer.HANDSHAKE);
    listener.secured(engine.session());
    if (outbound.isClosed()) {
      outbound.cancelInner();
    }
  }

  /** The client has closed the connection, and nothing can come of the handshake. */
  void giveUp() {
    abort("it closed the connection");
  }

  /** Something is wrong with what the client sends: it is told in the way of TLS. */
  void breakOff(SSLException why) {
    if (phase == Phase.HANDSHAKE) {
      listener.failed(reason(why));
    } else if (phase == Phase.OPEN) {
      inbound.fail(why);
      outbound.cancelInner();
    }
    end();
  }

  private static String reason(SSLException why) {
    Throwable root = why;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }

  /** Ends our side in order. */
  void end() {
    outbound.sayGoodbye();
    ending();
  }

  private void speakPlainly(String why) {
    listener.failed(why);
    outbound.sayPlainly(plainWords);
    ending();
  }

  private void ending() {
    phase = Phase.ENDING;
    cancelTimer(Timer.HANDSHAKE);
    scheduleOnce(Timer.LINGER, linger);
    outbound.flush();
    inbound.ask();
  }

  /** Ends our side when all is written, and the connection when the client's has ended too. */
  void completeIfDone() {
    outbound.completeIfWritten();
    if (outbound.isClosed() && inbound.isClosed()) {
      if (outbound.isInnerOver()) {
        completeStage();
      } else {
        failStage(new Unsecured("the handshake has failed"));
      }
    }
  }

  private void abort(String why) {
    listener.failed(why);
    failStage(new Unsecured(why));
  }

  @Override
  public void onTimer(Object timerKey) {
    if (timerKey == Timer.LINGER) {
      failStage(new Unsecured("the client does not read or does not end its side"));
    } else if (phase == Phase.QUIET) {
      speakPlainly("it said nothing for " + shown(tls.settings().handshakeWithin()));
    } else {
      abort("its handshake took over " + shown(tls.settings().handshakeWithin()));
    }
  }

  private static String shown(Duration time) {
    return time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  /** Aborts a connection that is not, or no longer, one of TLS. */
  @SuppressWarnings("serial")
  private static final class Unsecured extends RuntimeException {
    Unsecured(String why) {
      super(why, null, false, false);
    }
  }
}
