package chat.parley.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTlsTest {
  private static final Authority AUTHORITY = Authority.named("an authority");

  @TempDir private Path folder;

  private Path file(String name) {
    return folder.resolve(name);
  }

  /** What names two files that begin with {@code name}, which have a new key. */
  private ServerTls withNewKey(String name) throws TlsProblem {
    AUTHORITY.issue("localhost").write(file(name + ".pem"), file(name + "-key.pem"));
    return ServerTls.load(
        new TlsSettings(
            Optional.of(file(name + ".pem")),
            Optional.of(file(name + "-key.pem")),
            Optional.empty(),
            Optional.empty(),
            TlsSettings.PROTOCOLS,
            List.of(),
            TlsSettings.ClientCertificates.NONE,
            Optional.empty(),
            false,
            Duration.ofSeconds(30)));
  }

  @Test
  void readsItsFilesAgainWhenTheyHaveChanged() throws TlsProblem {
    ServerTls tls = withNewKey("a");
    String before = tls.fingerprint();
    String after = withNewKey("a").fingerprint();
    assertThat(tls.fingerprint()).isEqualTo(before);
    tls.lookAtExpiry();
    assertThat(tls.fingerprint()).isEqualTo(after).isNotEqualTo(before);
  }

  @Test
  void keepsWhatItHasWhenTheFilesAreBroken() throws TlsProblem, IOException {
    ServerTls tls = withNewKey("a");
    String before = tls.fingerprint();
    Files.writeString(file("a-key.pem"), "");
    tls.lookAtExpiry();
    assertThatThrownBy(() -> ServerTls.load(tls.settings()))
        .isInstanceOf(TlsProblem.class)
        .hasMessage("parley.tls.key: " + file("a-key.pem") + " is empty");
    assertThat(tls.fingerprint()).isEqualTo(before);
    assertThat(tls.engine().getSupportedProtocols()).contains("TLSv1.3");
  }

  @Test
  void goesOnWithOtherSettings() throws TlsProblem {
    ServerTls tls = withNewKey("a");
    ServerTls other = withNewKey("b");
    tls.replaceBy(other);
    assertThat(tls.fingerprint()).isEqualTo(other.fingerprint());
    assertThat(tls.settings()).isEqualTo(other.settings());
  }

  @Test
  void hasNoWeakCiphersUnlessItIsTold() throws TlsProblem {
    assertThat(withNewKey("a").engine().getEnabledCipherSuites())
        .contains("TLS_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")
        .noneMatch(suite -> suite.contains("_CBC_") || suite.startsWith("TLS_RSA_"));
  }
}
