package chat.parley.transport;

import org.apache.pekko.util.ByteString;

/** Where characters begin and end in UTF-8 bytes (RFC 3629). */
public final class Utf8 {
  private Utf8() {}

  /** How many bytes at the end, 0 to 3, begin a character that needs more bytes than there are. */
  public static int brokenOff(ByteString bytes) {
    int length = bytes.length();
    for (int back = 1; back <= Math.min(3, length); back++) {
      int b = bytes.apply(length - back) & 0xFF;
      if (b < 0x80) {
        return 0;
      }
      if (b >= 0xC0) {
        return sequenceLength(b) > back ? back : 0;
      }
    }
    return 0;
  }

  private static int sequenceLength(int first) {
    if (first >= 0xF0) {
      return first <= 0xF4 ? 4 : 1;
    }
    return first >= 0xE0 ? 3 : 2;
  }
}
