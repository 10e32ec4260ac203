package chat.parley.tls;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.BidiShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.AbstractInHandler;
import org.apache.pekko.stream.stage.AbstractOutHandler;
import org.apache.pekko.stream.stage.AsyncCallback;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import org.apache.pekko.util.ByteString;

/**
 * The stage between a socket and whoever speaks on it, which makes one TLS connection of it, the
 * server's end.
 *
 * <p><b>Beginning.</b> It waits for the client's first byte before it spends anything on it. The
 * handshake's arithmetic is done elsewhere, by the executor. Nothing is asked of the inner side
 * before the handshake is done. A client that sends something other than TLS, or nothing in time,
 * is told so in plain words; one that does not bring its handshake to an end in time is cut off.
 *
 * <p><b>Between.</b> It holds nothing back and nothing up: what comes in one chunk goes on as one
 * chunk, but for a record that is not complete, and is decrypted when the inner side asks; what the
 * inner side gives is encrypted at once, and it is asked for only when the socket takes it. There
 * is one handshake: a client that wants another is disconnected.
 *
 * <p><b>End.</b> The client's close_notify, or the end of its side without one, ends the inner
 * side's input; the end of the inner side's output is told with a close_notify, and then what still
 * comes is thrown away until the client ends its side, but not longer than the linger time.
 */
public final class TlsStage
    extends GraphStage<BidiShape<ByteString, ByteString, ByteString, ByteString>> {

  /** Is told what becomes of the handshake; on the connection's thread. */
  public interface Listener {
    /** It is done; the inner side will be asked for something now for the first time. */
    void secured(SSLSession session);

    /** It has failed. */
    void failed(String why);
  }

  private enum Phase {
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

  /**
   * How many bytes of the engine's own words may wait for the socket; a client that makes it say
   * more is not heard before it has read them.
   */
  private static final int MAX_OWN_WORDS = 4096;

  private final Inlet<ByteString> fromSocket = Inlet.create("TlsStage.fromSocket");
  private final Outlet<ByteString> toInner = Outlet.create("TlsStage.toInner");
  private final Inlet<ByteString> fromInner = Inlet.create("TlsStage.fromInner");
  private final Outlet<ByteString> toSocket = Outlet.create("TlsStage.toSocket");
  private final ServerTls tls;
  private final Executor elsewhere;
  private final ByteString plainWords;
  private final Duration linger;
  private final Listener listener;

  /**
   * @param elsewhere where to read files and to calculate
   * @param plainWords what to tell a client that does not speak TLS
   */
  public TlsStage(
      ServerTls tls,
      Executor elsewhere,
      ByteString plainWords,
      Duration linger,
      Listener listener) {
    this.tls = tls;
    this.elsewhere = elsewhere;
    this.plainWords = plainWords;
    this.linger = linger;
    this.listener = listener;
  }

  @Override
  public BidiShape<ByteString, ByteString, ByteString, ByteString> shape() {
    return new BidiShape<>(fromSocket, toInner, fromInner, toSocket);
  }

  @Override
  public GraphStageLogic createLogic(Attributes inheritedAttributes) {
    return new Logic();
  }

  private final class Logic extends TimerGraphStageLogic {
    private final AsyncCallback<Optional<TlsEngine>> begun = createAsyncCallback(this::onBegun);
    private final AsyncCallback<Object> calculated = createAsyncCallback(done -> onCalculated());
    private Phase phase = Phase.QUIET;

    /** Null before the engine is there; what has come until then is the first chunk. */
    private TlsEngine records;

    private ByteString firstChunk;

    /** Encrypted, and not taken by the socket yet. */
    private ByteString written = ByteString.emptyByteString();

    /** Whether something is done elsewhere; until it is, the engine must be left alone. */
    private boolean busy;

    /** How many bytes of it are the engine's own words. */
    private int ownWords;

    /** Why the connection is broken; null when it is not. */
    private Throwable brokenBy;

    /** Whether nothing is read because the client does not read what the engine says to it. */
    private boolean heldUp;

    Logic() {
      super(shape());
      setHandler(fromSocket, new FromSocket());
      setHandler(toInner, new ToInner());
      setHandler(fromInner, new FromInner());
      setHandler(toSocket, new ToSocket());
    }

    @Override
    public void preStart() {
      scheduleOnce(Timer.HANDSHAKE, tls.settings().handshakeWithin());
      pull(fromSocket);
    }

    private final class FromSocket extends AbstractInHandler {
      @Override
      public void onPush() {
        ByteString chunk = grab(fromSocket);
        switch (phase) {
          case QUIET -> begin(chunk);
          case HANDSHAKE -> decrypt(chunk);
          case OPEN -> {
            if (records.isInputOver()) {
              pull(fromSocket); // nothing can come after its goodbye
            } else {
              decrypt(chunk);
            }
          }
          case ENDING -> pull(fromSocket);
        }
      }

      @Override
      public void onUpstreamFinish() {
        if (phase == Phase.OPEN) {
          advance();
        } else if (phase == Phase.ENDING) {
          endIfDone();
        } else if (!busy) {
          unsecured("it closed the connection");
        }
      }

      /** What came before the connection broke is still the inner side's. */
      @Override
      public void onUpstreamFailure(Throwable why) {
        brokenBy = why;
        onUpstreamFinish();
      }
    }

    private final class ToInner extends AbstractOutHandler {
      @Override
      public void onPull() {
        if (phase == Phase.OPEN) {
          advance();
        }
      }
    }

    private final class FromInner extends AbstractInHandler {
      @Override
      public void onPush() {
        ByteString plain = grab(fromInner);
        try {
          if (!records.isOutputOver()) {
            written = written.concat(records.encrypt(plain));
          }
          flush();
        } catch (SSLException e) {
          broken(e);
        }
      }

      @Override
      public void onUpstreamFinish() {
        if (phase == Phase.OPEN) {
          end();
        }
      }
    }

    private final class ToSocket extends AbstractOutHandler {
      @Override
      public void onPull() {
        flush();
        if (heldUp && written.isEmpty()) {
          advance();
        }
      }

      /** The connection is broken: the inner side is told, and may still ask for what has come. */
      @Override
      public void onDownstreamFinish(Throwable why) {
        written = ByteString.emptyByteString();
        ownWords = 0;
        if (phase == Phase.OPEN) {
          cancel(fromInner);
          if (heldUp) {
            advance();
          }
        } else if (phase == Phase.ENDING) {
          endIfDone();
        }
      }
    }

    private void begin(ByteString chunk) {
      if (!ClientHello.mayBeginWith(chunk.head())) {
        speakPlainly("it does not speak TLS");
        return;
      }
      phase = Phase.HANDSHAKE;
      firstChunk = chunk;
      busy = true;
      elsewhere.execute(() -> begun.invoke(records()));
    }

    private Optional<TlsEngine> records() {
      try {
        return Optional.of(new TlsEngine(tls.engine()));
      } catch (RuntimeException e) {
        return Optional.empty();
      }
    }

    private void onBegun(Optional<TlsEngine> begunElsewhere) {
      busy = false;
      if (phase == Phase.HANDSHAKE && begunElsewhere.isEmpty()) {
        unsecured("there is no engine for it");
      } else if (phase == Phase.HANDSHAKE) {
        records = begunElsewhere.get();
        records.add(firstChunk);
        firstChunk = null;
        advance();
      }
    }

    private void decrypt(ByteString chunk) {
      records.add(chunk);
      advance();
    }

    private void calculate() {
      busy = true;
      Runnable task = records.task();
      elsewhere.execute(
          () -> {
            try {
              task.run();
            } finally {
              calculated.invoke(this);
            }
          });
    }

    private void onCalculated() {
      busy = false;
      advance();
    }

    /** Goes as far as it can with what there is, and asks for what it needs. */
    private void advance() {
      ByteString plain = ByteString.emptyByteString();
      SSLException wrong = null;
      boolean more = true;
      try {
        while (more && !busy && phase != Phase.ENDING) {
          HandshakeStatus needs = records.needs();
          if (phase == Phase.OPEN && isSecondHandshake(needs)) {
            throw new SSLException("a second handshake on the connection");
          }
          switch (needs) {
            case NEED_TASK -> calculate();
            case NEED_WRAP ->
                more = write(records.ownWords()) || records.needs() != HandshakeStatus.NEED_WRAP;
            default -> {
              if (phase == Phase.HANDSHAKE && needs == HandshakeStatus.NOT_HANDSHAKING) {
                if (records.isInputOver()) {
                  throw new SSLException("it has given the handshake up");
                }
                secured();
              }
              more = phase == Phase.HANDSHAKE || isAsked();
              ByteString next = more ? records.decrypt() : null;
              more = next != null;
              plain = more ? plain.concat(next) : plain;
            }
          }
        }
      } catch (SSLException e) {
        wrong = e;
      }
      hand(plain);
      if (wrong != null) {
        broken(wrong);
      }
      flush();
      ask();
    }

    /**
     * Whether the inner side wants more, and what the engine has said to get here is being read.
     */
    private boolean isAsked() {
      heldUp = isAvailable(toInner) && ownWords > MAX_OWN_WORDS;
      return isAvailable(toInner) && !heldUp;
    }

    private boolean isSecondHandshake(HandshakeStatus needs) {
      return needs != HandshakeStatus.NOT_HANDSHAKING
          && !records.isInputOver()
          && records.mayRenegotiate();
    }

    private boolean write(ByteString words) {
      if (!isClosed(toSocket)) {
        written = written.concat(words);
        ownWords += words.length();
      }
      return !words.isEmpty();
    }

    private void secured() {
      phase = Phase.OPEN;
      cancelTimer(Timer.HANDSHAKE);
      listener.secured(records.session());
      if (isClosed(toSocket)) {
        cancel(fromInner);
      }
    }

    private void hand(ByteString plain) {
      if (!plain.isEmpty() && !isClosed(toInner)) {
        push(toInner, plain);
      }
    }

    private void ask() {
      if (phase == Phase.HANDSHAKE && !busy && isClosed(fromSocket)) {
        unsecured("it closed the connection");
        return;
      }
      if (phase == Phase.OPEN && !busy && !isClosed(toInner) && isInputAtItsEnd()) {
        endInput();
      }
      boolean wanted =
          switch (phase) {
            case QUIET -> false;
            case HANDSHAKE -> !busy;
            case OPEN -> !busy && (records.isInputOver() || isAsked());
            case ENDING -> true;
          };
      if (wanted && !isClosed(fromSocket) && !hasBeenPulled(fromSocket)) {
        pull(fromSocket);
      }
    }

    /** Whether nothing more can come, and the inner side has all that came. */
    private boolean isInputAtItsEnd() {
      return records.isInputOver() || (isClosed(fromSocket) && isAsked());
    }

    private void endInput() {
      if (brokenBy == null || records.isInputOver()) {
        complete(toInner);
      } else {
        fail(toInner, brokenBy);
      }
    }

    /** Gives the socket what is written, and asks the inner side for more when that is all. */
    private void flush() {
      if (isAvailable(toSocket) && !written.isEmpty()) {
        ByteString all = written;
        written = ByteString.emptyByteString();
        ownWords = 0;
        push(toSocket, all);
      }
      if (phase == Phase.ENDING) {
        endIfDone();
      } else if (phase == Phase.OPEN && isAvailable(toSocket) && !hasBeenPulled(fromInner)) {
        tryPull(fromInner);
      }
    }

    /** Ends our side in order. */
    private void end() {
      try {
        records.end();
        while (records.needs() == HandshakeStatus.NEED_WRAP && write(records.ownWords())) {
          // Every word that it still has.
        }
      } catch (SSLException e) {
        // Then it ends without.
      }
      ending();
    }

    /** Something is wrong with what the client sends: it is told in the way of TLS. */
    private void broken(SSLException why) {
      if (phase == Phase.HANDSHAKE) {
        listener.failed(reason(why));
      } else if (phase == Phase.OPEN) {
        fail(toInner, why);
        cancel(fromInner);
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

    private void speakPlainly(String why) {
      listener.failed(why);
      written = plainWords;
      ending();
    }

    private void ending() {
      phase = Phase.ENDING;
      cancelTimer(Timer.HANDSHAKE);
      scheduleOnce(Timer.LINGER, linger);
      flush();
      ask();
    }

    private void endIfDone() {
      if (written.isEmpty() && !isClosed(toSocket)) {
        complete(toSocket);
      }
      if (isClosed(toSocket) && isClosed(fromSocket)) {
        if (isClosed(fromInner)) {
          completeStage();
        } else {
          failStage(new Unsecured("the handshake has failed"));
        }
      }
    }

    private void unsecured(String why) {
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
        unsecured("its handshake took over " + shown(tls.settings().handshakeWithin()));
      }
    }

    private static String shown(Duration time) {
      return time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
  }

  /** Aborts a connection that is not, or no longer, one of TLS. */
  @SuppressWarnings("serial")
  private static final class Unsecured extends RuntimeException {
    Unsecured(String why) {
      super(why, null, false, false);
    }
  }
}
