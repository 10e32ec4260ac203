package chat.parley.store;

import com.typesafe.config.ConfigFactory;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * A program that keeps a registration for one number after another, and the number itself in the
 * place of the one before, and prints each number when both are kept.
 *
 * <p>Its arguments are a store and the first number.
 */
final class WritesUntilKilled extends AbstractBehavior<StoreReply.ToKeep> {
  private final ActorRef<StoreCommand> keeper;
  private int number;
  private int done;

  public static void main(String[] args) {
    Store store = Store.open(StoreLocation.parse(args[0]));
    int first = Integer.parseInt(args[1]);
    Behavior<StoreReply.ToKeep> writes =
        Behaviors.setup(context -> new WritesUntilKilled(context, store, first));
    ActorSystem.create(writes, "writes", ConfigFactory.load());
  }

  private WritesUntilKilled(ActorContext<StoreReply.ToKeep> context, Store store, int first) {
    super(context);
    keeper = context.spawn(TestStoreWriter.of(store), "keeper");
    number = first;
    keep();
  }

  @Override
  public Receive<StoreReply.ToKeep> createReceive() {
    return newReceiveBuilder().onMessage(StoreReply.Done.class, reply -> onDone()).build();
  }

  private Behavior<StoreReply.ToKeep> onDone() {
    if (++done % 2 == 0) {
      System.out.println(number++);
      keep();
    }
    return this;
  }

  private void keep() {
    ActorRef<StoreReply.ToKeep> self = getContext().getSelf();
    keeper.tell(new StoreCommand.Keep(new Ownership("last", "last", "" + number, Items.NOON), self));
    keeper.tell(new StoreCommand.Keep(Items.registration("name" + number), self));
  }
}
