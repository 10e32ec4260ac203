package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.tls.Authority;
import chat.parley.tls.Authority.Issued;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tls listener makes of its clients' certificates, over real sockets. */
class ClientCertificateTest {
  private static final Authority CLIENTS = Authority.named("people");
  private static final Issued BOB = CLIENTS.issue("bob");

  @TempDir private static Path folder;

  @BeforeAll
  static void writeTheAuthority() {
    CLIENTS.write(folder.resolve("people.pem"));
  }

  private static TestServer server(String wanted, String nameFromCertificate) {
    return TestServer.secured(
        "parley.tls.client-certificates=" + wanted,
        "parley.tls.client-ca=" + folder.resolve("people.pem"),
        "parley.tls.name-from-certificate=" + nameFromCertificate);
  }

  private static TestClient shows(Issued certificate, TestServer server) {
    SSLContext context = TestTls.AUTHORITY.context(Optional.of(certificate));
    return new TestClient(
        server.lines(), connected -> TestTls.secured(connected, context, chosen -> {}));
  }

  /** In TLS 1.3 the client has done its part by then, and learns it from what it reads. */
  private static void isRefused(TestClient client) {
    assertThatThrownBy(client::line)
        .cause()
        .isInstanceOf(IOException.class)
        .hasMessageMatching("(?s).*(certificate|Broken pipe|reset).*");
    client.close();
  }

  @Test
  void aRequiredCertificateLetsIn() {
    try (TestServer server = server("required", "off");
        TestClient bob = shows(BOB, server)) {
      bob.introducedAs("robert");
    }
  }

  @Test
  void isHeardWhoShowsItAndEndsItsSideAtOnce() {
    try (TestServer server = server("required", "on");
        TestClient listener = shows(CLIENTS.issue("listener"), server)) {
      listener.hearsLineStarting("* you are in");
      for (int i = 0; i < 5; i++) {
        TestClient bob = shows(BOB, server);
        bob.says("hello");
        bob.endsItsSide();
        listener.hears("* bob has joined", "[bob] hello", "* bob has left");
        bob.close();
        listener.awaitsGone("bob");
      }
    }
  }

  @Test
  void withoutARequiredCertificateNobodyGetsIn() {
    try (TestServer server = server("required", "off")) {
      isRefused(server.connects());
      server.hasSessions(0);
    }
  }

  @Test
  void theCertificateOfAnotherAuthorityIsRefused() {
    for (String wanted : new String[] {"required", "wanted"}) {
      try (TestServer server = server(wanted, "off")) {
        // Which a client shows only if it takes the names of authorities it is given for no bound.
        isRefused(shows(Authority.named("people").issue("bob"), server));
        server.hasSessions(0);
      }
    }
  }

  @Test
  void aWantedCertificateMayBeMissing() {
    try (TestServer server = server("wanted", "on");
        TestClient alice = server.joins("alice");
        TestClient bob = shows(BOB, server)) {
      bob.hears("* you are in lobby with alice");
      alice.hears("* bob has joined");
    }
  }

  @Test
  void aCertificateGivesItsName() {
    try (TestServer server = server("required", "on");
        TestClient bob = shows(BOB, server)) {
      bob.hears("* you are in lobby with nobody else");
      try (TestClient anna = shows(CLIENTS.issue("anna"), server)) {
        anna.sends("hi\n");
        bob.hears("* anna has joined", "[anna] hi");
      }
    }
  }

  @Test
  void whoSpeaksAnotherProtocolIsToldSoWhateverItsCertificate() {
    try (TestServer server = server("required", "on");
        TestClient anna = shows(CLIENTS.issue("anna"), server)) {
      anna.hears("* you are in lobby with nobody else");
      try (TestClient bob = shows(BOB, server)) {
        bob.sends("GET / HTTP/1.1\r\nHost: parley.example\r\n\r\n");
        bob.hearsLineStarting("* you are in lobby with anna");
        bob.hearsLineStarting("* this is a chat of plain lines of text and does not speak HTTP");
        bob.hearsTheEnd();
        anna.hears("* bob has joined", "* bob has left");
      }
    }
  }

  @Test
  void aNameThatIsTakenOrNoneIsNotGiven() {
    try (TestServer server = server("required", "on");
        TestClient bob = shows(BOB, server);
        TestClient nobody = shows(CLIENTS.issue("bob smith"), server);
        TestClient turned = shows(CLIENTS.issue("\u202ebob"), server)) {
      bob.hears("* you are in lobby with nobody else");
      TestClient again = shows(BOB, server);
      again.hears("* bob, the name in your certificate, is taken; goodbye");
      again.hearsTheEnd();
      nobody.hears(
          "* a name is 1 to 32 letters and digits; the one in your certificate is not; goodbye");
      nobody.hearsTheEnd();
      turned.hearsLineStarting(
          "* a name is 1 to 32 letters and digits; the one in your certificate");
      turned.hearsTheEnd();
      bob.hasHeardNothingElse();
    }
  }
}
