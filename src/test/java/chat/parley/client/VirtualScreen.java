package chat.parley.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;
import org.jline.utils.ScreenTerminalOutputStream;

/** A pseudo-terminal: keys go in, and what would be on the screen can be looked at. */
final class VirtualScreen implements AutoCloseable {
  private static final int POLL_MILLIS = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ScreenTerminal screen;
  private final LineDisciplineTerminal terminal;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  /**
   * As in a kernel, what is written meets the terminal's mode before or after a change and not in
   * between, where a line's end had no carriage return.
   */
  private static final class Discipline extends LineDisciplineTerminal {
    private final Object mode = new Object();

    Discipline(OutputStream output) throws IOException {
      super("test", "screen-256color", output, StandardCharsets.UTF_8);
    }

    @Override
    public void setAttributes(Attributes attributes) {
      synchronized (mode) {
        super.setAttributes(attributes);
      }
    }

    @Override
    protected void processOutputByte(int c) throws IOException {
      synchronized (mode) {
        super.processOutputByte(c);
      }
    }
  }

  VirtualScreen(int columns, int rows) throws IOException {
    screen = new ScreenTerminal(columns, rows);
    var output =
        new ScreenTerminalOutputStream.DelegateOutputStream() {
          @Override
          public void write(int b) throws IOException {
            written.write(b);
            super.write(b);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            written.write(bytes, offset, length);
            super.write(bytes, offset, length);
          }
        };
    terminal = new Discipline(output);
    terminal.setSize(Size.of(columns, rows));
    ScreenTerminal.wireTerminal(screen, terminal, output);
  }

  LineDisciplineTerminal terminal() {
    return terminal;
  }

  /** Presses keys. */
  void type(String keys) throws IOException {
    terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
  }

  void resize(int columns, int rows) {
    screen.setSize(Size.of(columns, rows));
    terminal.setSize(Size.of(columns, rows));
    terminal.raise(Signal.WINCH);
  }

  /** Everything that has been sent to the terminal, escape codes included. */
  String written() {
    return written.toString(StandardCharsets.UTF_8);
  }

  /** Waits until the screen is as wanted; answers its rows, without empty ones at the end. */
  List<String> await(Predicate<List<String>> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<String> rows = rows();
    while (!wanted.test(rows)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the screen shows " + rows + " after " + visible(written()));
      }
      screen.waitDirty(POLL_MILLIS);
      rows = rows();
    }
    return rows;
  }

  private static String visible(String written) {
    return written.replace("\u001b", "ESC").replace("\r", "CR").replace("\n", "LF");
  }

  /** Waits until the last row is {@code text}. */
  List<String> awaitLast(String text) throws InterruptedException {
    return await(rows -> !rows.isEmpty() && rows.get(rows.size() - 1).equals(text));
  }

  private List<String> rows() {
    int columns;
    long[] cells;
    synchronized (screen) {
      columns = screen.getColumns();
      cells = new long[columns * screen.getRows()];
      screen.dump(cells, null);
    }
    List<String> rows = new ArrayList<>();
    for (int start = 0; start < cells.length; start += columns) {
      StringBuilder row = new StringBuilder();
      for (int i = start; i < start + columns; i++) {
        int c = ScreenTerminal.cellCodePoint(cells[i]);
        if (c != 0) {
          row.appendCodePoint(c);
        }
      }
      rows.add(row.toString().stripTrailing());
    }
    while (!rows.isEmpty() && rows.get(rows.size() - 1).isEmpty()) {
      rows.remove(rows.size() - 1);
    }
    return rows;
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
