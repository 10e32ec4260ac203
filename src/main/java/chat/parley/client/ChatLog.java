package chat.parley.client;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A file that keeps all that was shown, typed lines included: one line each, with date, time and
 * zone. Later sessions are appended.
 */
final class ChatLog implements AutoCloseable {
  private final BufferedWriter file;
  private final ZoneId zone;

  private ChatLog(BufferedWriter file, ZoneId zone) {
    this.file = file;
    this.zone = zone;
  }

  /** Opens {@code file}, which is made if it is not there. */
  static ChatLog open(Path file, ZoneId zone) throws IOException {
    return new ChatLog(
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
        zone);
  }

  /** Writes {@code entries} so that they are in the file when this returns. */
  synchronized void write(List<Entry> entries) throws IOException {
    for (Entry entry : entries) {
      file.write(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
              entry.time().truncatedTo(ChronoUnit.SECONDS).atZone(zone)));
      file.write(' ');
      file.write(entry.line());
      file.write('\n');
    }
    file.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
