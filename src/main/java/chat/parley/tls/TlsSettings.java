package chat.parley.tls;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of TLS; {@code parley.tls} in {@code reference.conf} explains each.
 *
 * @param certificate PEM: the server's certificate and those that lead from it to an authority
 * @param key PEM: the certificate's key
 * @param keystore PKCS#12, in place of both
 * @param keystorePasswordFile its first line is the keystore's password
 * @param protocols versions, the best first
 * @param ciphers cipher suites, the best first; none for Java's own without the weak ones
 * @param clientCa PEM: the authorities whose client certificates are good
 */
public record TlsSettings(
    Optional<Path> certificate,
    Optional<Path> key,
    Optional<Path> keystore,
    Optional<Path> keystorePasswordFile,
    List<String> protocols,
    List<String> ciphers,
    ClientCertificates clientCertificates,
    Optional<Path> clientCa,
    boolean nameFromCertificate,
    Duration handshakeWithin) {

  /** The versions that there are. */
  public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

  /** What is asked of clients. */
  public enum ClientCertificates {
    /** Nothing. */
    NONE,
    /** A certificate, if they have one. */
    WANTED,
    /** A certificate, or they do not get in. */
    REQUIRED
  }

  /** Whether it says at all where a certificate is. */
  public boolean hasCertificate() {
    return certificate.isPresent() || key.isPresent() || keystore.isPresent();
  }

  /** All files that it names. */
  List<Path> files() {
    return Stream.of(certificate, key, keystore, keystorePasswordFile, clientCa)
        .flatMap(Optional::stream)
        .toList();
  }
}
