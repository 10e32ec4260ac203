package chat.parley.session;

/**
 * How sessions of one door behave.
 *
 * @param startRoom where everyone starts
 * @param echo whether clients get their own posts
 * @param link what their connections may hold
 * @param limits what their clients may do
 */
public record SessionSettings(
    String startRoom, boolean echo, LinkSettings link, SessionLimits limits) {}
