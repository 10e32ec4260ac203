package chat.parley.tls;

import chat.parley.notation.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A server's key and its certificate, which leads to an authority through the others of the chain.
 *
 * @param file where the certificate was read, for what is said of it
 */
record Identity(PrivateKey key, List<X509Certificate> chain, Path file) {
  static final Duration WARNED_BEFORE = Duration.ofDays(14);

  private static final String CERTIFICATE = "parley.tls.certificate";
  private static final String KEY = "parley.tls.key";
  private static final String KEYSTORE = "parley.tls.keystore";
  private static final String PASSWORD_FILE = "parley.tls.keystore-password-file";

  /** Reads what the settings name. */
  static Identity read(TlsSettings settings) throws TlsProblem {
    if (settings.keystore().isPresent()) {
      if (settings.certificate().isPresent() || settings.key().isPresent()) {
        throw new TlsProblem(
            KEYSTORE
                + ": leave it empty, or "
                + CERTIFICATE
                + " and "
                + KEY
                + "; it takes their place");
      }
      return fromKeystore(settings);
    }
    Path certificate = given(settings.certificate(), CERTIFICATE, KEY);
    Path key = given(settings.key(), KEY, CERTIFICATE);
    return new Identity(
            PemKey.read(key, KEY), PemCertificates.read(certificate, CERTIFICATE), certificate)
        .checked(KEY + ": " + key + " does not belong to the first certificate in " + certificate);
  }

  private static Path given(Optional<Path> file, String what, String other) throws TlsProblem {
    return file.orElseThrow(
        () -> new TlsProblem(what + " is not set, but " + other + " is; they belong together"));
  }

  private static Identity fromKeystore(TlsSettings settings) throws TlsProblem {
    Path file = settings.keystore().get();
    Path passwordFile =
        settings
            .keystorePasswordFile()
            .orElseThrow(
                () ->
                    new TlsProblem(
                        PASSWORD_FILE + " is not set; its first line is the keystore's password"));
    char[] password =
        new String(Pem.bytes(passwordFile, PASSWORD_FILE), StandardCharsets.UTF_8)
            .lines()
            .findFirst()
            .orElse("")
            .toCharArray();
    byte[] bytes = Pem.bytes(file, KEYSTORE);
    if (bytes.length == 0) {
      throw new TlsProblem(KEYSTORE + ": " + file + " is empty");
    }
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), password);
      return fromStore(store, password, file);
    } catch (IOException e) {
      throw new TlsProblem(
          KEYSTORE
              + ": "
              + file
              + (e.getCause() instanceof GeneralSecurityException
                  ? " cannot be opened with the password in " + passwordFile
                  : " is not a PKCS#12 keystore, or it is damaged"));
    } catch (GeneralSecurityException e) {
      throw new TlsProblem(KEYSTORE + ": " + file + " has a key that cannot be read", e);
    }
  }

  private static Identity fromStore(KeyStore store, char[] password, Path file)
      throws GeneralSecurityException, TlsProblem {
    List<String> keys = Collections.list(store.aliases());
    for (String each : List.copyOf(keys)) {
      if (!store.isKeyEntry(each)) {
        keys.remove(each);
      }
    }
    if (keys.size() != 1) {
      throw new TlsProblem(
          KEYSTORE + ": " + file + " has " + keys.size() + " keys, and must have one");
    }
    Certificate[] chain = store.getCertificateChain(keys.get(0));
    if (chain == null || !(store.getKey(keys.get(0), password) instanceof PrivateKey key)) {
      throw new TlsProblem(KEYSTORE + ": " + file + " has no certificate for its key");
    }
    return new Identity(
            key, List.of(chain).stream().map(X509Certificate.class::cast).toList(), file)
        .checked(KEYSTORE + ": " + file + " has a key that does not belong to its certificate");
  }

  /** This, if the key belongs to the certificate: what one has signed the other confirms. */
  private Identity checked(String otherwise) throws TlsProblem {
    String algorithm = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    byte[] sample = new byte[32];
    try {
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(sample);
      Signature confirming = Signature.getInstance(algorithm);
      confirming.initVerify(certificate().getPublicKey());
      confirming.update(sample);
      if (confirming.verify(signing.sign())) {
        return this;
      }
    } catch (GeneralSecurityException e) {
      // Not even of one kind.
    }
    throw new TlsProblem(otherwise);
  }

  X509Certificate certificate() {
    return chain.get(0);
  }

  /** What to warn of {@code now}: that the certificate is not valid, or not for much longer. */
  Optional<String> warning(Instant now) {
    Instant end = certificate().getNotAfter().toInstant();
    Instant begin = certificate().getNotBefore().toInstant();
    String which = "the certificate in " + file;
    if (now.isBefore(begin)) {
      return Optional.of(which + " is not valid before " + begin);
    }
    if (now.isAfter(end)) {
      return Optional.of(which + " has expired on " + end + "; clients will refuse it");
    }
    Duration left = Duration.between(now, end);
    if (left.compareTo(WARNED_BEFORE) > 0) {
      return Optional.empty();
    }
    String time = left.toDays() > 0 ? left.toDays() + " d" : left.toHours() + " h";
    return Optional.of(which + " expires in " + time + ", on " + end);
  }

  /** That of the certificate, as {@code parley chat --trust} wants it. */
  String fingerprint() {
    try {
      return Fingerprint.of(certificate());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e); // it has just been read
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "the certificate of " + certificate().getSubjectX500Principal() + " in " + file;
  }
}
