package chat.parley.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * UTF-8 lines from a socket, ended by {@code \n}, a {@code \r} before it dropped. A line that does
 * not end is broken into pieces, so that no server can fill the memory.
 */
final class LineInput {
  /** In bytes; room for a list of all names in a big room. */
  private static final int MAX_LINE = 1 << 20;

  private final InputStream in;
  private final byte[] chunk = new byte[1 << 13];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  LineInput(InputStream in) {
    this.in = in;
  }

  /**
   * Waits for at least one complete line.
   *
   * @return all lines that have arrived with it, in order; none at the end of the stream
   */
  List<String> read() throws IOException {
    List<String> lines = new ArrayList<>();
    while (lines.isEmpty()) {
      int count = in.read(chunk);
      if (count < 0) {
        return lines;
      }
      split(count, lines);
    }
    return lines;
  }

  /** What has come of a line that has not ended; empty if nothing has. */
  Optional<String> unfinished() {
    List<String> lines = new ArrayList<>();
    if (line.size() > 0) {
      endLine(lines);
    }
    return lines.stream().findFirst();
  }

  private void split(int count, List<String> lines) {
    int start = 0;
    for (int i = 0; i < count; i++) {
      if (chunk[i] == '\n') {
        line.write(chunk, start, i - start);
        endLine(lines);
        start = i + 1;
      }
    }
    line.write(chunk, start, count - start);
    if (line.size() >= MAX_LINE) {
      endLine(lines);
    }
  }

  private void endLine(List<String> lines) {
    String text = line.toString(StandardCharsets.UTF_8);
    lines.add(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    line.reset();
  }
}
