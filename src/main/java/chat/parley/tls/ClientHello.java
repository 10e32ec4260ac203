package chat.parley.tls;

import org.apache.pekko.util.ByteString;

/** What the first bytes of a TLS client are: the head of a record of type handshake (RFC 8446). */
public final class ClientHello {
  private static final byte HANDSHAKE = 22;
  private static final byte MAJOR_VERSION = 3;

  private ClientHello() {}

  /** Whether bytes that begin with {@code first} may be a TLS client's. */
  public static boolean mayBeginWith(byte first) {
    return first == HANDSHAKE;
  }

  /** Whether {@code bytes}, two or more, are the beginning of a TLS client's. */
  public static boolean isBegunBy(ByteString bytes) {
    return bytes.length() > 1 && mayBeginWith(bytes.head()) && bytes.apply(1) == MAJOR_VERSION;
  }
}
