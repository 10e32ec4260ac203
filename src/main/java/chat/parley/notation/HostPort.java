package chat.parley.notation;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the network, written {@code HOST:PORT}; an IPv6 host is in brackets.
 *
 * @param host a name or an address, IPv6 without brackets and in its short form
 */
public record HostPort(String host, int port) {
  private static final int MAX_PORT = 65535;
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
  private static final Pattern ZONE = Pattern.compile("(%[A-Za-z0-9_.-]+)?");

  /** No white space, and nothing that belongs to a whole URL. */
  private static final Pattern NAME = Pattern.compile("[^\\s\\p{Cntrl}\\[\\]/@%?#]+");

  /** The two parts as they are written; empty for one that is left out. */
  private record Parts(Optional<String> host, Optional<String> port) {}

  /**
   * Reads where to connect to.
   *
   * @throws NotationException saying what is wrong with {@code text}
   */
  public static HostPort toConnect(String text) {
    Parts parts = split(text, false);
    return new HostPort(host(parts.host().orElse("")), port(parts, 1));
  }

  /**
   * Reads where to connect to, {@code HOST[:PORT]}.
   *
   * @param defaultPort what counts when there is none
   * @throws NotationException saying what is wrong with {@code text}
   */
  public static HostPort toConnect(String text, int defaultPort) {
    Parts parts = split(text, false);
    int port = parts.port().isEmpty() ? defaultPort : port(parts, 1);
    return new HostPort(host(parts.host().orElse("")), port);
  }

  /**
   * Reads where to listen, {@code [HOST:]PORT}; port 0 is any that is free.
   *
   * @param defaultHost what counts when there is none
   * @throws NotationException saying what is wrong with {@code text}
   */
  public static HostPort toListen(String text, String defaultHost) {
    Parts parts = split(text, true);
    return new HostPort(parts.host().map(HostPort::host).orElse(defaultHost), port(parts, 0));
  }

  /**
   * @param portAlone whether a part that is alone is the port
   */
  private static Parts split(String text, boolean portAlone) {
    if (text.startsWith("[")) {
      return splitAtBracket(text);
    }
    int colon = text.indexOf(':');
    if (colon != text.lastIndexOf(':')) {
      throw new NotationException("an IPv6 address goes in brackets");
    }
    if (colon < 0) {
      return portAlone
          ? new Parts(Optional.empty(), Optional.of(text))
          : new Parts(Optional.of(text), Optional.empty());
    }
    return new Parts(Optional.of(text.substring(0, colon)), Optional.of(text.substring(colon + 1)));
  }

  private static Parts splitAtBracket(String text) {
    int end = text.indexOf(']') + 1;
    if (end == 0) {
      throw new NotationException("its bracket is not closed");
    }
    if (end < text.length() && text.charAt(end) != ':') {
      throw new NotationException("behind its bracket belongs :PORT");
    }
    return new Parts(
        Optional.of(text.substring(0, end)),
        end == text.length() ? Optional.empty() : Optional.of(text.substring(end + 1)));
  }

  private static String host(String written) {
    if (written.isEmpty()) {
      throw new NotationException("it has no host");
    }
    if (written.startsWith("[")) {
      return inBrackets(written.substring(1, written.length() - 1));
    }
    boolean address = IpText.isMeantBy(written);
    if (address ? IpText.parse(written).isEmpty() : !NAME.matcher(written).matches()) {
      throw NotationException.not("a host, such as localhost, 192.0.2.7 or [2001:db8::7]", written);
    }
    return written;
  }

  private static String inBrackets(String written) {
    int zone = written.indexOf('%');
    String address = zone < 0 ? written : written.substring(0, zone);
    String rest = zone < 0 ? "" : written.substring(zone);
    Optional<InetAddress> parsed = IpText.parse(address);
    if (address.indexOf(':') < 0 || parsed.isEmpty() || !ZONE.matcher(rest).matches()) {
      throw new NotationException(
          "brackets are for IPv6 addresses, and " + NotationException.quoted(written) + " is none");
    }
    return IpText.of(parsed.get()) + rest;
  }

  private static int port(Parts parts, int min) {
    String written = parts.port().orElseThrow(() -> new NotationException("it has no port"));
    int port = PORT.matcher(written).matches() ? Integer.parseInt(written) : -1;
    if (port < min || port > MAX_PORT) {
      throw NotationException.not("a port from " + min + " to " + MAX_PORT, written);
    }
    return port;
  }

  /** As it is read. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
