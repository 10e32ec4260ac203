package chat.parley.rooms;

import chat.parley.store.Ownership;
import chat.parley.store.StoreWriter;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * What the registry stands on: those it asks, and what there was before.
 *
 * @param store keeps what is to outlive the server
 * @param ownerships what has outlived the last one
 * @param isRegistered whether a name, by its key, was registered when the server started; what
 *     belongs to none is forgotten
 * @param isKept whether something is kept of what was said in a room, by the key of its name
 * @param count told how many rooms there are
 */
public record RegistryDependencies(
    ActorRef<StoreWriter.Command> store,
    List<Ownership> ownerships,
    Predicate<String> isRegistered,
    Predicate<String> isKept,
    IntConsumer count) {}
