package chat.parley.tls;

import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;
import org.apache.pekko.util.ByteString;

/**
 * What comes from a connection's socket: first the handshake, then what the inner side gets when it
 * asks. The socket is asked for no more than that needs.
 */
final class TlsInbound implements InHandler, OutHandler {
  private final TlsLogic connection;
  private final Inlet<ByteString> fromSocket;
  private final Outlet<ByteString> toInner;
  private final EngineTasks tasks;
  private final TlsOutbound outbound;

  /** Why the connection is broken; null when it is not. */
  private Throwable brokenBy;

  /** Whether nothing is read because the client does not read what the engine says to it. */
  private boolean heldUp;

  TlsInbound(
      TlsLogic connection,
      Inlet<ByteString> fromSocket,
      Outlet<ByteString> toInner,
      EngineTasks tasks,
      TlsOutbound outbound) {
    this.connection = connection;
    this.fromSocket = fromSocket;
    this.toInner = toInner;
    this.tasks = tasks;
    this.outbound = outbound;
  }

  /** Asks for the first bytes of the client. */
  void begin() {
    connection.pull(fromSocket);
  }

  @Override
  public void onPush() {
    ByteString chunk = connection.grab(fromSocket);
    switch (connection.phase()) {
      case QUIET -> connection.begin(chunk);
      case HANDSHAKE -> decrypt(chunk);
      case OPEN -> {
        if (connection.engine().isInputOver()) {
          connection.pull(fromSocket); // nothing can come after its goodbye
        } else {
          decrypt(chunk);
        }
      }
      case ENDING -> connection.pull(fromSocket);
    }
  }

  @Override
  public void onUpstreamFinish() {
    switch (connection.phase()) {
      case OPEN -> advance();
      case ENDING -> connection.completeIfDone();
      default -> {
        if (!tasks.isBusy()) {
          connection.giveUp();
        }
      }
    }
  }

  /** What came before the connection broke is still the inner side's. */
  @Override
  public void onUpstreamFailure(Throwable why) {
    brokenBy = why;
    onUpstreamFinish();
  }

  @Override
  public void onPull() {
    if (connection.phase() == TlsLogic.Phase.OPEN) {
      advance();
    }
  }

  void decrypt(ByteString chunk) {
    connection.engine().add(chunk);
    advance();
  }

  /** The client may have read what the engine said to it. */
  void goOnIfHeldUp() {
    if (heldUp) {
      advance();
    }
  }

  /** Goes as far as it can with what there is, and asks for what it needs. */
  void advance() {
    ByteString plain = ByteString.emptyByteString();
    SSLException wrong = null;
    try {
      for (ByteString next = step(); next != null; next = step()) {
        plain = plain.concat(next);
      }
    } catch (SSLException e) {
      wrong = e;
    }
    if (!plain.isEmpty() && !connection.isClosed(toInner)) {
      connection.push(toInner, plain);
    }
    if (wrong != null) {
      connection.breakOff(wrong);
    }
    outbound.flush();
    ask();
  }

  /**
   * Goes one step further.
   *
   * @return what that has decrypted; null when something is needed first
   */
  private ByteString step() throws SSLException {
    TlsLogic.Phase phase = connection.phase();
    if (tasks.isBusy() || phase == TlsLogic.Phase.ENDING) {
      return null;
    }
    TlsEngine engine = connection.engine();
    HandshakeStatus needs = engine.needs();
    if (phase == TlsLogic.Phase.OPEN && isSecondHandshake(needs)) {
      throw new SSLException("a second handshake on the connection");
    }
    return switch (needs) {
      case NEED_TASK -> {
        tasks.calculate(engine);
        yield null;
      }
      case NEED_WRAP ->
          outbound.writeOwnWords() || engine.needs() != HandshakeStatus.NEED_WRAP
              ? ByteString.emptyByteString()
              : null;
      default -> {
        if (phase == TlsLogic.Phase.HANDSHAKE && needs == HandshakeStatus.NOT_HANDSHAKING) {
          finishHandshake();
        }
        yield connection.phase() == TlsLogic.Phase.HANDSHAKE || isAsked() ? engine.decrypt() : null;
      }
    };
  }

  private boolean isSecondHandshake(HandshakeStatus needs) {
    TlsEngine engine = connection.engine();
    return needs != HandshakeStatus.NOT_HANDSHAKING
        && !engine.isInputOver()
        && engine.mayRenegotiate();
  }

  private void finishHandshake() throws SSLException {
    if (connection.engine().isInputOver()) {
      throw new SSLException("it has given the handshake up");
    }
    connection.open();
  }

  /** Whether the inner side wants more, and what the engine has said to get here is being read. */
  private boolean isAsked() {
    boolean wanted = connection.isAvailable(toInner);
    heldUp = wanted && outbound.isHeldUp();
    return wanted && !heldUp;
  }

  /** Asks the socket for more if that is needed, or ends where nothing more can come. */
  void ask() {
    if (connection.phase() == TlsLogic.Phase.HANDSHAKE
        && !tasks.isBusy()
        && connection.isClosed(fromSocket)) {
      connection.giveUp();
      return;
    }
    if (connection.phase() == TlsLogic.Phase.OPEN
        && !tasks.isBusy()
        && !connection.isClosed(toInner)
        && isInputAtItsEnd()) {
      endInput();
    }
    boolean wanted =
        switch (connection.phase()) {
          case QUIET -> false;
          case HANDSHAKE -> !tasks.isBusy();
          case OPEN -> !tasks.isBusy() && (connection.engine().isInputOver() || isAsked());
          case ENDING -> true;
        };
    if (wanted && !connection.isClosed(fromSocket) && !connection.hasBeenPulled(fromSocket)) {
      connection.pull(fromSocket);
    }
  }

  /** Whether nothing more can come, and the inner side has all that came. */
  private boolean isInputAtItsEnd() {
    return connection.engine().isInputOver() || (connection.isClosed(fromSocket) && isAsked());
  }

  private void endInput() {
    if (brokenBy == null || connection.engine().isInputOver()) {
      connection.complete(toInner);
    } else {
      connection.fail(toInner, brokenBy);
    }
  }

  /** Tells the inner side that what comes cannot be read any more. */
  void fail(SSLException why) {
    connection.fail(toInner, why);
  }

  /** Whether the client has ended its side of the socket. */
  boolean isClosed() {
    return connection.isClosed(fromSocket);
  }
}
