package chat.parley.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts bytes into lines, without those that are empty. */
final class ByteLines {
  /** More than an export has of the longest post. */
  private static final int MAX_LENGTH = 16 << 20;

  private final InputStream from;
  private final byte[] chunk = new byte[64 * 1024];
  private int at;
  private int end;
  private byte[] line = new byte[1024];
  private int length;
  private long number;

  ByteLines(InputStream from) {
    this.from = from;
  }

  /**
   * Goes to the next line that has something in it; answers whether there is one.
   *
   * @throws TransferException when it is too long
   */
  boolean next() throws IOException {
    do {
      number++;
      length = 0;
      if (!readLine()) {
        return length > 0;
      }
    } while (length == 0);
    return true;
  }

  /** Adds what comes up to the end of the line; answers whether it has one. */
  private boolean readLine() throws IOException {
    while (at < end || fill()) {
      int start = at;
      while (at < end && chunk[at] != '\n') {
        at++;
      }
      append(start, at - start);
      if (at < end) {
        at++;
        if (length > 0 && line[length - 1] == '\r') {
          length--;
        }
        return true;
      }
    }
    return false;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, from.read(chunk));
    return end > 0;
  }

  private void append(int start, int more) {
    if (length + more > MAX_LENGTH) {
      throw new TransferException(
          "line " + number + " is longer than " + (MAX_LENGTH >> 20) + " MiB, so it is none");
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
    }
    System.arraycopy(chunk, start, line, length, more);
    length += more;
  }

  /** The bytes of the line, as many as it is long, until the next one is read. */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** The number of the line, from 1; the empty ones count, too. */
  long number() {
    return number;
  }
}
