package chat.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.config.Settings;
import chat.parley.patience.Child;
import chat.parley.server.Server;
import chat.parley.server.TestTls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command that makes a certificate to begin with. */
class CertificateCommandTest {
  private static final Pattern TRUST =
      Pattern.compile("chat (--trust [0-9A-F:]{95}) NAME@\\S+:6697");

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private int makes(String... more) {
    String[] args =
        Stream.concat(Stream.of("certificate", "--into", folder.toString()), Stream.of(more))
            .toArray(String[]::new);
    return run(args);
  }

  private X509Certificate certificate() throws IOException, GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(Files.readAllBytes(folder.resolve("certificate.pem"))));
  }

  @Test
  void makesWhatAServerStartsWithAndAClientTrusts() throws IOException {
    assertThat(makes("--self-signed", "localhost")).as(err.toString()).isZero();
    Matcher trust = TRUST.matcher(out.toString());
    assertThat(trust.find()).as(out.toString()).isTrue();
    List<String> settings =
        TestTls.settings(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
    try (Server server = Server.start(Settings.of(List.of("tls:0"), settings, List.of()))) {
      String fingerprint = trust.group(1).substring("--trust ".length());
      String address = "bob@127.0.0.1:" + server.listeners().get(0).port();
      ProcessBuilder builder =
          Child.java(Main.class, List.of(), List.of("chat", "--trust", fingerprint, address));
      try (Child client =
          Child.start("the client", builder.redirectError(ProcessBuilder.Redirect.DISCARD))) {
        assertThat(client.output().next()).isEqualTo("* Welcome to parley! What is your name?");
        assertThat(client.output().next()).isEqualTo("* you are in lobby with nobody else");
        client.input().write("/quit\n");
        client.input().close();
        assertThat(client.end()).isZero();
      }
    }
  }

  @Test
  void writesAllHostsIntoItAndTheKeyForItsOwnerOnly() throws IOException, GeneralSecurityException {
    assertThat(
            makes(
                "--self-signed",
                "chat.example",
                "--self-signed",
                "192.0.2.1",
                "--self-signed",
                "::1"))
        .as(err.toString())
        .isZero();
    assertThat(certificate().getSubjectAlternativeNames())
        .extracting(each -> each.get(1).toString())
        .containsExactly("chat.example", "192.0.2.1", "0:0:0:0:0:0:0:1");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key.pem"))))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void replacesNothingUnlessItIsForcedTo() throws IOException {
    Path there = Files.writeString(folder.resolve("key.pem"), "mine");
    assertThat(makes("--self-signed", "localhost")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("parley: " + there + " is there already; --force replaces it");
    assertThat(there).hasContent("mine");
    assertThat(folder.resolve("certificate.pem")).doesNotExist();
    assertThat(makes("--self-signed", "localhost", "--force")).isZero();
    assertThat(there).content().startsWith("-----BEGIN PRIVATE KEY-----");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(there)))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "certificate",
        "certificate --self-signed",
        "certificate --self-signed x,dns:y",
        "certificate --self-signed localhost --days 0"
      })
  void saysInOneLineWhatIsWrongWithTheCommandLine(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(err.toString()).startsWith("parley: ").hasLineCount(1);
  }
}
