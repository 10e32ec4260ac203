package chat.parley.tls;

import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** The cipher suites that are used. */
public final class Ciphers {
  /**
   * A key that becomes known must not open what was recorded before, so it only signs (DHE, ECDHE);
   * and what is encrypted must be authenticated in one step (GCM, Poly1305), as other ways (CBC)
   * have been broken again and again. TLS 1.3 has no others.
   */
  private static final Pattern STRONG =
      Pattern.compile("TLS_((AES|CHACHA20)_.*|(EC)?DHE_.*_(GCM|CHACHA20_POLY1305)_.*)");

  private Ciphers() {}

  /** Those that Java would use, without the weak ones. */
  static List<String> strong(SSLContext context) {
    return Arrays.stream(context.getDefaultSSLParameters().getCipherSuites())
        .filter(each -> STRONG.matcher(each).matches())
        .toList();
  }

  /** All that this Java runtime has, the weak ones too. */
  public static List<String> supported() {
    try {
      return List.of(SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no TLS", e);
    }
  }
}
