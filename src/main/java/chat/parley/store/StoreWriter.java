package chat.parley.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * Writes what outlives the server into its store, for the services.
 *
 * <p><b>Order.</b> That of the requests. What is in its mailbox when it begins to write is written
 * together.
 *
 * <p><b>Delivery.</b> Each request is answered once: {@link Done} when it is on the disk, where
 * neither the end of the server nor that of the machine takes it away; {@link NotKept} when it
 * could not be written, and will not be. After a failure it goes on with the next request; the log
 * says when writing begins to fail, and when it works again.
 *
 * <p>It waits for the disk, so it must be started with {@link #dispatcher}. It closes the store
 * when it is stopped.
 */
public final class StoreWriter extends AbstractBehavior<StoreWriter.Command> {

  /** What it can be told. */
  public sealed interface Command {}

  /** Keeps an item, in the place of the one with the same id. */
  public record Keep(StoredRecord item, ActorRef<Reply> replyTo) implements Command {}

  /** Keeps an item no longer; there need not be one. */
  public record Forget(StoredRecord.Id id, ActorRef<Reply> replyTo) implements Command {}

  /** Everything that was in the mailbox before it has been taken out. */
  private record Write() implements Command {}

  /** What came of a request. */
  public sealed interface Reply {}

  /** It is on the disk. */
  public record Done() implements Reply {}

  /**
   * It was not written, and everything is as it was.
   *
   * @param why one line
   */
  public record NotKept(String why) implements Reply {}

  private record Waiting(Store.Change change, ActorRef<Reply> replyTo) {}

  private final Store store;
  private List<Waiting> waiting = new ArrayList<>();
  private long notKept;

  /** A writer of {@code store}, which is its own from now on. */
  public static Behavior<Command> create(Store store) {
    return Behaviors.setup(context -> new StoreWriter(context, store));
  }

  /** Where it is to run, as it waits for the disk. */
  public static DispatcherSelector dispatcher() {
    return DispatcherSelector.fromConfig("parley-store-writer");
  }

  private StoreWriter(ActorContext<Command> context, Store store) {
    super(context);
    this.store = store;
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(
            Keep.class,
            keep -> onChange(keep.item().id(), Optional.of(keep.item()), keep.replyTo()))
        .onMessage(
            Forget.class, forget -> onChange(forget.id(), Optional.empty(), forget.replyTo()))
        .onMessage(Write.class, write -> onWrite())
        .onSignal(PostStop.class, stop -> onStop())
        .build();
  }

  private Behavior<Command> onChange(
      StoredRecord.Id id, Optional<StoredRecord> item, ActorRef<Reply> replyTo) {
    if (waiting.isEmpty()) {
      getContext().getSelf().tell(new Write());
    }
    waiting.add(new Waiting(new Store.Change(id, item), replyTo));
    return this;
  }

  private Behavior<Command> onWrite() {
    write();
    return this;
  }

  private void write() {
    List<Waiting> together = waiting;
    waiting = new ArrayList<>();
    Reply reply;
    try {
      store.write(together.stream().map(Waiting::change).toList());
      tellOfNotKept();
      reply = new Done();
    } catch (StoreException e) {
      if (notKept == 0) {
        getContext().getLog().error("{}; nothing is kept until it can", e.getMessage());
      }
      notKept += together.size();
      reply = new NotKept(e.getMessage());
    }
    for (Waiting each : together) {
      each.replyTo().tell(reply);
    }
    tidy();
  }

  private void tidy() {
    try {
      store.tidy();
    } catch (StoreException e) {
      // Nothing is lost by it; that it fails is told when something is to be written.
      getContext().getLog().debug("{}", e.getMessage());
    }
  }

  private void tellOfNotKept() {
    if (notKept > 0) {
      getContext().getLog().warn("the store can be written again; {} changes were not", notKept);
      notKept = 0;
    }
  }

  private Behavior<Command> onStop() {
    if (!waiting.isEmpty()) {
      write();
    }
    try {
      store.close();
    } catch (StoreException e) {
      getContext().getLog().error("{}", e.getMessage());
    }
    return this;
  }
}
