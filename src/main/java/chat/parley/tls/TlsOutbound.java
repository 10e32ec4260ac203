package chat.parley.tls;

import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;
import org.apache.pekko.util.ByteString;

/**
 * What goes to a connection's socket: what the inner side gives, encrypted, and what the engine
 * itself has to say. The inner side is asked for more only when the socket takes it.
 */
final class TlsOutbound implements InHandler, OutHandler {
  /**
   * How many bytes of the engine's own words may wait for the socket; a client that makes it say
   * more is not heard before it has read them.
   */
  private static final int MAX_OWN_WORDS = 4096;

  private final TlsLogic connection;
  private final Inlet<ByteString> fromInner;
  private final Outlet<ByteString> toSocket;

  /** Not taken by the socket yet. */
  private ByteString written = ByteString.emptyByteString();

  /** How many bytes of it are the engine's own words. */
  private int ownWords;

  TlsOutbound(TlsLogic connection, Inlet<ByteString> fromInner, Outlet<ByteString> toSocket) {
    this.connection = connection;
    this.fromInner = fromInner;
    this.toSocket = toSocket;
  }

  @Override
  public void onPush() {
    ByteString plain = connection.grab(fromInner);
    TlsEngine engine = connection.engine();
    try {
      if (!engine.isOutputOver()) {
        written = written.concat(engine.encrypt(plain));
      }
      flush();
    } catch (SSLException e) {
      connection.breakOff(e);
    }
  }

  @Override
  public void onUpstreamFinish() {
    if (connection.phase() == TlsLogic.Phase.OPEN) {
      connection.end();
    }
  }

  @Override
  public void onPull() {
    flush();
    if (written.isEmpty()) {
      connection.inbound().goOnIfHeldUp();
    }
  }

  /** The connection is broken: the inner side is told, and may still ask for what has come. */
  @Override
  public void onDownstreamFinish(Throwable why) {
    written = ByteString.emptyByteString();
    ownWords = 0;
    if (connection.phase() == TlsLogic.Phase.OPEN) {
      connection.cancel(fromInner);
      connection.inbound().goOnIfHeldUp();
    } else if (connection.phase() == TlsLogic.Phase.ENDING) {
      connection.completeIfDone();
    }
  }

  /**
   * Writes what the engine itself has to say.
   *
   * @return whether it had to say something
   */
  boolean writeOwnWords() throws SSLException {
    ByteString words = connection.engine().ownWords();
    if (!connection.isClosed(toSocket)) {
      written = written.concat(words);
      ownWords += words.length();
    }
    return !words.isEmpty();
  }

  /** Whether more of the engine's own words wait than may. */
  boolean isHeldUp() {
    return ownWords > MAX_OWN_WORDS;
  }

  /** Has the engine say goodbye. */
  void sayGoodbye() {
    TlsEngine engine = connection.engine();
    try {
      engine.end();
      while (engine.needs() == HandshakeStatus.NEED_WRAP && writeOwnWords()) {
        // Every word that it still has.
      }
    } catch (SSLException e) {
      // Then it ends without.
    }
  }

  /** Writes {@code words} as they are to a client that does not speak TLS. */
  void sayPlainly(ByteString words) {
    written = words;
  }

  /** Gives the socket what is written, and asks the inner side for more when that is all. */
  void flush() {
    if (connection.isAvailable(toSocket) && !written.isEmpty()) {
      ByteString all = written;
      written = ByteString.emptyByteString();
      ownWords = 0;
      connection.push(toSocket, all);
    }
    if (connection.phase() == TlsLogic.Phase.ENDING) {
      connection.completeIfDone();
    } else if (connection.phase() == TlsLogic.Phase.OPEN
        && connection.isAvailable(toSocket)
        && !connection.hasBeenPulled(fromInner)) {
      connection.tryPull(fromInner);
    }
  }

  /** The inner side has nothing more to say that anybody could hear. */
  void cancelInner() {
    connection.cancel(fromInner);
  }

  /** Whether the inner side has ended its output. */
  boolean isInnerOver() {
    return connection.isClosed(fromInner);
  }

  /** Whether the socket takes no bytes any more. */
  boolean isClosed() {
    return connection.isClosed(toSocket);
  }

  /** Ends our side of the socket when everything has been written. */
  void completeIfWritten() {
    if (written.isEmpty() && !connection.isClosed(toSocket)) {
      connection.complete(toSocket);
    }
  }
}
