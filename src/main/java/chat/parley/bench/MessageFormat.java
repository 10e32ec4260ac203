package chat.parley.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The format of a run's messages: {@code ^SSSSSSSSNNNNNNNNTTTTTTTTTTTTTTTT^xxx…}, in hexadecimal
 * the sender, its message's number and the time, padded to a fixed size. Everything has its place,
 * so that a message is found and read in a few machine words, without looking at each byte.
 */
final class MessageFormat {
  private static final byte MARK = '^';
  private static final byte LINE_END = '\n';
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private static final int SENDER = 1;
  private static final int NUMBER = SENDER + 8;
  private static final int TIME = NUMBER + 8;
  private static final int END_MARK = TIME + 16;

  /** The smallest size of a message, in bytes. */
  static final int MIN_SIZE = END_MARK + 1;

  private final byte[] blank;
  private final int prefix;

  /**
   * @param size how many bytes a message has, at least {@link #MIN_SIZE}, without its line end
   * @param prefix how many bytes the server puts before it
   */
  MessageFormat(int size, int prefix) {
    this.blank = new byte[size + 1];
    this.prefix = prefix;
    Arrays.fill(blank, (byte) 'x');
    blank[0] = MARK;
    blank[END_MARK] = MARK;
    blank[size] = LINE_END;
  }

  /** How many bytes a message has when it is sent, with its line end. */
  int sentLength() {
    return blank.length;
  }

  /** How many bytes a message has when it is delivered, with its line end. */
  int deliveredLength() {
    return prefix + blank.length;
  }

  /** Puts a message and its line end into {@code out}, which must have room for it. */
  void write(ByteBuffer out, int sender, int number, long time) {
    int start = out.position();
    out.put(blank);
    putHex(out, start + SENDER, 8, sender);
    putHex(out, start + NUMBER, 8, number);
    putHex(out, start + TIME, 16, time);
  }

  /** Whether a whole delivered message is in {@code in} from {@code start}, before {@code end}. */
  boolean isAt(ByteBuffer in, int start, int end) {
    int next = start + deliveredLength();
    int mark = start + prefix;
    return next <= end
        && in.get(next - 1) == LINE_END
        && in.get(mark) == MARK
        && in.get(mark + END_MARK) == MARK;
  }

  int sender(ByteBuffer in, int start) {
    return hex(in.getLong(start + prefix + SENDER));
  }

  int number(ByteBuffer in, int start) {
    return hex(in.getLong(start + prefix + NUMBER));
  }

  long time(ByteBuffer in, int start) {
    int at = start + prefix + TIME;
    return ((long) hex(in.getLong(at)) << 32) | Integer.toUnsignedLong(hex(in.getLong(at + 8)));
  }

  private static void putHex(ByteBuffer out, int at, int digits, long value) {
    for (int i = 0; i < digits; i++) {
      out.put(at + i, DIGITS[(int) (value >>> (4 * (digits - 1 - i))) & 0xf]);
    }
  }

  /** The number that eight hexadecimal digits mean, all eight worked on at once. */
  private static int hex(long digits) {
    long letters = (digits >>> 6) & 0x0101010101010101L;
    long each = (digits & 0x0f0f0f0f0f0f0f0fL) + (9 * letters);
    long pairs = (each | (each >>> 4)) & 0x00ff00ff00ff00ffL;
    long fours = (pairs | (pairs >>> 8)) & 0x0000ffff0000ffffL;
    return (int) (fours | (fours >>> 16));
  }
}
