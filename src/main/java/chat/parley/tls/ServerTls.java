package chat.parley.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TLS of a server: its settings, and its certificate, which is read from files and again when
 * they change. While new files do not fit together the old ones stay in use; connections that are
 * there keep what they began with.
 *
 * <p>Its methods read files, so they are not for threads that must not wait.
 */
public final class ServerTls {
  private static final Logger log = LoggerFactory.getLogger(ServerTls.class);
  private static final long BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();

  /** How many TLS 1.2 sessions without a ticket are remembered to be resumed. */
  private static final int RESUMABLE = 1000;

  /**
   * What new connections go by.
   *
   * @param seen how the files looked when they were last read, with or without success
   */
  private record InUse(
      TlsSettings settings,
      List<Look> seen,
      Identity identity,
      SSLContext context,
      List<String> ciphers) {

    InUse seen(List<Look> now) {
      return new InUse(settings, now, identity, context, ciphers);
    }
  }

  /** How a file looks from outside; a file that is replaced or written to looks different. */
  private record Look(Path file, String state) {}

  private final AtomicReference<InUse> inUse;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile long lastLook = System.nanoTime();

  private ServerTls(TlsSettings settings) throws TlsProblem {
    inUse = new AtomicReference<>(read(settings, looks(settings)));
  }

  /**
   * Reads the files that {@code settings} names.
   *
   * @throws TlsProblem when something is wrong with one
   */
  public static ServerTls load(TlsSettings settings) throws TlsProblem {
    return new ServerTls(settings);
  }

  public TlsSettings settings() {
    return inUse.get().settings();
  }

  /** The fingerprint of the certificate in use, as {@code parley chat --trust} wants it. */
  public String fingerprint() {
    return inUse.get().identity().fingerprint();
  }

  /**
   * An engine for a new connection. The files are looked at first, but not more often than once a
   * second.
   */
  public SSLEngine engine() {
    if (System.nanoTime() - lastLook >= BETWEEN_LOOKS) {
      look();
    }
    return engine(inUse.get());
  }

  private static SSLEngine engine(InUse now) {
    TlsSettings settings = now.settings();
    SSLEngine engine = now.context().createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(settings.protocols().toArray(new String[0]));
    parameters.setCipherSuites(now.ciphers().toArray(new String[0]));
    parameters.setUseCipherSuitesOrder(true);
    switch (settings.clientCertificates()) {
      case NONE -> parameters.setWantClientAuth(false);
      case WANTED -> parameters.setWantClientAuth(true);
      case REQUIRED -> parameters.setNeedClientAuth(true);
    }
    engine.setSSLParameters(parameters);
    return engine;
  }

  /** Reads the files again if they have changed; what is wrong is logged, once. */
  private void look() {
    if (!looking.compareAndSet(false, true)) {
      return; // somebody else is at it
    }
    try {
      lastLook = System.nanoTime();
      InUse before = inUse.get();
      List<Look> now = looks(before.settings());
      if (!now.equals(before.seen())) {
        readAgain(before, now);
      }
    } finally {
      looking.set(false);
    }
  }

  private void readAgain(InUse before, List<Look> now) {
    try {
      // Unless it has been replaced while the files were read.
      if (inUse.compareAndSet(before, read(before.settings(), now))) {
        log.info("read again: {}, until {}", inUse.get().identity(), end());
        warnOfExpiry();
      }
    } catch (TlsProblem e) {
      if (inUse.compareAndSet(before, before.seen(now))) {
        log.warn("{}; {} stays in use", e.getMessage(), before.identity());
      }
    }
  }

  /** Goes on with the settings of {@code other} and what that has read; waits for nothing. */
  public void replaceBy(ServerTls other) {
    inUse.set(other.inUse.get());
    warnOfExpiry();
  }

  /** Looks at the files, and logs a warning if the certificate has expired or is about to. */
  public void lookAtExpiry() {
    look();
    warnOfExpiry();
  }

  private void warnOfExpiry() {
    inUse.get().identity().warning(Instant.now()).ifPresent(log::warn);
  }

  private Instant end() {
    return inUse.get().identity().certificate().getNotAfter().toInstant();
  }

  private static List<Look> looks(TlsSettings settings) {
    return settings.files().stream().map(file -> new Look(file, state(file))).toList();
  }

  private static String state(Path file) {
    try {
      return Files.readAttributes(file, "lastModifiedTime,size,fileKey").toString();
    } catch (IOException e) {
      return "cannot be read";
    }
  }

  private static InUse read(TlsSettings settings, List<Look> seen) throws TlsProblem {
    Identity identity = Identity.read(settings);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(identity), clientAuthorities(settings), null);
      context.getServerSessionContext().setSessionCacheSize(RESUMABLE);
      List<String> ciphers =
          settings.ciphers().isEmpty() ? Ciphers.strong(context) : settings.ciphers();
      InUse read = new InUse(settings, seen, identity, context, ciphers);
      engine(read).beginHandshake(); // or each connection would find out that none can
      return read;
    } catch (SSLException e) {
      throw new TlsProblem(
          "parley.tls: no handshake is possible with these ciphers and protocols: "
              + e.getMessage(),
          e);
    } catch (GeneralSecurityException | IOException e) {
      throw new TlsProblem(
          "parley.tls: " + identity.file() + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static KeyManager[] keys(Identity identity) throws GeneralSecurityException, IOException {
    char[] password = new char[0]; // it never leaves memory
    KeyStore store = emptyStore();
    store.setKeyEntry(
        "parley", identity.key(), password, identity.chain().toArray(new X509Certificate[0]));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    return factory.getKeyManagers();
  }

  private static TrustManager[] clientAuthorities(TlsSettings settings)
      throws GeneralSecurityException, IOException, TlsProblem {
    KeyStore store = emptyStore();
    if (settings.clientCa().isPresent()) {
      for (X509Certificate each :
          PemCertificates.read(settings.clientCa().get(), "parley.tls.client-ca")) {
        store.setCertificateEntry("" + store.size(), each);
      }
    } else if (settings.clientCertificates() != TlsSettings.ClientCertificates.NONE) {
      throw new TlsProblem(
          "parley.tls.client-ca is not set; it names the authorities whose client certificates are"
              + " good");
    } else {
      return new TrustManager[0];
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
