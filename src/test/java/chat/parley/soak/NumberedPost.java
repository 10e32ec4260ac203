package chat.parley.soak;

import java.nio.charset.StandardCharsets;

/**
 * A post whose loss would be noticed: {@code #NUMBER TIME}, the time being that of {@link
 * System#nanoTime}, or {@code #NUMBER} and padding where nobody times it.
 */
final class NumberedPost {
  private NumberedPost() {}

  static byte[] timed(long number, long time) {
    return bytes("#" + number + " " + time + "\n");
  }

  static void padded(long number, String padding, StringBuilder out) {
    out.append('#').append(number).append(' ').append(padding).append('\n');
  }

  static byte[] bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
