package chat.parley.transport;

import org.apache.pekko.util.ByteString;

/**
 * The reading side of a connection: when the owner gets what it asks for. A client that does not
 * read what is written to it is not read either, so that it cannot ask for ever more.
 */
final class ConnectionReader {
  private final InboundBuffer inbound;
  private final ConnectionWriter writer;

  /** Whether the owner has asked, and waits until less waits for the client. */
  private boolean heldBack;

  private boolean stopped;

  ConnectionReader(InboundBuffer inbound, ConnectionWriter writer) {
    this.inbound = inbound;
    this.writer = writer;
  }

  /** The owner has dealt with all that it was told, and wants more. */
  void read() {
    if (stopped) {
      return;
    }
    heldBack = writer.isCrowded() && !inbound.isLast();
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

  /** Something may have changed that the owner has to wait for. */
  void readIfHeldBack() {
    if (heldBack) {
      read();
    }
  }

  void add(ByteString chunk) {
    inbound.add(chunk);
  }

  /** Tells the owner what has been gathered. */
  void handOver() {
    if (!stopped) {
      inbound.handOver();
    }
  }

  /** The client has ended its side. */
  void end() {
    if (!stopped) {
      inbound.end();
    }
  }

  /** The connection broke. */
  void breakOff() {
    if (!stopped) {
      inbound.breakOff();
    }
  }

  /** Whatever still comes is of no interest. */
  void stop() {
    stopped = true;
  }
}
