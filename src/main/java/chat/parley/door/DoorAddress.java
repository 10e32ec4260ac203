package chat.parley.door;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where a door is and what is spoken there, written {@code KIND:[HOST:]PORT}.
 *
 * @param host a name or an address, IPv6 without brackets
 * @param port 0 for any that is free
 */
public record DoorAddress(Kind kind, String host, int port) {

  /** What is spoken at a door. */
  public enum Kind {
    LINES,
    RAW,
    /** Lines over TLS. */
    TLS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String DEFAULT_HOST = "127.0.0.1";
  private static final int MAX_PORT = 65535;

  /**
   * Reads {@code KIND:[HOST:]PORT}; an IPv6 host is in brackets.
   *
   * @throws IllegalArgumentException saying in one line what is wrong with {@code text}
   */
  public static DoorAddress parse(String text) {
    int afterKind = text.indexOf(':');
    if (afterKind < 0) {
      throw wrong(text, "it has no kind");
    }
    Kind kind = kind(text, text.substring(0, afterKind));
    String rest = text.substring(afterKind + 1);
    if (rest.endsWith("]")) {
      throw wrong(text, "it has no port");
    }
    int beforePort = rest.lastIndexOf(':');
    String port = rest.substring(beforePort + 1);
    String host = beforePort < 0 ? DEFAULT_HOST : host(text, rest.substring(0, beforePort));
    if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > MAX_PORT) {
      throw wrong(text, "\"" + port + "\" is not a port from 0 to " + MAX_PORT);
    }
    return new DoorAddress(kind, host, Integer.parseInt(port));
  }

  private static Kind kind(String text, String name) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    text,
                    "\""
                        + name
                        + "\" is not one of the kinds "
                        + Arrays.stream(Kind.values())
                            .map(Kind::toString)
                            .collect(Collectors.joining(", "))));
  }

  private static String host(String text, String host) {
    boolean inBrackets = host.startsWith("[") && host.endsWith("]");
    boolean broken = host.chars().anyMatch(Character::isWhitespace);
    if (host.isEmpty() || broken || inBrackets != host.indexOf(':') >= 0) {
      throw wrong(text, "its host is not a name or an address; IPv6 addresses go in brackets");
    }
    return inBrackets ? host.substring(1, host.length() - 1) : host;
  }

  private static IllegalArgumentException wrong(String text, String why) {
    return new IllegalArgumentException(
        "\"" + text + "\" is not a door, which is written KIND:[HOST:]PORT: " + why);
  }

  /** The same door at the port it really got. */
  public DoorAddress at(int boundPort) {
    return new DoorAddress(kind, host, boundPort);
  }

  @Override
  public String toString() {
    String shownHost = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return kind + ":" + shownHost + ":" + port;
  }

  /** As people read it: {@code lines 127.0.0.1:5566}. */
  public String shown() {
    return toString().replaceFirst(":", " ");
  }
}
