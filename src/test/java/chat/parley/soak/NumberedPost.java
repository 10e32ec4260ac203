package chat.parley.soak;

import java.nio.charset.StandardCharsets;

/**
 * A post whose loss would be noticed: {@code post #NUMBER TIME}, the time being that of {@link
 * System#nanoTime}, or {@code post #NUMBER} and padding where nobody times it.
 */
final class NumberedPost {
  private static final String START = "post #";

  private NumberedPost() {}

  static byte[] timed(long number, long time) {
    return bytes(START + number + " " + time + "\n");
  }

  static void padded(long number, String padding, StringBuilder out) {
    out.append(START).append(number).append(' ').append(padding).append('\n');
  }

  /** Where the number of such a post begins that itself begins at {@code at}; -1 if it is none. */
  static int numberStart(byte[] bytes, int at, int end) {
    int start = at + START.length();
    if (start >= end) {
      return -1;
    }
    for (int i = 0; i < START.length(); i++) {
      if (bytes[at + i] != START.charAt(i)) {
        return -1;
      }
    }
    return start;
  }

  static byte[] bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
