package chat.parley.moderation;

import chat.parley.store.StoreStats;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * How much there is on the server, counted by those who know; may be asked from any thread.
 *
 * @param connections with a name or without
 * @param rooms that are open
 * @param registeredNames in the store
 * @param store how the store is
 */
public record ServerCounts(
    IntSupplier connections,
    IntSupplier rooms,
    IntSupplier registeredNames,
    Supplier<StoreStats> store) {}
