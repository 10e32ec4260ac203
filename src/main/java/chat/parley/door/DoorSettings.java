package chat.parley.door;

import chat.parley.session.SessionSettings;

/**
 * A door; {@code parley.lines} and {@code parley.raw} in {@code reference.conf} explain each.
 *
 * @param maxLine how many bytes a line may have; means nothing to a raw door
 * @param commands whether lines that begin with {@code /} are commands; means nothing to a raw door
 * @param withoutPassword whether people may come in here who are not asked for the server's
 *     password
 * @param backlog how many connections may wait to be accepted
 */
public record DoorSettings(
    DoorAddress address,
    int maxLine,
    boolean commands,
    boolean withoutPassword,
    int backlog,
    SessionSettings session) {}
