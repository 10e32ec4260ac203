package chat.parley.moderation;

import java.util.function.IntSupplier;

/**
 * How much there is on the server, counted by those who know; may be asked from any thread.
 *
 * @param connections with a name or without
 * @param rooms that are open
 * @param registeredNames in the store
 */
public record ServerCounts(
    IntSupplier connections, IntSupplier rooms, IntSupplier registeredNames) {}
