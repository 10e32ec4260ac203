package chat.parley.notation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/** The SHA-256 fingerprint of a certificate: 64 hexadecimal digits, in pairs between colons. */
public final class Fingerprint {
  private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

  private Fingerprint() {}

  /** The fingerprint of {@code certificate}. */
  public static String of(X509Certificate certificate) throws CertificateEncodingException {
    try {
      return COLONS.formatHex(
          MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }

  /**
   * Reads a fingerprint, with or without colons.
   *
   * @throws IllegalArgumentException saying in one line what is wrong with {@code text}
   */
  public static String parse(String text) {
    String digits = text.replaceFirst("(?i)^sha-?256[:=]", "").replace(":", "");
    if (!digits.matches("[0-9A-Fa-f]{64}")) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a SHA-256 fingerprint, which is 64 hexadecimal digits");
    }
    return COLONS.formatHex(HexFormat.of().parseHex(digits.toLowerCase(Locale.ROOT)));
  }
}
