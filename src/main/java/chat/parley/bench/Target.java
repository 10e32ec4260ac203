package chat.parley.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a server is, written {@code HOST:PORT}; an IPv6 host is in brackets. */
final class Target implements ITypeConverter<InetSocketAddress> {
  private static final int MAX_PORT = 65535;

  @Override
  public InetSocketAddress convert(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    String port = text.substring(colon + 1);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (host.isEmpty() || (host.indexOf(':') >= 0 && !bracketed)) {
      throw new TypeConversionException(
          "\"" + text + "\" is not HOST:PORT (IPv6 addresses in brackets)");
    }
    if (!port.matches("[0-9]{1,5}") || port.equals("0") || Integer.parseInt(port) > MAX_PORT) {
      throw new TypeConversionException("\"" + port + "\" is not a port from 1 to " + MAX_PORT);
    }
    return InetSocketAddress.createUnresolved(
        bracketed ? host.substring(1, host.length() - 1) : host, Integer.parseInt(port));
  }

  /**
   * The first address that {@code target} has.
   *
   * @throws BenchFailed when it has none
   */
  static InetSocketAddress resolved(InetSocketAddress target) {
    try {
      InetAddress address = InetAddress.getAllByName(target.getHostString())[0];
      return new InetSocketAddress(address, target.getPort());
    } catch (UnknownHostException e) {
      throw new BenchFailed("the host " + target.getHostString() + " is not known", e);
    }
  }

  /** {@code HOST:PORT} as it is read. */
  static String shown(InetSocketAddress target) {
    String host = target.getHostString();
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + target.getPort();
  }
}
