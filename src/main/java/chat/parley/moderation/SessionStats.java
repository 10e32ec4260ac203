package chat.parley.moderation;

import chat.parley.event.MemberId;
import java.util.List;

/**
 * How a session is.
 *
 * @param registered whether its name is registered, and it has proven that it is its own
 * @param rooms the names of those that it is in
 * @param waiting how many messages wait for its client
 * @param missed how many its client has missed
 * @param lines how many lines its client has sent
 */
public record SessionStats(
    MemberId member,
    boolean registered,
    List<String> rooms,
    long waiting,
    long missed,
    long lines) {}
