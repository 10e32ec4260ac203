package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import chat.parley.notation.Fingerprint;
import chat.parley.patience.Child;
import chat.parley.patience.Wait;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Against a TLS server of the test's own, whose certificate keytool has made. */
@Timeout(60)
@Execution(ExecutionMode.SAME_THREAD)
class ServerTrustManagerTest {
  private static final int PATIENCE_MS = (int) Wait.PATIENCE.toMillis();
  private static final char[] PASSWORD = "only for this test".toCharArray();

  @TempDir private static Path directory;
  private static ServerSocket server;
  private static String fingerprint;

  @BeforeAll
  static void openTlsListener() throws IOException, GeneralSecurityException {
    Path file = directory.resolve("server.p12");
    Child.run(
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-dname",
            "CN=somewhere.example",
            "-keyalg",
            "EC",
            "-keystore",
            file.toString(),
            "-storepass",
            new String(PASSWORD)));

    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    byte[] certificate = keys.getCertificate("server").getEncoded();
    fingerprint =
        HexFormat.ofDelimiter(":")
            .withUpperCase()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server =
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    server.setSoTimeout(PATIENCE_MS);
  }

  @AfterAll
  static void closeTlsListener() throws IOException {
    server.close();
  }

  @Test
  void refusesACertificateThatNobodyVouchesForAndTellsHowToTrustIt() {
    CompletableFuture<Void> refused =
        CompletableFuture.runAsync(ServerTrustManagerTest::expectRefusal);
    assertThatExceptionOfType(CannotConnect.class)
        .isThrownBy(() -> connect(Optional.empty()))
        .withMessage(
            "cannot connect to 127.0.0.1:%d: the server's certificate is not trusted: no authority"
                + " that this machine knows has signed it; if you know it, trust it this once with"
                + " --trust %s",
            server.getLocalPort(), fingerprint);
    Wait.forResult("the refused connection's end", refused);
  }

  @Test
  void refusesAnyOtherCertificateThanTheOneThatIsTrusted() {
    CompletableFuture<Void> refused =
        CompletableFuture.runAsync(ServerTrustManagerTest::expectRefusal);
    assertThatExceptionOfType(CannotConnect.class)
        .isThrownBy(() -> connect(Optional.of(Fingerprint.parse("00".repeat(32)))))
        .withMessageContaining("it is not the one given with --trust")
        .withMessageContaining(fingerprint);
    Wait.forResult("the refused connection's end", refused);
  }

  @Test
  void chatsOverTlsWhenTheFingerprintIsTrusted() throws IOException {
    String typed = fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
    CompletableFuture<LinesPeer> accepted =
        CompletableFuture.supplyAsync(ServerTrustManagerTest::accept);
    ClientUnderTest client = connect(Optional.of(Fingerprint.parse(typed)));
    try (LinesPeer peer = Wait.forResult("the client to connect", accepted)) {
      peer.admit("bob");
      client.type("hi");
      client.endInput();
      assertThat(peer.hear()).isEqualTo("hi");
      peer.say("[alice] hello over TLS");
      client.awaitInputEnd();
    }
    assertThat(client.end()).isEmpty();
    assertThat(client.shown()).endsWith("[alice] hello over TLS\n");
  }

  @Test
  void saysThatAServerDoesNotSpeakTls() throws IOException {
    try (ServerSocket plain = LinesPeer.listen(0)) {
      CompletableFuture<Void> greeted =
          CompletableFuture.runAsync(
              () -> {
                try (LinesPeer peer = LinesPeer.accept(plain)) {
                  peer.say("* Welcome to parley! What is your name?");
                  peer.hear();
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      assertThatExceptionOfType(CannotConnect.class)
          .isThrownBy(
              () ->
                  ClientUnderTest.secured(
                      plain, "127.0.0.1", "bob", ServerTrustManager.sockets(Optional.empty())))
          .withMessageEndingWith("the server does not speak TLS there; leave out --tls");
      Wait.forResult("the end of the server's greeting", greeted);
    }
  }

  private static ClientUnderTest connect(Optional<String> trusted) throws IOException {
    return ClientUnderTest.secured(server, "127.0.0.1", "bob", ServerTrustManager.sockets(trusted));
  }

  private static LinesPeer accept() {
    try {
      SSLSocket socket = (SSLSocket) server.accept();
      socket.setSoTimeout(PATIENCE_MS);
      socket.startHandshake();
      return new LinesPeer(socket);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void expectRefusal() {
    try (SSLSocket socket = (SSLSocket) server.accept()) {
      socket.setSoTimeout(PATIENCE_MS);
      // An alert of the client, or no more than a reset, whichever comes first.
      assertThatIOException().isThrownBy(socket::startHandshake);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
