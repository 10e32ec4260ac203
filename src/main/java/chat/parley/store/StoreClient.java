package chat.parley.store;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * How an actor has things kept: asks the {@link StoreWriter}, and goes on when that has answered.
 * Meanwhile the actor serves others, so what was true before may not be true then.
 *
 * @param <M> what the actor can be told
 */
public final class StoreClient<M> {
  /** A full queue of writes is done in seconds; this only ends what would never be answered. */
  private static final Duration AT_MOST = Duration.ofMinutes(10);

  private static final StoreReply.NotKept LATE = new StoreReply.NotKept("it takes too long");

  private final ActorContext<M> context;
  private final ActorRef<StoreCommand> writer;
  private final Function<Runnable, M> then;

  /**
   * @param then a message that has the actor run something
   */
  public StoreClient(
      ActorContext<M> context, ActorRef<StoreCommand> writer, Function<Runnable, M> then) {
    this.context = context;
    this.writer = writer;
    this.then = then;
  }

  /** Has something kept; {@code goOn} is given why not, which is empty when it is. */
  public void keep(StoredRecord record, Consumer<Optional<String>> goOn) {
    ask(replyTo -> new StoreCommand.Keep(record, replyTo), goOn);
  }

  /** As {@link #keep}, for something that is to be forgotten. */
  public void forget(StoredRecord record, Consumer<Optional<String>> goOn) {
    ask(replyTo -> new StoreCommand.Forget(record.id(), replyTo), goOn);
  }

  /** Has something kept of which nobody waits to hear. */
  public void keepQuietly(StoredRecord record) {
    writer.tell(new StoreCommand.Keep(record, context.getSystem().ignoreRef()));
  }

  /** Has something forgotten of which nobody waits to hear. */
  public void forgetQuietly(StoredRecord record) {
    writer.tell(new StoreCommand.Forget(record.id(), context.getSystem().ignoreRef()));
  }

  private void ask(
      Function<ActorRef<StoreReply.ToKeep>, StoreCommand> question,
      Consumer<Optional<String>> goOn) {
    context.ask(
        StoreReply.ToKeep.class,
        writer,
        AT_MOST,
        question::apply,
        (reply, failure) -> then.apply(() -> goOn.accept(whyNot(failure == null ? reply : LATE))));
  }

  private static Optional<String> whyNot(StoreReply.ToKeep reply) {
    return reply instanceof StoreReply.NotKept not ? Optional.of(not.why()) : Optional.empty();
  }
}
