package chat.parley.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows of a run, as Markdown. */
final class Table {
  private static final Path FILE = ServerProcess.FOLDER.resolve("table.md");
  private static final double MIB = 1 << 20;

  private final List<Row> rows = new ArrayList<>();

  void add(Row row) {
    rows.add(row);
  }

  private static String line(Row row) {
    return String.format(
        Locale.ROOT,
        "| %s | %,d / %,d | %,d | %,d | %,d | %,d | %d → %d | %.1f → %.1f | %.1f → %.1f | %,d ms |"
            + " %s |",
        row.attack(),
        row.opened(),
        row.closed(),
        row.sent(),
        row.delivered(),
        row.lost(),
        row.skipped(),
        row.before().descriptors(),
        row.after().descriptors(),
        row.before().heap() / MIB,
        row.after().heap() / MIB,
        row.before().direct() / MIB,
        row.after().direct() / MIB,
        row.longestPause().toMillis(),
        row.faults().isEmpty() ? row.seen() : "**FAILED**: " + String.join("; ", row.faults()));
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    out.append("| attack | connections opened / closed | posts sent | delivered | lost | skipped")
        .append(" | descriptors | heap, MiB | direct, MiB | longest pause | seen |\n")
        .append("|---|---|---|---|---|---|---|---|---|---|---|\n");
    rows.forEach(row -> out.append(line(row)).append('\n'));
    return out.toString();
  }

  /** Prints it, and keeps it as a file. */
  void publish(long seed) throws IOException {
    Files.createDirectories(FILE.getParent());
    Files.writeString(FILE, this + "\nSeed: " + seed + "\n");
    System.out.println(this + "\nSeed: " + seed + "; kept in " + FILE);
  }
}
