package chat.parley.server;

import chat.parley.tls.Authority;
import chat.parley.tls.Authority.Issued;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * What servers and clients of tests need to speak TLS with each other: made once, never changed.
 */
public final class TestTls {
  public static final Authority AUTHORITY = Authority.named("parley tests");

  private static final List<String> SETTINGS = settings(AUTHORITY.issue("localhost"));
  private static final SSLContext CONTEXT = AUTHORITY.context(Optional.empty());

  private TestTls() {}

  /** What a server has to be told of its certificate. */
  public static List<String> settings() {
    return SETTINGS;
  }

  private static List<String> settings(Issued issued) {
    try {
      Path folder = Files.createTempDirectory("parley-tests");
      Path certificate = folder.resolve("certificate.pem");
      Path key = folder.resolve("key.pem");
      issued.write(certificate, key);
      List.of(folder, certificate, key).forEach(each -> each.toFile().deleteOnExit());
      return settings(certificate, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a server has to be told of a certificate in these files. */
  public static List<String> settings(Path certificate, Path key) {
    return List.of("parley.tls.certificate=" + certificate, "parley.tls.key=" + key);
  }

  /** TLS on a connection, to a server that the authority vouches for. */
  public static Socket secured(Socket connected) throws IOException {
    return secured(connected, CONTEXT, parameters -> {});
  }

  /** Says more closely how to speak TLS. */
  interface Choice {
    void choose(SSLParameters parameters);
  }

  /** TLS on a connection, in the way that is chosen. */
  public static SSLSocket secured(Socket connected, SSLContext context, Choice choice)
      throws IOException {
    SSLSocket secured =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(connected, "localhost", connected.getPort(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    choice.choose(parameters);
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }
}
