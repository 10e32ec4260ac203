package chat.parley.transport;

import chat.parley.event.Batch;
import java.util.function.Consumer;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.util.ByteString;

/**
 * The stage in a connection's own flow that joins its socket to its owner.
 *
 * <p><b>In.</b> What the socket brings is cut into frames, and the owner is told of them when it
 * says {@link Read}; see {@link ConnectionReader}.
 *
 * <p><b>Out.</b> Its ref takes {@link Batch}es from the room, past the owner, and {@link Write}s
 * from the owner. A slow reader is noticed here, by its own connection, and nobody else waits; see
 * {@link ConnectionWriter}.
 *
 * <p><b>End.</b> {@link Finish} writes what waits, ends our side, and reads on without listening
 * until the client ends its side, so that it gets our last words even if it was still sending; but
 * not longer than the linger time. A client whose connection breaks takes nothing more, but what it
 * had said and was read is still told, for as long. The owner watches the connection stage, and the
 * connection stage the owner: either's end is the other's.
 */
public final class ConnectionStage extends GraphStage<FlowShape<ByteString, ByteString>> {

  /** What the owner of a connection can tell it. */
  public sealed interface Command {}

  /** The owner has dealt with all frames so far. */
  public record Read() implements Command {}

  /**
   * Reads no more than has come. When that has been handed over the next {@link Read} is answered
   * with {@link ConnectionOwner#readOut}.
   */
  public record ReadLast() implements Command {}

  /**
   * To be written after all that was told before.
   *
   * @param format what is written in from now on
   */
  public record Write(ByteString bytes, Format format) implements Command {}

  /** Answered on the connection's thread. */
  public record TellBacklog(Consumer<Backlog> replyTo) implements Command {}

  /** Ends the connection in order. */
  public record Finish() implements Command {}

  /**
   * How far a client is behind.
   *
   * @param waiting how many messages wait for it
   * @param missed how many it has missed so far in all
   */
  public record Backlog(int waiting, long missed) {}

  /** One for all connections: a shape says what goes in and out, and holds nothing. */
  private static final FlowShape<ByteString, ByteString> SHAPE =
      FlowShape.of(Inlet.create("ConnectionStage.in"), Outlet.create("ConnectionStage.out"));

  private final Framing framing;
  private final Format format;
  private final ConnectionSettings settings;
  private final ConnectionOwner owner;
  private final MemoryBudget budget;

  /**
   * @param format what is written in at first
   */
  public ConnectionStage(
      Framing framing, Format format, ConnectionSettings settings, ConnectionOwner owner) {
    this(framing, format, settings, owner, MemoryBudget.ALL);
  }

  /**
   * @param budget of which what waits here is a part
   */
  ConnectionStage(
      Framing framing,
      Format format,
      ConnectionSettings settings,
      ConnectionOwner owner,
      MemoryBudget budget) {
    this.framing = framing;
    this.format = format;
    this.settings = settings;
    this.owner = owner;
    this.budget = budget;
  }

  @Override
  public FlowShape<ByteString, ByteString> shape() {
    return SHAPE;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inheritedAttributes) {
    return new ConnectionLogic(SHAPE, framing, format, settings, owner, budget);
  }
}
