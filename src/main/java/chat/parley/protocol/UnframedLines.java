package chat.parley.protocol;

import chat.parley.text.PlainText;
import chat.parley.text.Visible;
import chat.parley.transport.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.util.ByteString;

/** The lines that people see of bytes that come without any framing: those that say something. */
final class UnframedLines {
  private UnframedLines() {}

  /**
   * The lines, each of them {@linkplain PlainText plain}. A character that the last byte breaks off
   * is left for the bytes that follow, which carry it.
   *
   * @param maxLength longer lines are broken into several, in UTF-16 units
   */
  static List<String> of(ByteString carried, ByteString bytes, int maxLength) {
    ByteString whole = carried.concat(bytes);
    byte[] array = whole.dropRight(Utf8.brokenOff(whole)).toArrayUnsafe();
    String text = new String(array, StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    text.lines().forEach(line -> addPieces(line, maxLength, lines));
    return lines;
  }

  private static void addPieces(String line, int maxLength, List<String> pieces) {
    int from = 0;
    while (line.length() - from > maxLength) {
      int to = from + maxLength;
      if (Character.isHighSurrogate(line.charAt(to - 1))) {
        to--;
      }
      addPiece(line.substring(from, to), pieces);
      from = to;
    }
    addPiece(line.substring(from), pieces);
  }

  private static void addPiece(String piece, List<String> pieces) {
    String clean = PlainText.clean(piece);
    if (Visible.anythingIn(clean)) {
      pieces.add(clean);
    }
  }
}
