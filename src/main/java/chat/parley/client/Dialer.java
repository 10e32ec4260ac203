package chat.parley.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import jdk.net.ExtendedSocketOptions;

/** The way to one server: opens connections to it, plain or TLS. */
final class Dialer {
  /** After how many quiet seconds the peer is asked whether it is still there. */
  private static final int KEEPALIVE_SECONDS = 30;

  private final ServerAddress address;
  private final Optional<SSLSocketFactory> tls;
  private final Duration timeout;

  /**
   * @param tls makes TLS sockets; empty for plain ones
   * @param timeout how long an address of the host may take to answer
   */
  Dialer(ServerAddress address, Optional<SSLSocketFactory> tls, Duration timeout) {
    this.address = address;
    this.tls = tls;
    this.timeout = timeout;
  }

  /** Connects to the first of the host's addresses that answers. */
  Socket dial() throws CannotConnect {
    try {
      IOException failure = null;
      for (InetAddress each : InetAddress.getAllByName(address.host())) {
        try {
          return dial(each);
        } catch (IOException e) {
          failure = e;
        }
      }
      throw failure;
    } catch (IOException e) {
      throw new CannotConnect("cannot connect to " + address + ": " + reason(e), e);
    }
  }

  private Socket dial(InetAddress host) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, address.port()), (int) timeout.toMillis());
      socket.setTcpNoDelay(true);
      keepAlive(socket);
      return tls.isPresent() ? secured(tls.get(), socket) : socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** A connection whose other end has vanished without a word is found out in two minutes. */
  private static void keepAlive(Socket socket) throws IOException {
    socket.setKeepAlive(true);
    if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
      socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEPALIVE_SECONDS);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEPALIVE_SECONDS / 2);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, 4);
    }
  }

  private Socket secured(SSLSocketFactory factory, Socket socket) throws IOException {
    SSLSocket secured =
        (SSLSocket) factory.createSocket(socket, address.host(), address.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.setSoTimeout((int) timeout.toMillis());
    secured.startHandshake();
    secured.setSoTimeout(0);
    return secured;
  }

  private String reason(IOException e) {
    if (e instanceof UnknownHostException) {
      return "the host is not known";
    } else if (e instanceof SocketTimeoutException) {
      return "no answer within " + timeout.toSeconds() + " s";
    } else if (e instanceof NoRouteToHostException) {
      return "there is no way to that host";
    } else if (e instanceof ConnectException && has(e, "refused")) {
      return "nothing listens there (connection refused); is the server running?";
    } else if (e instanceof ConnectException && has(e, "unreachable")) {
      return "there is no way to that network";
    } else if (e instanceof SSLException) {
      return tlsReason(e);
    }
    return String.valueOf(e.getMessage());
  }

  private static String tlsReason(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ServerTrustManager.NotTrusted not) {
        return "the server's certificate is not trusted: "
            + not.getMessage()
            + "; if you know it, trust it this once with --trust "
            + not.fingerprint();
      }
    }
    return has(e, "Unsupported or unrecognized SSL message")
        ? "the server does not speak TLS there; leave out --tls"
        : "TLS failed: " + e.getMessage();
  }

  private static boolean has(IOException e, String words) {
    return String.valueOf(e.getMessage()).contains(words);
  }
}
