package chat.parley.tls;

import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLSession;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.BidiShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
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

  /** Its first inlet and outlet are what comes from the socket, the second what goes to it. */
  private final BidiShape<ByteString, ByteString, ByteString, ByteString> shape =
      new BidiShape<>(
          Inlet.create("TlsStage.fromSocket"),
          Outlet.create("TlsStage.toInner"),
          Inlet.create("TlsStage.fromInner"),
          Outlet.create("TlsStage.toSocket"));

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
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inheritedAttributes) {
    return new TlsLogic(shape, tls, elsewhere, plainWords, linger, listener);
  }
}
