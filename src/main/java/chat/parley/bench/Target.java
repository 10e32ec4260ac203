package chat.parley.bench;

import chat.parley.notation.HostPort;
import chat.parley.notation.NotationException;
import chat.parley.notation.OptionValue;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** The address of the server to measure, {@code HOST:PORT}; an IPv6 host is in brackets. */
final class Target extends OptionValue<HostPort> {

  Target() {
    super(Target::parse);
  }

  private static HostPort parse(String text) {
    try {
      return HostPort.toConnect(text);
    } catch (NotationException e) {
      throw NotationException.not("HOST:PORT: " + e.getMessage(), text);
    }
  }

  /**
   * The first address that {@code target} has.
   *
   * @throws BenchFailed when it has none
   */
  static InetSocketAddress resolved(HostPort target) {
    try {
      InetAddress address = InetAddress.getAllByName(target.host())[0];
      return new InetSocketAddress(address, target.port());
    } catch (UnknownHostException e) {
      throw new BenchFailed("the host " + target.host() + " is not known", e);
    }
  }
}
