package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import chat.parley.patience.Wait;
import chat.parley.tls.Authority.Issued;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What becomes of a server whose certificate is replaced, or is too old, over real sockets. */
class NewCertificateTest {
  private static final Issued OLD = TestTls.AUTHORITY.issue("localhost");
  private static final Issued NEW = TestTls.AUTHORITY.issue("localhost");

  @TempDir private Path folder;

  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> log =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          if (event.getFormattedMessage().contains(folder.toString())) {
            logged.add(event.getLevel() + " " + event.getFormattedMessage());
          }
        }
      };

  private static Logger logger() {
    // While another thread sets logging up, there is something else in its place.
    Wait.until(
        "logging to be set up", () -> LoggerFactory.getILoggerFactory() instanceof LoggerContext);
    return (Logger) LoggerFactory.getLogger("chat.parley.tls.ServerTls");
  }

  @BeforeEach
  void listenToTheLog() {
    log.start();
    logger().setLevel(Level.INFO);
    logger().addAppender(log);
  }

  @AfterEach
  void listenNoMore() {
    logger().detachAppender(log);
  }

  private Path certificate() {
    return folder.resolve("certificate.pem");
  }

  private Path key() {
    return folder.resolve("key.pem");
  }

  private TestServer serverWith(Issued issued) {
    issued.write(certificate(), key());
    return TestServer.secured(TestTls.settings(certificate(), key()).toArray(String[]::new));
  }

  private static X509Certificate shownTo(TestServer server, String name) {
    AtomicReference<X509Certificate> shown = new AtomicReference<>();
    try (TestClient client =
        new TestClient(
            server.lines(),
            connected -> {
              SSLSocket secured = (SSLSocket) TestTls.secured(connected);
              shown.set((X509Certificate) secured.getSession().getPeerCertificates()[0]);
              return secured;
            })) {
      client.introducedAs(name);
    }
    return shown.get();
  }

  private static void waitsUntil(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(20_000_000);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private static void isShown(Issued expected, TestServer server) {
    waitsUntil(() -> shownTo(server, "x").equals(expected.chain().get(0)));
  }

  @Test
  void aNewOneIsShownToWhoeverComesNext() {
    try (TestServer server = serverWith(OLD);
        TestClient alice = server.joins("alice")) {
      assertThat(shownTo(server, "bob")).isEqualTo(OLD.chain().get(0));
      alice.hears("* bob has joined", "* bob has left");
      NEW.write(certificate(), key());
      isShown(NEW, server);
      alice.hearsAmong("* x has ", "* x has left");
      alice.says("still here");
    }
    assertThat(logged).singleElement().asString().startsWith("INFO read again: ");
  }

  @Test
  void aBrokenOneIsNotAndTheLogSaysItOnce() throws IOException {
    try (TestServer server = serverWith(OLD)) {
      Path nonsense = Files.writeString(folder.resolve("nonsense"), "nonsense");
      Files.move(nonsense, certificate(), StandardCopyOption.ATOMIC_MOVE);
      waitsUntil(
          () -> {
            assertThat(shownTo(server, "bob")).isEqualTo(OLD.chain().get(0));
            return !logged.isEmpty();
          });
      Files.delete(certificate());
      waitsUntil(
          () -> {
            assertThat(shownTo(server, "bob")).isEqualTo(OLD.chain().get(0));
            return logged.size() == 2;
          });
      NEW.write(certificate(), key());
      isShown(NEW, server);
    }
    assertThat(logged.get(0))
        .startsWith("WARN parley.tls.certificate: ")
        .contains("not a PEM file");
    assertThat(logged.get(1))
        .startsWith("WARN parley.tls.certificate: ")
        .contains(" cannot be read: there is no such file; ")
        .endsWith(" stays in use");
    assertThat(logged).hasSize(3);
  }

  @Test
  void keyAndCertificateMayBeReplacedOneAfterTheOther() {
    try (TestServer server = serverWith(OLD)) {
      NEW.write(folder.resolve("ignored.pem"), key());
      waitsUntil(
          () -> {
            assertThat(shownTo(server, "bob")).isEqualTo(OLD.chain().get(0));
            return !logged.isEmpty();
          });
      NEW.write(certificate(), key());
      isShown(NEW, server);
    }
    assertThat(logged.get(0)).contains("does not belong to the first certificate");
  }

  @Test
  void isWarnedOfWhenItIsNotGoodForLong() {
    Instant end = Instant.now().plus(Duration.ofDays(3)).plus(Duration.ofHours(1));
    try (TestServer server = serverWith(TestTls.AUTHORITY.issue("localhost", end))) {
      waitsUntil(() -> !logged.isEmpty());
      shownTo(server, "bob");
    }
    assertThat(logged).singleElement().asString().contains("WARN ", " expires in 3 d, on 20");
  }

  @Test
  void isWarnedOfWhenItHasExpired() {
    Instant end = Instant.now().minus(Duration.ofDays(1));
    TestServer server = serverWith(TestTls.AUTHORITY.issue("localhost", end));
    waitsUntil(() -> !logged.isEmpty());
    server.close();
    assertThat(logged).singleElement().asString().contains("WARN ", " has expired on 20");
  }
}
