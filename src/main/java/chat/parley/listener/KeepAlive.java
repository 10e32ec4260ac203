package chat.parley.listener;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;
import org.apache.pekko.io.Inet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the kernel ask a client that is silent whether it is still there, so that one whose network
 * went away without a word does not stay in its room. It is asked for the first time after {@code
 * time}, and then {@link #PROBES} times within as much again: after twice {@code time} without an
 * answer the connection fails. A kernel that cannot be told the times uses its own, and it is
 * logged once for the listener.
 */
final class KeepAlive extends Inet.AbstractSocketOptionV2 {
  private static final Logger log = LoggerFactory.getLogger(KeepAlive.class);
  private static final int PROBES = 6;

  private volatile Duration time;
  private volatile boolean warned;

  KeepAlive(Duration time) {
    this.time = time;
  }

  /**
   * For those who come from now on.
   *
   * @param newTime whole seconds; zero for never
   */
  void set(Duration newTime) {
    time = newTime;
  }

  @Override
  public void afterConnect(Socket socket) {
    int seconds = Math.toIntExact(time.toSeconds());
    try {
      socket.setKeepAlive(seconds > 0);
      if (seconds > 0) {
        set(socket, ExtendedSocketOptions.TCP_KEEPIDLE, seconds);
        set(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, Math.max(1, seconds / PROBES));
        set(socket, ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);
      }
    } catch (IOException e) {
      // Nobody is turned away for it: most likely the client has gone already.
      log.debug("keep-alive was not set", e);
    }
  }

  private void set(Socket socket, SocketOption<Integer> option, int value) throws IOException {
    if (socket.supportedOptions().contains(option)) {
      socket.setOption(option, value);
    } else if (!warned) {
      warned = true;
      log.warn(
          "parley.session.keep-alive is not heeded: this system has no {}; its own time applies",
          option);
    }
  }
}
