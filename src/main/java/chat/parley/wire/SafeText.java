package chat.parley.wire;

import chat.parley.room.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.util.ByteString;

/**
 * Text that is harmless on somebody's terminal: valid Unicode (malformed UTF-8 becomes U+FFFD)
 * without control characters (C0, DEL, C1) other than tab and without Unicode's own line ends
 * (U+2028, U+2029), so that nobody can write escape codes or line ends into what another person
 * sees, whatever that person's client takes for a line end.
 */
final class SafeText {
  private SafeText() {}

  /** The text of one line, which is {@code bytes} from {@code start} to {@code end}. */
  static String line(byte[] bytes, int start, int end) {
    return PlainText.clean(new String(bytes, start, end - start, StandardCharsets.UTF_8));
  }

  /**
   * The lines of unframed bytes. A character that the last byte breaks off is left for the bytes
   * that follow, which carry it.
   *
   * @param maxLength longer lines are broken into several, in UTF-16 units
   */
  static List<String> lines(ByteString carried, ByteString bytes, int maxLength) {
    ByteString whole = carried.concat(bytes);
    byte[] array = whole.dropRight(Utf8.brokenOff(whole)).toArrayUnsafe();
    String text = new String(array, StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\r\n|\n|\r", -1)) {
      addPieces(PlainText.clean(line), maxLength, lines);
    }
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  private static void addPieces(String line, int maxLength, List<String> pieces) {
    int from = 0;
    while (line.length() - from > maxLength) {
      int to = from + maxLength;
      if (Character.isHighSurrogate(line.charAt(to - 1))) {
        to--;
      }
      pieces.add(line.substring(from, to));
      from = to;
    }
    pieces.add(line.substring(from));
  }
}
