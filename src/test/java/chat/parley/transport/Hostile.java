package chat.parley.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pekko.util.ByteString;

/** What somebody might send who wants to be taken for somebody else. */
public final class Hostile {
  private static final List<byte[]> PIECES =
      List.of(
          "\n".getBytes(UTF_8),
          "\r\n".getBytes(UTF_8),
          "\r".getBytes(UTF_8),
          "[bob] hi".getBytes(UTF_8),
          "* bob has left".getBytes(UTF_8),
          "/me ".getBytes(UTF_8),
          "//".getBytes(UTF_8),
          "\u001b[2K\u001b[1G".getBytes(UTF_8),
          "\b\b\b\u007f".getBytes(UTF_8),
          "\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029".getBytes(UTF_8),
          "\u202e\u202b\u202d\u2066\u2067".getBytes(UTF_8),
          "\u2069\u202c\ufeff\uffff".getBytes(UTF_8),
          "\u0301".repeat(30).getBytes(UTF_8),
          "\ud83c\udff4\udb40\udc67\udb40\udc01".getBytes(UTF_8),
          "小明 é 😀\t".getBytes(UTF_8),
          "\u009b\u0085\u00ff\u00fe\u00c0\u00af\u00ed\u00a0\u0080".getBytes(ISO_8859_1),
          "\u00f0\u009f".getBytes(ISO_8859_1),
          "\u00e4".getBytes(ISO_8859_1));

  private Hostile() {}

  /** About {@code length} bytes. */
  public static byte[] bytes(Random random, int length) {
    var bytes = new ByteArrayOutputStream();
    while (bytes.size() < length) {
      if (random.nextInt(4) == 0) {
        bytes.write(random.nextInt(256));
      } else {
        bytes.writeBytes(PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return bytes.toByteArray();
  }

  /** The same bytes in chunks of {@code size}. */
  public static List<ByteString> chunks(byte[] bytes, int size) {
    List<ByteString> chunks = new ArrayList<>();
    for (int start = 0; start < bytes.length; start += size) {
      chunks.add(ByteString.fromArray(bytes, start, Math.min(size, bytes.length - start)));
    }
    return chunks;
  }
}
