package chat.parley.tls;

import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** The name in a client's certificate. */
public final class CertificateName {
  private CertificateName() {}

  /**
   * The common name of its subject, an empty one if there is none; nothing when the client has
   * shown no certificate.
   */
  public static Optional<String> of(SSLSession session) {
    try {
      X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
      return Optional.of(in(certificate.getSubjectX500Principal().getName()));
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  /** The common name in a distinguished name (RFC 2253), also beside another attribute. */
  static String in(String distinguishedName) {
    try {
      for (Rdn each : new LdapName(distinguishedName).getRdns()) {
        Attribute name = each.toAttributes().get("CN");
        if (name != null) {
          return String.valueOf(name.get());
        }
      }
      return "";
    } catch (NamingException e) {
      return "";
    }
  }
}
