package chat.parley.tls;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** The certificates in a PEM file, in their order; at least one. */
final class PemCertificates {
  private PemCertificates() {}

  static List<X509Certificate> read(Path file, String what) throws TlsProblem {
    List<X509Certificate> certificates = new ArrayList<>();
    List<Pem.Block> blocks = Pem.read(file, what);
    for (Pem.Block block : blocks) {
      if (block.label().equals("CERTIFICATE")) {
        certificates.add(certificate(block, file, what));
      }
    }
    if (certificates.isEmpty()) {
      throw new TlsProblem(
          what + ": " + file + " has no certificate, but a " + blocks.get(0).label());
    }
    return certificates;
  }

  private static X509Certificate certificate(Pem.Block block, Path file, String what)
      throws TlsProblem {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(block.data()));
    } catch (CertificateException e) {
      throw new TlsProblem(what + ": " + file + " has a certificate that is damaged", e);
    }
  }
}
