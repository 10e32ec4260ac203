package chat.parley.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority of the tests' own, which gives whoever asks a certificate for this machine. */
public final class Authority {
  private static final AtomicLong serial = new AtomicLong(1);

  private final Issued own;

  private Authority(Issued own) {
    this.own = own;
  }

  /** A key, its certificate, and those that lead from it to the authority, which is left out. */
  public record Issued(PrivateKey key, List<X509Certificate> chain) {

    /** Writes both as PEM files. */
    public void write(Path certificate, Path key) {
      try {
        StringBuilder text = new StringBuilder();
        for (X509Certificate each : chain) {
          text.append(Pem.write("CERTIFICATE", each.getEncoded()));
        }
        Files.writeString(certificate, text);
        Files.writeString(key, Pem.write("PRIVATE KEY", this.key.getEncoded()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (CertificateEncodingException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Both in a store. */
    public KeyStore store(String password) {
      try {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("it", key, password.toCharArray(), chain.toArray(new X509Certificate[0]));
        return store;
      } catch (GeneralSecurityException | IOException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Writes both as a PKCS#12 store. */
    public void writeStore(Path file, String password) {
      try (OutputStream out = Files.newOutputStream(file)) {
        store(password).store(out, password.toCharArray());
      } catch (GeneralSecurityException | IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A new authority. */
  public static Authority named(String name) {
    KeyPair keys = keys("EC");
    Issued root = sign(name, keys, name, keys.getPrivate(), true, aYear());
    return new Authority(root);
  }

  /** An authority that this one vouches for. */
  public Authority below(String name) {
    KeyPair keys = keys("EC");
    return new Authority(sign(name, keys, subject(), own.key(), true, aYear()));
  }

  public X509Certificate certificate() {
    return own.chain().get(0);
  }

  /** Its own certificate as PEM. */
  public void write(Path file) {
    try {
      Files.writeString(file, Pem.write("CERTIFICATE", certificate().getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Trusts this authority; shows {@code own} where a certificate is asked for. */
  public SSLContext context(Optional<Issued> own) {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("authority", certificate());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own.isPresent() ? keys(own.get()) : null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyManager[] keys(Issued own) throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own.store("secret"), "secret".toCharArray());
    return keys.getKeyManagers();
  }

  /** A certificate for {@code name}, good for a year, with an EC key. */
  public Issued issue(String name) {
    return issue(name, "EC", aYear());
  }

  /** A certificate for {@code name} with a key of that {@code kind}. */
  public Issued issue(String name, String kind) {
    return issue(name, kind, aYear());
  }

  /** A certificate for {@code name} that is good until then. */
  public Issued issue(String name, Instant end) {
    return issue(name, "EC", List.of(end.minus(Duration.ofDays(365)), end));
  }

  private Issued issue(String name, String kind, List<Instant> valid) {
    Issued issued = sign(name, keys(kind), subject(), own.key(), false, valid);
    if (certificate().getIssuerX500Principal().equals(certificate().getSubjectX500Principal())) {
      return issued;
    }
    List<X509Certificate> chain = new ArrayList<>(issued.chain());
    chain.addAll(own.chain());
    return new Issued(issued.key(), chain);
  }

  private String subject() {
    return certificate().getSubjectX500Principal().getName().replaceFirst("CN=", "");
  }

  private static List<Instant> aYear() {
    Instant begin = Instant.now().minus(Duration.ofHours(1));
    return List.of(begin, begin.plus(Duration.ofDays(365)));
  }

  private static KeyPair keys(String kind) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      generator.initialize(kind.equals("EC") ? 256 : 2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Issued sign(
      String name,
      KeyPair keys,
      String issuer,
      PrivateKey issuersKey,
      boolean authority,
      List<Instant> valid) {
    try {
      var certificate =
          new JcaX509v3CertificateBuilder(
              new X500Principal("CN=" + issuer),
              BigInteger.valueOf(serial.incrementAndGet()),
              Date.from(valid.get(0)),
              Date.from(valid.get(1)),
              new X500Principal("CN=" + name),
              keys.getPublic());
      certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      certificate.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(
              new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1")
              }));
      X509Certificate signed =
          new JcaX509CertificateConverter()
              .getCertificate(
                  certificate.build(
                      new JcaContentSignerBuilder("SHA256withECDSA").build(issuersKey)));
      return new Issued(keys.getPrivate(), List.of(signed));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
