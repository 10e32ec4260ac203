package chat.parley.config;

import chat.parley.tls.Ciphers;
import chat.parley.tls.ServerTls;
import chat.parley.tls.TlsProblem;
import chat.parley.tls.TlsSettings;
import chat.parley.tls.TlsSettings.ClientCertificates;
import java.util.List;
import java.util.Optional;

/** A reader of what a listener needs for TLS. */
final class TlsReader {
  private TlsReader() {}

  /**
   * What {@code listener} says, with the files it names; each listener has its own, as each may
   * come to differ.
   *
   * @param needed whether there must be a certificate
   * @throws SettingsException when something is wrong with one
   */
  static Optional<ServerTls> read(CheckedConfig listener, boolean needed) {
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
            ConfiguredFile.toRead(listener, "certificate"),
            ConfiguredFile.toRead(listener, "key"),
            ConfiguredFile.toRead(listener, "keystore"),
            ConfiguredFile.toRead(listener, "keystore-password-file"),
            protocols,
            ciphers(listener),
            listener.oneOf("client-certificates", ClientCertificates.class),
            ConfiguredFile.toRead(listener, "client-ca"),
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
