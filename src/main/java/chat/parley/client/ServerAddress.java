package chat.parley.client;

import chat.parley.notation.HostPort;
import chat.parley.notation.NotationException;
import java.util.Optional;

/**
 * A server's address and the name to have there, written {@code [NAME@]HOST[:PORT]}.
 *
 * @param name what to be called; empty when the user is to be asked
 * @param host a name or an address, IPv6 without brackets
 */
record ServerAddress(Optional<String> name, String host, int port) {
  static final int DEFAULT_PORT = 5566;

  /**
   * Reads {@code [NAME@]HOST[:PORT]}; an IPv6 host is in brackets.
   *
   * @throws NotationException saying in one line what is wrong with {@code text}
   */
  static ServerAddress parse(String text) {
    int at = text.lastIndexOf('@');
    Optional<String> name = at < 0 ? Optional.empty() : Optional.of(name(text, at));
    try {
      HostPort server = HostPort.toConnect(text.substring(at + 1), DEFAULT_PORT);
      return new ServerAddress(name, server.host(), server.port());
    } catch (NotationException e) {
      throw wrong(text, e.getMessage());
    }
  }

  private static String name(String text, int at) {
    String name = text.substring(0, at);
    if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || Character.isISOControl(c))) {
      throw wrong(text, "before the @ belongs a name of letters and digits");
    }
    return name;
  }

  private static NotationException wrong(String text, String why) {
    return NotationException.not("a server, which is written [NAME@]HOST[:PORT]: " + why, text);
  }

  /** Host and port, as people read them. */
  @Override
  public String toString() {
    return new HostPort(host, port).toString();
  }
}
