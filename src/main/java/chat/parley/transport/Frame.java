package chat.parley.transport;

import chat.parley.text.PlainText;
import org.apache.pekko.util.ByteString;

/** A piece of what a client sent, as its listener cuts it. */
public sealed interface Frame {

  /** A line without its end, decoded and {@linkplain PlainText plain}. */
  record Line(String text) implements Frame {}

  /** A line that was longer than {@code limit} bytes and has been thrown away. */
  record TooLong(int limit) implements Frame {}

  /** The beginning of {@code protocol}, where lines were expected. */
  record Foreign(String protocol) implements Frame {}

  /**
   * Bytes as they came.
   *
   * @param carried the beginning of a UTF-8 character that the frame before ended with
   */
  record Bytes(ByteString carried, ByteString bytes) implements Frame {}
}
