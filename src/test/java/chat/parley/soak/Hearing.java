package chat.parley.soak;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What one member of a lines listener hears: which numbered posts came, which are missing and not
 * spoken of as skipped, how old the timed ones were, and whether a line is one that the protocol
 * does not know.
 */
final class Hearing implements Reader.Sink {
  private byte[] line = new byte[256];
  private int kept;

  private final Map<String, Long> lastNumbers = new HashMap<>();
  private long posts;
  private long missing;
  private long skipped;
  private final Histogram agesNanos = new Histogram(3);
  private String fault;
  private String lastNotice = "";
  private boolean welcomed;

  @Override
  public synchronized void take(byte[] bytes, int length) {
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        if (kept == 0) {
          hear(bytes, start, i);
        } else {
          keep(bytes, start, i);
          hear(line, 0, kept);
          kept = 0;
        }
        start = i + 1;
      }
    }
    keep(bytes, start, length);
  }

  private void keep(byte[] bytes, int start, int end) {
    int length = kept + end - start;
    if (length > line.length) {
      line = Arrays.copyOf(line, 2 * length);
    }
    System.arraycopy(bytes, start, line, kept, end - start);
    kept = length;
  }

  private void hear(byte[] bytes, int start, int end) {
    if (!isClean(bytes, start, end)) {
      fault("bytes that no terminal should get", bytes, start, end);
    } else if (starts(bytes, start, end, '[')) {
      hearPost(bytes, start, end);
    } else if (starts(bytes, start, end, '*')) {
      hearNotice(new String(bytes, start, end - start, StandardCharsets.UTF_8));
    } else {
      fault("a line that nobody can have written", bytes, start, end);
    }
  }

  private static boolean starts(byte[] bytes, int start, int end, char first) {
    return start < end && bytes[start] == first;
  }

  private void fault(String what, byte[] bytes, int start, int end) {
    if (fault == null) {
      fault = what + ": " + Arrays.toString(Arrays.copyOfRange(bytes, start, end));
    }
  }

  private void hearNotice(String notice) {
    lastNotice = notice;
    welcomed |= notice.startsWith("* you are in ");
    if (notice.endsWith(" skipped")) {
      skipped += Long.parseLong(notice.substring(2, notice.indexOf(' ', 2)));
    }
  }

  private void hearPost(byte[] bytes, int start, int end) {
    int nameEnd = start + 1;
    while (nameEnd < end && bytes[nameEnd] != ']') {
      nameEnd++;
    }
    int numberStart = NumberedPost.numberStart(bytes, nameEnd + 2, end);
    if (numberStart < 0) {
      return; // somebody else's
    }
    int numberEnd = digitsEnd(bytes, numberStart, end);
    long number = number(bytes, numberStart, numberEnd);
    String author = new String(bytes, start + 1, nameEnd - start - 1, StandardCharsets.UTF_8);
    Long last = lastNumbers.put(author, number);
    if (last != null && number <= last) {
      fault("out of order or twice", bytes, start, end);
    } else if (last != null) {
      missing += number - last - 1;
    }
    posts++;
    int timeEnd = digitsEnd(bytes, numberEnd + 1, end);
    if (timeEnd == end && numberEnd + 1 < end) {
      long age = System.nanoTime() - number(bytes, numberEnd + 1, end);
      agesNanos.recordValue(Math.max(0, age));
    }
  }

  private static int digitsEnd(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at;
  }

  private static long number(byte[] bytes, int start, int end) {
    long number = 0;
    for (int i = start; i < end; i++) {
      number = 10 * number + bytes[i] - '0';
    }
    return number;
  }

  /** Whether it is UTF-8 without control characters other than tab. */
  private static boolean isClean(byte[] bytes, int start, int end) {
    boolean ascii = true;
    for (int i = start; i < end; i++) {
      byte b = bytes[i];
      if (b < 0) {
        ascii = false;
      } else if (b == 0x7f || (b < ' ' && b != '\t')) {
        return false;
      }
    }
    return ascii || isCleanUnicode(ByteBuffer.wrap(bytes, start, end - start));
  }

  private static boolean isCleanUnicode(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(bytes)
          .chars()
          .noneMatch(c -> Character.isISOControl(c) && c != '\t');
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Forgets what was counted, but not where each author is. */
  synchronized void begin() {
    posts = 0;
    missing = 0;
    skipped = 0;
    agesNanos.reset();
  }

  /** The number of the last post heard of {@code author}; 0 when there was none. */
  synchronized long last(String author) {
    return lastNumbers.getOrDefault(author, 0L);
  }

  /** The last line heard of the server itself. */
  synchronized String lastNotice() {
    return lastNotice;
  }

  /** Whether it has been let into a room. */
  synchronized boolean isWelcomed() {
    return welcomed;
  }

  synchronized long posts() {
    return posts;
  }

  synchronized long skipped() {
    return skipped;
  }

  /**
   * How many posts are missing without having been spoken of. What is spoken of may be presence as
   * well, so this is a lower bound where people come and go while posts are skipped.
   */
  synchronized long lost() {
    return Math.max(0, missing - skipped);
  }

  /** The longest time from a post's sending to its hearing. */
  synchronized long oldestNanos() {
    return agesNanos.getMaxValue();
  }

  /** How long {@code percent} of the posts took at most from their sending to their hearing. */
  synchronized long ageNanos(double percent) {
    return agesNanos.getValueAtPercentile(percent);
  }

  /** The first line that should never have come; null for none. */
  synchronized String fault() {
    return fault;
  }
}
