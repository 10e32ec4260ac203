package chat.parley.transport;

import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.StreamTcpException;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.util.ByteString;

/**
 * The reading side of a connection: what its client sends, told when the owner asks for it. A
 * client that does not read what is written to it is not read either, so that it cannot ask for
 * ever more.
 */
final class ConnectionReader implements InHandler, InboundBuffer.Source {
  /** What had come when this was sent has been gathered. */
  record Gathered() {}

  private final ConnectionLogic connection;
  private final Inlet<ByteString> in;
  private final ConnectionOwner owner;
  private final InboundBuffer inbound;

  /** Whether the owner has asked, and waits until less waits for the client. */
  private boolean heldBack;

  ConnectionReader(
      ConnectionLogic connection,
      Inlet<ByteString> in,
      FrameDecoder decoder,
      ConnectionOwner owner) {
    this.connection = connection;
    this.in = in;
    this.owner = owner;
    this.inbound = new InboundBuffer(decoder, owner, this);
  }

  /** The owner has dealt with all that it was told, and wants more. */
  void read() {
    if (connection.isFinishing()) {
      return;
    }
    heldBack = connection.isCrowded() && !inbound.isLast();
    if (!heldBack) {
      inbound.ask();
    }
  }

  /** Reads no more than has come. */
  void readLast() {
    inbound.readLast();
    // Although the client does not read its answers: what it has said is for the others.
    readIfHeldBack();
  }

  /** Less waits for the client than before. */
  void readIfHeldBack() {
    if (heldBack) {
      read();
    }
  }

  /** What was on its way to be gathered has come. */
  void handOver() {
    if (!connection.isFinishing()) {
      inbound.handOver();
    }
  }

  @Override
  public void handOverSoon() {
    connection.tellSelf(new Gathered());
  }

  @Override
  public void pull() {
    if (!connection.isClosed(in) && !connection.hasBeenPulled(in)) {
      connection.pull(in);
    }
  }

  @Override
  public void onPush() {
    ByteString chunk = connection.grab(in);
    if (connection.isFinishing()) {
      pull(); // until the client ends its side
    } else {
      inbound.add(chunk);
    }
  }

  @Override
  public void onUpstreamFinish() {
    connection.tellConnected();
    if (!connection.isFinishing()) {
      inbound.end();
    }
  }

  @Override
  public void onUpstreamFailure(Throwable why) {
    connection.tellConnected();
    if (isTimeout(why)) {
      owner.timedOut();
    }
    if (!connection.isFinishing()) {
      inbound.breakOff();
    }
  }

  /** What keep-alive ends in; Pekko tells a connection's errors apart by their text alone. */
  private static boolean isTimeout(Throwable why) {
    return why instanceof StreamTcpException
        && String.valueOf(why.getMessage()).contains("timed out");
  }
}
