package chat.parley.rooms;

import chat.parley.store.HistorySettings.Durability;
import chat.parley.store.Ownership;
import chat.parley.store.StoreCommand;
import chat.parley.store.StoredRoom;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * What the registry stands on: those it asks, and what there was before.
 *
 * @param store keeps what is to outlive the server
 * @param history keeps what is said; empty where nothing is kept
 * @param durability when members see a post
 * @param rooms what has outlived the last one of the rooms
 * @param ownerships what has outlived the last one
 * @param isRegistered whether a name, by its key, was registered when the server started; what
 *     belongs to none is forgotten
 * @param count told how many rooms there are
 */
public record RegistryDependencies(
    ActorRef<StoreCommand> store,
    Optional<ActorRef<StoreCommand>> history,
    Durability durability,
    List<StoredRoom> rooms,
    List<Ownership> ownerships,
    Predicate<String> isRegistered,
    IntConsumer count) {}
