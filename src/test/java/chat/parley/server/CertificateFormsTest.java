package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates and keys of all forms, over real sockets. */
class CertificateFormsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void servesWithKeysOfBothKinds(String kind) {
    Path certificate = folder.resolve("certificate.pem");
    Path key = folder.resolve("key.pem");
    TestTls.AUTHORITY.issue("localhost", kind).write(certificate, key);
    serves(TestTls.settings(certificate, key));
  }

  @Test
  void servesWithAChain() {
    Path certificate = folder.resolve("certificate.pem");
    Path key = folder.resolve("key.pem");
    TestTls.AUTHORITY.below("between").issue("localhost").write(certificate, key);
    assertThat(certificate).content().containsPattern("(?s)(BEGIN CERT.*){2}");
    serves(TestTls.settings(certificate, key));
  }

  @Test
  void servesWithAKeystore() throws IOException {
    Path store = folder.resolve("store.p12");
    TestTls.AUTHORITY.issue("localhost").writeStore(store, "pass word");
    Path password = Files.writeString(folder.resolve("password"), "pass word\n");
    serves(
        List.of("parley.tls.keystore=" + store, "parley.tls.keystore-password-file=" + password));
  }

  private static void serves(List<String> settings) {
    try (Server server = Server.start(Settings.of(List.of("tls:0"), settings, List.of()));
        TestClient alice = TestClient.named("alice", server.listeners().get(0))) {
      alice.hasHeardNothingElse();
    }
  }
}
