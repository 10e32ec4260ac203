package chat.parley.tls;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.apache.pekko.util.ByteString;

/**
 * The engine of one connection, with what has come for it and is not decrypted yet; it takes whole
 * chunks instead of buffers. One thread at a time may use it.
 *
 * <p>Between two calls it keeps nothing but a record that has not come as a whole; the buffers that
 * the engine needs meanwhile belong to the thread.
 */
final class TlsEngine {
  private static final byte[] NOTHING = {};

  private static final ThreadLocal<ByteBuffer> BUFFER =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(1 << 15));

  private final SSLEngine engine;

  /** What came and has not been decrypted. */
  private ByteBuffer waiting = ByteBuffer.wrap(NOTHING);

  /** Begins the handshake. */
  TlsEngine(SSLEngine engine) {
    this.engine = engine;
    try {
      engine.beginHandshake();
    } catch (SSLException e) {
      throw new IllegalStateException("an engine that cannot even begin", e);
    }
  }

  /** What the engine needs to go on; as long as it is not {@code NEED_UNWRAP} no bytes help. */
  HandshakeStatus needs() {
    return engine.getHandshakeStatus();
  }

  /** What is to be done on another thread before anything else can be. */
  Runnable task() {
    return () -> {
      for (Runnable each = engine.getDelegatedTask();
          each != null;
          each = engine.getDelegatedTask()) {
        each.run();
      }
    };
  }

  SSLSession session() {
    return engine.getSession();
  }

  /** Whether a handshake may only be the first thing on a connection: TLS 1.3 has no second. */
  boolean mayRenegotiate() {
    return !session().getProtocol().equals("TLSv1.3");
  }

  /** Whether the peer has ended its side. */
  boolean isInputOver() {
    return engine.isInboundDone();
  }

  /** Whether our side has been ended, so that nothing more can be encrypted. */
  boolean isOutputOver() {
    return engine.isOutboundDone();
  }

  /** Takes what has come. */
  void add(ByteString chunk) {
    byte[] all = new byte[waiting.remaining() + chunk.length()];
    int before = waiting.remaining();
    waiting.get(all, 0, before);
    chunk.copyToArray(all, before);
    waiting = ByteBuffer.wrap(all);
  }

  /**
   * Decrypts a record of what has come.
   *
   * @return what was in it, which is empty when it was about the connection itself; null when no
   *     record has come as a whole
   * @throws SSLException when it is none, or has been tampered with
   */
  ByteString decrypt() throws SSLException {
    ByteBuffer buffer = BUFFER.get().clear();
    SSLEngineResult result = engine.unwrap(waiting, buffer);
    while (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
      buffer = larger(engine.getSession().getApplicationBufferSize());
      result = engine.unwrap(waiting, buffer);
    }
    if (!waiting.hasRemaining()) {
      waiting = ByteBuffer.wrap(NOTHING);
    }
    boolean more =
        result.getStatus() != SSLEngineResult.Status.BUFFER_UNDERFLOW
            && (result.bytesConsumed() > 0 || result.bytesProduced() > 0);
    return more ? taken(buffer) : null;
  }

  /**
   * Encrypts {@code plain}; what the engine itself has to say comes before.
   *
   * @return as many records as it takes; less when our side has been ended
   */
  ByteString encrypt(ByteString plain) throws SSLException {
    ByteBuffer source = plain.asByteBuffer();
    ByteString records = ByteString.emptyByteString();
    do {
      ByteString next = wrap(source);
      if (next.isEmpty()) {
        return records;
      }
      records = records.concat(next);
    } while (source.hasRemaining());
    return records;
  }

  /** What the engine itself has to say, if it {@linkplain #needs needs} to. */
  ByteString ownWords() throws SSLException {
    return wrap(ByteBuffer.wrap(NOTHING));
  }

  /** Ends our side in order; {@link #ownWords} has the goodbye. */
  void end() {
    engine.closeOutbound();
  }

  private ByteString wrap(ByteBuffer source) throws SSLException {
    ByteBuffer buffer = BUFFER.get().clear();
    SSLEngineResult result = engine.wrap(source, buffer);
    while (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
      buffer = larger(engine.getSession().getPacketBufferSize());
      result = engine.wrap(source, buffer);
    }
    return taken(buffer);
  }

  private static ByteString taken(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.flip().remaining()];
    buffer.get(bytes);
    return ByteString.fromArrayUnsafe(bytes);
  }

  private static ByteBuffer larger(int needed) {
    ByteBuffer buffer = ByteBuffer.allocate(Math.max(needed, 2 * BUFFER.get().capacity()));
    BUFFER.set(buffer);
    return buffer;
  }
}
