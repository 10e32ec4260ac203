package chat.parley.transport;

import chat.parley.event.Batch;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.OutHandler;
import org.apache.pekko.util.ByteString;

/**
 * The writing side of a connection: what its client gets, at the pace at which the client reads.
 * What the socket does not take at once waits in an {@link OutboundQueue}. The owner is told when
 * the client begins to miss messages, when it has caught up, and when it is disconnected for it.
 * Whether it reads nothing at all is only watched while something waits for it.
 */
final class ConnectionWriter implements OutHandler {
  /** Too much waits for all slow readers together, and for this one for longest. */
  record Forget() {}

  private final ConnectionLogic connection;
  private final Outlet<ByteString> out;
  private final ConnectionSettings settings;
  private final ConnectionOwner owner;
  private final OutboundQueue queue;
  private Format format;

  /** Null while nothing waits. */
  private WriteStallDetector progress;

  /** Whether the client misses messages, or has, and something still waits for it. */
  private boolean behind;

  ConnectionWriter(
      ConnectionLogic connection,
      Outlet<ByteString> out,
      Format format,
      ConnectionSettings settings,
      ConnectionOwner owner,
      MemoryBudget budget) {
    this.connection = connection;
    this.out = out;
    this.format = format;
    this.settings = settings;
    this.owner = owner;
    this.queue =
        new OutboundQueue(
            settings.maxMessages(),
            settings.maxBytes(),
            // Called from any thread.
            budget.share(settings.maxBytesInAll(), () -> connection.tellSelf(new Forget())),
            missing -> this.format.skipped(missing));
  }

  void write(Batch batch) {
    write(batch.encoded(format), batch.posts());
  }

  /** Writes {@code bytes} and goes on in {@code next}. */
  void write(ByteString bytes, Format next) {
    format = next;
    write(bytes, 1);
  }

  private void write(ByteString bytes, int messages) {
    if (bytes.isEmpty() || connection.isFinishing() || isClosed()) {
      return;
    }
    if (queue.isEmpty() && connection.isAvailable(out)) {
      connection.push(out, bytes);
    } else if (queue.offer(bytes, messages)) {
      watchProgress();
    } else {
      fallsBehind("max-waiting");
    }
  }

  @Override
  public void onPull() {
    connection.tellConnected();
    if (progress != null) {
      progress.taken();
    }
    if (!queue.isEmpty()) {
      connection.push(out, queue.poll());
    }
    if (connection.isFinishing()) {
      completeIfWritten();
    } else {
      caughtUpIfWritten();
      connection.drained();
    }
  }

  private void completeIfWritten() {
    if (queue.isEmpty()) {
      connection.complete(out);
    }
  }

  private void caughtUpIfWritten() {
    if (behind && queue.isEmpty()) {
      behind = false;
      owner.caughtUp(queue.leftOut());
    }
  }

  /** The connection is broken. */
  @Override
  public void onDownstreamFinish(Throwable why) {
    clear();
    connection.broken();
  }

  /** Whether the socket takes no bytes any more. */
  boolean isClosed() {
    return connection.isClosed(out);
  }

  /** Whether so much waits that a client should not be asked for more that is to be answered. */
  boolean isCrowded() {
    return queue.isCrowded();
  }

  ConnectionStage.Backlog backlog() {
    return new ConnectionStage.Backlog(queue.waiting(), queue.leftOut());
  }

  /** Nothing that waits will be written. */
  void clear() {
    queue.clear();
  }

  /** Ends our side when everything has been written. */
  void finish() {
    if (!queue.isEmpty() && connection.isAvailable(out)) {
      onPull();
    } else {
      completeIfWritten();
    }
  }

  /** Leaves out what waits: too much waits for all slow readers together. */
  void forget() {
    if (!connection.isFinishing() && queue.isCounted()) {
      queue.forget();
      fallsBehind("max-waiting-heap");
    }
  }

  private void fallsBehind(String bound) {
    if (settings.slow() == ConnectionSettings.Slow.DISCONNECT) {
      cutOff(format.tooSlow(), "more waited for it than parley.session." + bound + " allows");
    } else if (!behind) {
      behind = true;
      owner.fellBehind(queue.leftOut());
    }
  }

  private void watchProgress() {
    if (progress == null && !settings.stuckAfter().isZero()) {
      progress = new WriteStallDetector();
      connection.watchProgress(WriteStallDetector.interval(settings.stuckAfter()));
    }
  }

  /** It is time to see whether the client reads. */
  void checkProgress() {
    if (connection.isFinishing() || queue.isEmpty()) {
      progress = null;
      connection.unwatchProgress();
    } else if (progress.look()) {
      cutOff(format.readNothing(), "it read nothing for parley.session.stuck-after");
    }
  }

  /**
   * Disconnects a client that does not read: its last words take the place of what waits.
   *
   * @param why for the log
   */
  private void cutOff(ByteString lastWords, String why) {
    queue.clear();
    if (!lastWords.isEmpty()) {
      queue.offer(lastWords, 1);
    }
    owner.cutOff(why);
    connection.finish();
  }
}
