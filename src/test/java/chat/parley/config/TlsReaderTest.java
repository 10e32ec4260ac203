package chat.parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.listener.ListenerSettings;
import chat.parley.tls.Authority;
import chat.parley.tls.Authority.Issued;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server makes of the files and settings of TLS before it starts. */
class TlsReaderTest {
  private static final Authority AUTHORITY = Authority.named("an authority");

  private static final Issued ONE = AUTHORITY.issue("one");

  @TempDir private static Path shared;

  @BeforeAll
  static void writeGoodFiles() throws IOException {
    ONE.write(shared.resolve("good.pem"), shared.resolve("good-key.pem"));
    ONE.writeStore(shared.resolve("good.p12"), "secret");
    Files.writeString(shared.resolve("password"), "secret\n");
    Files.writeString(shared.resolve("other-password"), "other\n");
    AUTHORITY.issue("two").write(shared.resolve("two.pem"), shared.resolve("two-key.pem"));
    Files.writeString(shared.resolve("empty.pem"), "");
    Files.writeString(shared.resolve("nonsense.pem"), "nonsense");
    String key = Files.readString(shared.resolve("good-key.pem"));
    write("pkcs1.pem", key.replace("PRIVATE KEY", "RSA PRIVATE KEY"));
    write(
        "sec1.pem",
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
            + key.replace("PRIVATE KEY", "EC PRIVATE KEY"));
    write("encrypted.pem", key.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"));
    write("damaged.pem", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n");
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(shared.resolve(name), text);
  }

  private static Settings read(String... assignments) {
    List<String> all = new ArrayList<>(List.of(assignments));
    all.replaceAll(each -> each.replace("=@", "=" + shared + "/"));
    return Settings.of(List.of("tls:0"), all, List.of());
  }

  private static AbstractStringAssert<?> assertRefused(String... assignments) {
    return assertThatThrownBy(() -> read(assignments))
        .isInstanceOf(SettingsException.class)
        .message()
        .hasLineCount(1);
  }

  @Test
  void refusesCiphersThatFitNoneOfTheProtocols() {
    assertRefused(
            "parley.tls.certificate=@good.pem",
            "parley.tls.key=@good-key.pem",
            "parley.tls.protocols=[TLSv1.3]",
            "parley.tls.ciphers=[TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256]")
        .startsWith("parley.tls: no handshake is possible with these ciphers and protocols: ");
  }

  @Test
  void saysWhatATlsListenerLacks() {
    assertRefused().startsWith("there is a tls listener but no certificate; set ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@missing.pem | @good-key.pem | missing.pem cannot be read: there is no such file",
        "@empty.pem | @good-key.pem | empty.pem is empty",
        "@nonsense.pem | @good-key.pem | nonsense.pem is not a PEM file",
        "@good-key.pem | @good-key.pem | good-key.pem has no certificate, but a PRIVATE KEY",
        "@good.pem | @missing.pem | missing.pem cannot be read: there is no such file (--set)",
        "@good.pem | @ | cannot be read: it is a folder; name a file in it (--set)",
        "@good.pem | @no/key.pem | no/key.pem cannot be read: there is no folder ",
        "@good.pem | @good.pem/key | key cannot be read: ",
        "@good.pem | '' | parley.tls.key is not set, but parley.tls.certificate is",
        "'' | @good-key.pem | parley.tls.certificate is not set, but parley.tls.key is",
        "@good.pem | @good.pem | good.pem has no private key, but a CERTIFICATE",
        "@good.pem | @two-key.pem | two-key.pem does not belong to the first certificate in",
        "@good.pem | @encrypted.pem | encrypted.pem is encrypted, and nobody is asked",
        "@good.pem | @pkcs1.pem | pkcs8 -topk8 -nocrypt -in",
        "@good.pem | @sec1.pem | sec1.pem is of an old form (EC PRIVATE KEY)",
        "@good.pem | @damaged.pem | damaged.pem is not an RSA or EC key, or it is damaged"
      })
  void saysWhatIsWrongWithPemFiles(String certificate, String key, String why) {
    assertRefused("parley.tls.certificate=" + certificate, "parley.tls.key=" + key).contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@missing.p12 | @password | missing.p12 cannot be read: there is no such file",
        "@empty.pem | @password | empty.pem is empty",
        "@nonsense.pem | @password | nonsense.pem is not a PKCS#12 keystore",
        "@good.p12 | @missing | missing cannot be read: there is no such file",
        "@good.p12 | '' | parley.tls.keystore-password-file is not set",
        "@good.p12 | @other-password | good.p12 cannot be opened with the password in"
      })
  void saysWhatIsWrongWithAKeystore(String keystore, String password, String why) {
    assertRefused(
            "parley.tls.keystore=" + keystore, "parley.tls.keystore-password-file=" + password)
        .contains(why)
        .doesNotContain("secret")
        .doesNotContain("other\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "protocols=[TLSv1.1] | a list of TLSv1.3, TLSv1.2",
        "protocols=[] | at least one",
        "ciphers=[NOSUCH] | a list of cipher suites that this Java has, such as TLS_",
        "client-certificates=maybe | one of none, wanted, required",
        "client-certificates=required | parley.tls.client-ca is not set",
        "client-ca=@missing.pem | missing.pem cannot be read: there is no such file",
        "name-from-certificate=on | wanted or required for name-from-certificate",
        "handshake-within=0 s | more than 0 s",
        "keystore=@good.p12 | leave it empty",
        "max-line=1 | a whole number from 64"
      })
  void saysWhatIsWrongWithOtherSettings(String assignment, String why) {
    assertRefused(
            "parley.tls.certificate=@good.pem",
            "parley.tls.key=@good-key.pem",
            "parley.tls." + assignment)
        .contains(why);
  }

  @Test
  void checksWhatNoListenerUses() {
    assertThatThrownBy(
            () ->
                Settings.of(
                    List.of("lines:0"),
                    List.of("parley.tls.certificate=nosuch", "parley.tls.key=nosuch"),
                    List.of()))
        .hasMessage("parley.tls.certificate: nosuch cannot be read: there is no such file (--set)");
  }

  @Test
  void givesAListenerSettingsOfItsOwn() {
    Path own = shared.resolve("two.pem");
    Path ownKey = shared.resolve("two-key.pem");
    Settings settings =
        Settings.of(
            List.of(),
            Stream.of(
                    "parley.tls.certificate=" + shared.resolve("good.pem"),
                    "parley.tls.key=" + shared.resolve("good-key.pem"),
                    "parley.listeners=[\"tls:1\", \"tls:2\", { at = \"tls:3\", certificate = \""
                        + own
                        + "\", key = \""
                        + ownKey
                        + "\", max-line = 100 }]")
                .toList(),
            List.of());
    List<String> fingerprints =
        settings.listeners().stream().map(listener -> listener.tls().get().fingerprint()).toList();
    assertThat(fingerprints.get(0)).isEqualTo(fingerprints.get(1));
    assertThat(fingerprints.get(2)).isNotEqualTo(fingerprints.get(0));
    assertThat(settings.listeners())
        .extracting(ListenerSettings::maxLine)
        .containsExactly(8192, 8192, 100);
  }
}
