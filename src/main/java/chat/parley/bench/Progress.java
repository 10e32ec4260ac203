package chat.parley.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/** The display of how far the work is: a line a second, on a terminal one line that changes. */
final class Progress {
  private static final String REWRITE = "\r\u001b[K";
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
  private static final long INTERVAL = Duration.ofSeconds(1).toNanos();
  private static final long TERMINAL_INTERVAL = Duration.ofMillis(200).toNanos();

  private final PrintWriter out;
  private final boolean terminal;
  private long last = System.nanoTime();

  Progress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** On standard error, written by {@code out}. */
  static Progress onStandardError(PrintWriter out) {
    return new Progress(out, isTerminal());
  }

  private static boolean isTerminal() {
    try {
      String file = Files.readSymbolicLink(STANDARD_ERROR).toString();
      return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false; // not Linux, where Java cannot tell
    }
  }

  /** Says {@code line}, if it is time to say something. */
  void show(Supplier<String> line) {
    long now = System.nanoTime();
    if (now - last < (terminal ? TERMINAL_INTERVAL : INTERVAL)) {
      return;
    }
    last = now;
    if (terminal) {
      out.print(REWRITE + line.get());
    } else {
      out.println(line.get());
    }
    out.flush();
  }

  /** Leaves the terminal as it was. */
  void end() {
    if (terminal) {
      out.print(REWRITE);
      out.flush();
    }
  }
}
