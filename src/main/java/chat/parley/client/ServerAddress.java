package chat.parley.client;

import java.util.Optional;

/**
 * Where a server is and who to be there, written {@code [NAME@]HOST[:PORT]}.
 *
 * @param name what to be called; empty when the user is to be asked
 * @param host a name or an address, IPv6 without brackets
 */
record ServerAddress(Optional<String> name, String host, int port) {
  static final int DEFAULT_PORT = 5566;
  private static final int MAX_PORT = 65535;

  /**
   * Reads {@code [NAME@]HOST[:PORT]}; an IPv6 host is in brackets.
   *
   * @throws IllegalArgumentException saying in one line what is wrong with {@code text}
   */
  static ServerAddress parse(String text) {
    int at = text.lastIndexOf('@');
    Optional<String> name = at < 0 ? Optional.empty() : Optional.of(name(text, at));
    String rest = text.substring(at + 1);
    if (!rest.startsWith("[") && rest.indexOf(':') != rest.lastIndexOf(':')) {
      throw wrong(text, "an IPv6 address goes in brackets");
    }
    int hostEnd = rest.startsWith("[") ? rest.indexOf(']') + 1 : rest.indexOf(':');
    if (rest.startsWith("[") && hostEnd == 0) {
      throw wrong(text, "its bracket is not closed");
    }
    if (hostEnd < 0) {
      hostEnd = rest.length();
    }
    return new ServerAddress(
        name, host(text, rest.substring(0, hostEnd)), port(text, rest.substring(hostEnd)));
  }

  private static String name(String text, int at) {
    String name = text.substring(0, at);
    if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || Character.isISOControl(c))) {
      throw wrong(text, "before the @ belongs a name of letters and digits");
    }
    return name;
  }

  private static String host(String text, String host) {
    if (host.startsWith("[")) {
      String inside = host.substring(1, host.length() - 1);
      if (inside.indexOf(':') < 0) {
        throw wrong(text, "brackets are for IPv6 addresses");
      }
      return inside;
    }
    if (host.isEmpty() || host.chars().anyMatch(c -> c <= ' ')) {
      throw wrong(text, "it has no host");
    }
    return host;
  }

  private static int port(String text, String colonAndPort) {
    if (colonAndPort.isEmpty()) {
      return DEFAULT_PORT;
    }
    int port =
        colonAndPort.matches(":[0-9]{1,5}") ? Integer.parseInt(colonAndPort.substring(1)) : 0;
    if (port < 1 || port > MAX_PORT) {
      throw wrong(text, "\"" + colonAndPort + "\" is not a port from :1 to :" + MAX_PORT);
    }
    return port;
  }

  private static IllegalArgumentException wrong(String text, String why) {
    return new IllegalArgumentException(
        "\"" + text + "\" is not a server, which is written [NAME@]HOST[:PORT]: " + why);
  }

  /** Host and port, as people read them. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
