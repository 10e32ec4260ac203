package chat.parley.patience;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * How a test connects to a server.
 *
 * @param from the address of this machine to come from; empty for the usual one
 * @param receiveBuffer how many bytes the kernel is to hold until they are read; 0 for its default
 * @param patience how long something to read may take
 * @param layer what is put on the connection
 */
public record Dial(String from, int receiveBuffer, Duration patience, LineSocket.Layer layer) {
  /** The usual way. */
  public static final Dial USUAL = new Dial("", 0, Wait.PATIENCE, plain -> plain);

  public Dial from(String address) {
    return new Dial(address, receiveBuffer, patience, layer);
  }

  public Dial receiveBuffer(int bytes) {
    return new Dial(from, bytes, patience, layer);
  }

  public Dial patience(Duration time) {
    return new Dial(from, receiveBuffer, time, layer);
  }

  public Dial layer(LineSocket.Layer upper) {
    return new Dial(from, receiveBuffer, patience, upper);
  }

  /** Connects; a connection on which something goes wrong until it can be spoken on is closed. */
  public LineSocket to(InetSocketAddress server) throws IOException {
    Socket socket = new Socket();
    try {
      if (receiveBuffer > 0) {
        socket.setReceiveBufferSize(receiveBuffer);
      }
      if (!from.isEmpty()) {
        socket.bind(new InetSocketAddress(from, 0));
      }
      socket.connect(server, Math.toIntExact(Wait.PATIENCE.toMillis()));
      return new LineSocket("the server", socket, patience, layer);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }
}
