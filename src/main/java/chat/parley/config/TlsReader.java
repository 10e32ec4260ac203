package chat.parley.config;

import chat.parley.notation.FileTrouble;
import chat.parley.tls.Ciphers;
import chat.parley.tls.ServerTls;
import chat.parley.tls.TlsProblem;
import chat.parley.tls.TlsSettings;
import chat.parley.tls.TlsSettings.ClientCertificates;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads and checks what listeners need for TLS, each its own, as each may come to differ. */
final class TlsReader {
  /**
   * What {@code listener} says, with the files it names.
   *
   * @param needed whether there must be a certificate
   * @throws SettingsException when something is wrong with one
   */
  Optional<ServerTls> read(CheckedConfig listener, boolean needed) {
    TlsSettings settings = settings(listener);
    if (!settings.hasCertificate()) {
      if (needed) {
        throw new SettingsException(
            "there is a tls listener but no certificate; set parley.tls.certificate and parley.tls.key"
                + " (the command certificate makes a pair), or parley.tls.keystore");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(ServerTls.load(settings));
    } catch (TlsProblem e) {
      throw new SettingsException(e.getMessage());
    }
  }

  private static TlsSettings settings(CheckedConfig listener) {
    List<String> protocols =
        listener.list("protocols", "TLS versions").stream()
            .map(each -> String.valueOf(each.unwrapped()))
            .toList();
    if (!TlsSettings.PROTOCOLS.containsAll(protocols)) {
      throw listener.wrong("protocols", "a list of " + String.join(", ", TlsSettings.PROTOCOLS));
    }
    TlsSettings settings =
        new TlsSettings(
            file(listener, "certificate"),
            file(listener, "key"),
            file(listener, "keystore"),
            file(listener, "keystore-password-file"),
            protocols,
            ciphers(listener),
            listener.oneOf("client-certificates", ClientCertificates.class),
            file(listener, "client-ca"),
            listener.bool("name-from-certificate"),
            listener.duration("handshake-within"));
    if (settings.handshakeWithin().isZero()) {
      throw listener.wrong("handshake-within", "more than 0 s");
    }
    if (settings.nameFromCertificate()
        && settings.clientCertificates() == ClientCertificates.NONE) {
      throw listener.wrong("client-certificates", "wanted or required for name-from-certificate");
    }
    return settings;
  }

  private static Optional<Path> file(CheckedConfig listener, String key) {
    Optional<Path> file = listener.file(key);
    file.flatMap(FileTrouble::withReading)
        .ifPresent(
            why -> {
              throw listener.unusable(key, file.get(), "read: " + why);
            });
    return file;
  }

  private static List<String> ciphers(CheckedConfig listener) {
    List<String> ciphers =
        listener.listOrNone("ciphers", "cipher suites").stream()
            .map(each -> String.valueOf(each.unwrapped()))
            .toList();
    if (!Ciphers.supported().containsAll(ciphers)) {
      throw listener.wrong(
          "ciphers",
          "a list of cipher suites that this Java has, such as " + Ciphers.supported().get(0));
    }
    return ciphers;
  }
}
