package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.config.Settings;
import chat.parley.tls.TlsSettings;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How a tls listener speaks TLS, and with whom it does not, docs/protocol.md, over real sockets.
 */
class TlsListenerTest {
  static final List<String> PROTOCOLS = TlsSettings.PROTOCOLS;

  private static final String LISTENER_SPEAKS_TLS =
      "* this listener speaks TLS; connect with parley chat --tls or openssl s_client";

  private static final SSLContext TRUSTING = TestTls.AUTHORITY.context(Optional.empty());

  private static TestClient connects(TestServer server, TestTls.Choice choice) {
    return new TestClient(
        server.lines(), connected -> TestTls.secured(connected, TRUSTING, choice));
  }

  @ParameterizedTest
  @FieldSource("PROTOCOLS")
  void speaksTheVersionsThatAreTakenForSafe(String version) {
    AtomicReference<SSLSocket> socket = new AtomicReference<>();
    try (TestServer server = TestServer.secured();
        TestClient alice = server.joins("alice");
        TestClient bob =
            new TestClient(
                server.lines(),
                connected -> {
                  socket.set(
                      TestTls.secured(
                          connected,
                          TRUSTING,
                          chosen -> chosen.setProtocols(new String[] {version})));
                  return socket.get();
                })) {
      assertThat(socket.get().getSession().getProtocol()).isEqualTo(version);
      bob.introducedAs("bob");
      alice.hears("* bob has joined");
      bob.says("hi");
      alice.hears("[bob] hi");
    }
  }

  /** Java no longer speaks it, so this is a hello written by hand. */
  @Test
  void refusesOlderVersions() {
    ByteBuffer hello = ByteBuffer.allocate(50);
    hello.put(new byte[] {22, 3, 1, 0, 45, 1, 0, 0, 41, 3, 2});
    hello.position(hello.position() + 32); // random
    hello.put(new byte[] {0, 0, 2, 0, 0x2f, 1, 0}); // no session, one suite, no compression
    try (TestServer server = TestServer.secured()) {
      try (TestClient old = TestClient.plain(server.lines())) {
        old.sends(hello.array());
        old.hearsBytes(new byte[] {21, 3, 3, 0, 2, 2, 70}); // alert: fatal, protocol version
        old.hearsTheEnd();
      }
      server.hasSessions(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
        "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
        "TLS_RSA_WITH_AES_256_GCM_SHA384"
      })
  void refusesWeakCiphers(String suite) {
    try (TestServer server = TestServer.secured()) {
      assertThatThrownBy(() -> connects(server, only("TLSv1.2", suite)))
          .hasCauseInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void speaksOnlyTheVersionsAndCiphersThatItIsTold() {
    String suite = "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
    try (TestServer server =
        TestServer.secured(
            "parley.tls.protocols=[TLSv1.2]", "parley.tls.ciphers=[" + suite + "]")) {
      connects(server, only("TLSv1.2", suite)).introducedAs("alice").close();
      assertThatThrownBy(
              () -> connects(server, only("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384")))
          .hasCauseInstanceOf(SSLHandshakeException.class);
      assertThatThrownBy(
              () -> connects(server, chosen -> chosen.setProtocols(new String[] {"TLSv1.3"})))
          .hasCauseInstanceOf(SSLHandshakeException.class);
    }
  }

  private static TestTls.Choice only(String version, String suite) {
    return chosen -> {
      chosen.setProtocols(new String[] {version});
      chosen.setCipherSuites(new String[] {suite});
    };
  }

  @Test
  void disconnectsWhoWantsASecondHandshake() throws IOException {
    AtomicReference<SSLSocket> socket = new AtomicReference<>();
    try (TestServer server = TestServer.secured();
        TestClient alice = server.joins("alice");
        TestClient bob =
            new TestClient(
                server.lines(),
                connected -> {
                  socket.set(
                      TestTls.secured(
                          connected,
                          TRUSTING,
                          chosen -> chosen.setProtocols(new String[] {"TLSv1.2"})));
                  return socket.get();
                })) {
      bob.introducedAs("bob");
      alice.hears("* bob has joined");
      socket.get().startHandshake();
      alice.hears("* bob has left");
      alice.hasHeardNothingElse();
    }
  }

  @Test
  void tellsAClientThatSpeaksFirstAndPlainlyWhatTheListenerSpeaks() {
    try (TestServer server = TestServer.secured()) {
      for (String first : List.of("alice\n", "GET / HTTP/1.1\r\n\r\n", "\n")) {
        try (TestClient plain = TestClient.plain(server.lines())) {
          plain.sends(first);
          plain.hears(LISTENER_SPEAKS_TLS);
          plain.hearsTheEnd();
        }
      }
      server.hasSessions(0);
    }
  }

  @Test
  void tellsAClientThatWaitsWhatTheListenerSpeaks() {
    try (TestServer server = TestServer.secured("parley.tls.handshake-within=200 ms")) {
      try (TestClient plain = TestClient.plain(server.lines())) {
        plain.hears(LISTENER_SPEAKS_TLS);
        plain.hearsTheEnd();
      }
      server.hasSessions(0);
    }
  }

  @Test
  void cutsOffWhoDoesNotBringItsHandshakeToAnEnd() {
    try (TestServer server = TestServer.secured("parley.tls.handshake-within=1 s");
        TestClient slow = TestClient.plain(server.lines())) {
      slow.sends(new byte[] {22, 3, 1, 1, 0});
      slow.isCutOff();
      server.hasSessions(0);
    }
  }

  @Test
  void forgetsWhoGoesBeforeTheHandshakeIsDone() {
    try (TestServer server = TestServer.secured()) {
      TestClient.plain(server.lines()).close();
      TestClient.plain(server.lines()).isKilled();
      TestClient half = TestClient.plain(server.lines());
      half.sends(new byte[] {22, 3, 1, 1, 0, 1});
      half.close();
      TestClient dead = TestClient.plain(server.lines());
      dead.sends(new byte[] {22, 3, 1, 1, 0, 1});
      dead.isKilled();
      TestClient alice = server.joins("alice");
      server.hasSessions(1);
      alice.close();
    }
  }

  @Test
  void doesNotWaitForHandshakesWhenItGoesDown() {
    TestServer server = TestServer.secured();
    try (TestClient quiet = TestClient.plain(server.lines());
        TestClient slow = TestClient.plain(server.lines());
        TestClient alice = server.joins("alice")) {
      slow.sends(new byte[] {22, 3, 1, 1, 0, 1});
      server.hasSessions(3);
      server.close();
      alice.hears("* the server is going down");
      alice.hearsTheEnd();
      slow.isCutOff();
      quiet.isCutOff();
    }
  }

  @Test
  void disconnectsWhoseRecordsHaveBeenTamperedWith() throws IOException {
    AtomicReference<Socket> connection = new AtomicReference<>();
    try (TestServer server = TestServer.secured();
        TestClient alice = server.joins("alice");
        TestClient bob =
            new TestClient(
                server.lines(),
                connected -> {
                  connection.set(connected);
                  return TestTls.secured(connected);
                })) {
      bob.introducedAs("bob");
      alice.hears("* bob has joined");
      connection.get().getOutputStream().write(new byte[] {23, 3, 3, 0, 20});
      connection.get().getOutputStream().write(new byte[20]);
      alice.hears("* bob has left");
    }
  }

  /** As Python's sockets do. */
  @Test
  void saysWhatWasSentBeforeAConnectionWasClosedWithoutAGoodbye() throws IOException {
    AtomicReference<Socket> connection = new AtomicReference<>();
    try (TestServer server = TestServer.secured();
        TestClient alice = server.joins("alice");
        TestClient bob =
            new TestClient(
                server.lines(),
                connected -> {
                  connection.set(connected);
                  return TestTls.secured(connected);
                })) {
      bob.sends("bob\nhi\n");
      connection.get().shutdownOutput();
      alice.hears("* bob has joined", "[bob] hi", "* bob has left");
    }
  }

  @Test
  void saysWhatWasSentBeforeAnOldGoodbye() {
    try (TestServer server = TestServer.secured();
        TestClient alice = server.joins("alice")) {
      TestClient bob = connects(server, chosen -> chosen.setProtocols(new String[] {"TLSv1.2"}));
      bob.hearsLineStarting("* Welcome");
      bob.sends("bob\nhi\n");
      bob.close();
      alice.hears("* bob has joined", "[bob] hi", "* bob has left");
    }
  }

  @Test
  void hasConnectionsThatItDoesNotAdmitClosedWithoutAHandshake() {
    try (TestServer server = TestServer.secured("parley.limits.connections=1");
        TestClient alice = server.joins("alice");
        TestClient late = TestClient.plain(server.lines())) {
      late.hearsTheEnd();
      alice.hasHeardNothingElse();
    }
  }

  @Test
  void sharesItsRoomsWithTheOtherListeners() {
    try (Server server =
            Server.start(Settings.of(List.of("tls:0", "lines:0"), TestTls.settings(), List.of()));
        TestClient alice = TestClient.named("alice", server.listeners().get(0));
        TestClient bob = TestClient.named("bob", server.listeners().get(1))) {
      alice.hears("* bob has joined");
      alice.says("is this safe?");
      bob.hears("[alice] is this safe?");
      bob.says("half of it");
      alice.hears("[bob] half of it");
    }
  }

  @Test
  void passesOnBytesOfAllSizes() {
    try (TestServer server = TestServer.secured("parley.lines.max-line=1000000");
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob")) {
      alice.hears("* bob has joined");
      for (int length : new int[] {1, 16_383, 16_384, 16_385, 40_000, 999_999}) {
        String line = "x".repeat(length);
        alice.says(line);
        bob.hears("[alice] " + line);
      }
    }
  }
}
