package chat.parley.session;

import chat.parley.transport.ConnectionSettings;

/**
 * How sessions of one listener behave.
 *
 * @param startRoom where everyone starts
 * @param asksPassword whether clients are asked for the server's password
 * @param messageOfTheDay what clients are told when they have come in; empty for nothing
 * @param echo whether clients get their own posts
 * @param connection what their connections may hold
 * @param limits what their clients may do
 * @param perSearch how many posts they are shown at a time of those that they look for
 */
public record SessionSettings(
    String startRoom,
    boolean asksPassword,
    String messageOfTheDay,
    boolean echo,
    ConnectionSettings connection,
    SessionLimits limits,
    int perSearch) {

  /** With as many posts for each search as {@code reference.conf} has. */
  public SessionSettings(
      String startRoom,
      boolean asksPassword,
      String messageOfTheDay,
      boolean echo,
      ConnectionSettings connection,
      SessionLimits limits) {
    this(startRoom, asksPassword, messageOfTheDay, echo, connection, limits, 20);
  }
}
