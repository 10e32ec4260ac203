package chat.parley.listener;

import chat.parley.notation.HostPort;
import chat.parley.notation.NotationException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where a listener is and what is spoken there, written {@code KIND:[HOST:]PORT}.
 *
 * @param host a name or an address, IPv6 without brackets
 * @param port 0 for any that is free
 */
public record ListenerAddress(ListenerKind kind, String host, int port) {

  private static final String DEFAULT_HOST = "127.0.0.1";

  /**
   * Reads {@code KIND:[HOST:]PORT}; an IPv6 host is in brackets.
   *
   * @throws NotationException saying in one line what is wrong with {@code text}
   */
  public static ListenerAddress parse(String text) {
    int afterKind = text.indexOf(':');
    if (afterKind < 0) {
      throw wrong(text, "it has no kind");
    }
    ListenerKind kind = kind(text, text.substring(0, afterKind));
    try {
      HostPort place = HostPort.toListen(text.substring(afterKind + 1), DEFAULT_HOST);
      return new ListenerAddress(kind, place.host(), place.port());
    } catch (NotationException e) {
      throw wrong(text, e.getMessage());
    }
  }

  private static ListenerKind kind(String text, String name) {
    return Arrays.stream(ListenerKind.values())
        .filter(kind -> kind.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    text,
                    "\""
                        + name
                        + "\" is not one of the kinds "
                        + Arrays.stream(ListenerKind.values())
                            .map(ListenerKind::toString)
                            .collect(Collectors.joining(", "))));
  }

  private static NotationException wrong(String text, String why) {
    return NotationException.not("a listener, which is written KIND:[HOST:]PORT: " + why, text);
  }

  /** The same listener at the port it really got. */
  public ListenerAddress at(int boundPort) {
    return new ListenerAddress(kind, host, boundPort);
  }

  @Override
  public String toString() {
    return kind + ":" + new HostPort(host, port);
  }

  /** As people read it: {@code lines 127.0.0.1:5566}. */
  public String shown() {
    return toString().replaceFirst(":", " ");
  }
}
