package chat.parley.protocol;

import chat.parley.text.PlainText;
import org.apache.pekko.util.ByteString;

/** A piece of what a client sent, as its protocol cuts it. */
public sealed interface Frame {

  /** A line without its end, decoded and {@linkplain PlainText plain}. */
  record Line(String text) implements Frame {}

  /** A line that was longer than {@code limit} bytes and has been thrown away. */
  record TooLong(int limit) implements Frame {}

  /** The beginning of a TLS connection, where lines were expected. */
  record TlsHello() implements Frame {}

  /**
   * Bytes as they came.
   *
   * @param carried the beginning of a UTF-8 character that the frame before ended with
   */
  record Bytes(ByteString carried, ByteString bytes) implements Frame {}
}
