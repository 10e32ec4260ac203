package chat.parley.client;

import chat.parley.notation.Fingerprint;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * A trust manager for servers: a certificate is good if the authorities of the Java runtime vouch
 * for it under the host's name, or, when the user has named a fingerprint, if it has this one.
 */
final class ServerTrustManager extends X509ExtendedTrustManager {

  /** A certificate that is not good; {@code fingerprint} tells which it is. */
  static final class NotTrusted extends CertificateException {
    private static final long serialVersionUID = 1;
    private final String fingerprint;

    NotTrusted(String why, String fingerprint, Throwable cause) {
      super(why, cause);
      this.fingerprint = fingerprint;
    }

    /** That of the certificate. */
    String fingerprint() {
      return fingerprint;
    }
  }

  private final Optional<String> trusted;
  private final X509ExtendedTrustManager authorities;

  private ServerTrustManager(Optional<String> trusted) throws GeneralSecurityException {
    this.trusted = trusted;
    this.authorities = authorities();
  }

  /**
   * Makes TLS sockets that trust in this way.
   *
   * @param fingerprint as {@link Fingerprint} writes it; empty to leave it to the authorities
   */
  static SSLSocketFactory sockets(Optional<String> fingerprint) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new ServerTrustManager(fingerprint)}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no TLS", e);
    }
  }

  private static X509ExtendedTrustManager authorities() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("no X.509 trust manager"));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    check(chain, () -> authorities.checkServerTrusted(chain, authType, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    check(chain, () -> authorities.checkServerTrusted(chain, authType, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    check(chain, () -> authorities.checkServerTrusted(chain, authType));
  }

  private interface Check {
    void run() throws CertificateException;
  }

  private void check(X509Certificate[] chain, Check byAuthorities) throws CertificateException {
    String fingerprint = Fingerprint.of(chain[0]);
    if (trusted.isPresent()) {
      if (!trusted.get().equals(fingerprint)) {
        throw new NotTrusted("it is not the one given with --trust", fingerprint, null);
      }
      return;
    }
    try {
      byAuthorities.run();
    } catch (CertificateException e) {
      throw new NotTrusted(why(e), fingerprint, e);
    }
  }

  private static String why(CertificateException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("unable to find valid certification path")) {
      return "no authority that this machine knows has signed it";
    }
    if (message.contains("subject alternative") || message.contains("No name matching")) {
      return "it is for another host";
    }
    return message.contains("validity check failed")
        ? "it has expired or is not valid yet"
        : message;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw notAServer();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw notAServer();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw notAServer();
  }

  private static CertificateException notAServer() {
    return new CertificateException("a client does not check clients");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authorities.getAcceptedIssuers();
  }
}
