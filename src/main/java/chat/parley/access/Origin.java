package chat.parley.access;

import chat.parley.notation.IpText;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Where a connection comes from.
 *
 * @param listener the kind of listener that it came through
 * @param client the client's address
 */
public record Origin(String listener, InetSocketAddress client) {

  /** The client's machine, or what stands before it. */
  public InetAddress host() {
    return client.getAddress();
  }

  /** As the log shows it: {@code lines 127.0.0.1:33162}. */
  @Override
  public String toString() {
    return listener + " " + IpText.of(client);
  }
}
