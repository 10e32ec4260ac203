package chat.parley.client;

import java.io.IOException;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp.Capability;

/**
 * A terminal that can move its cursor: what arrives is printed above the line being typed, which
 * stays at the bottom, whole.
 */
final class Screen implements Face {
  private final Terminal terminal;
  private final Layout layout;
  private final boolean bell;
  private final Ending ending;
  private final EditLine line;
  private volatile String prompt = "";

  /** The line being typed; knows how wide the terminal is without asking it every time. */
  private static final class EditLine extends LineReaderImpl {
    EditLine(Terminal terminal) throws IOException {
      super(terminal, "parley");
    }

    int columns() {
      int columns = size.getColumns();
      return columns > 0 ? columns : terminal.getSize().getColumns();
    }

    void changePrompt(String prompt) {
      lock.lock();
      try {
        setPrompt(prompt);
        if (reading) {
          redisplay();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * @param bell whether to ring when the user is mentioned
   */
  Screen(Terminal terminal, Layout layout, Roster roster, boolean bell, Ending ending)
      throws IOException {
    this.terminal = terminal;
    this.layout = layout;
    this.bell = bell;
    this.ending = ending;
    this.line = new EditLine(terminal);
    line.setCompleter(new Completion(roster));
    // Quotes, backslashes and exclamation marks are what people write, not syntax.
    line.setParser(new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]));
    line.option(Option.DISABLE_EVENT_EXPANSION, true);
    line.option(Option.INSERT_TAB, false);
    // What was typed is shown again as what was said.
    line.option(Option.ERASE_LINE_ON_FINISH, true);
    // The prompt may have changed while nothing was being read.
    line.getWidgets()
        .put(
            LineReader.CALLBACK_INIT,
            () -> {
              line.setPrompt(prompt);
              return true;
            });
    // Between two lines too, Ctrl-C is not the end.
    terminal.handle(Terminal.Signal.INT, Terminal.SignalHandler.SIG_IGN);
  }

  @Override
  public void show(List<Entry> entries) {
    AttributedStringBuilder rows = new AttributedStringBuilder();
    boolean called = false;
    int columns = line.columns();
    for (Entry entry : entries) {
      for (AttributedString row : layout.rows(entry, columns)) {
        rows.append(row).append("\n");
      }
      called |= !entry.mentions().isEmpty();
    }
    line.printAbove(rows.toAttributedString());
    if (called && bell) {
      terminal.puts(Capability.bell);
      terminal.flush();
    }
  }

  @Override
  public void prompt(String text) {
    if (!text.equals(prompt)) {
      prompt = text;
      line.changePrompt(text);
    }
  }

  @Override
  public void run(Conversation conversation) {
    Thread reading = Thread.currentThread();
    ending.then(reading::interrupt);
    // From now on nothing is echoed by the terminal itself, also not between two lines.
    terminal.enterRawMode();
    boolean more = true;
    while (more && !ending.hasCome()) {
      try {
        more = line.readLine(prompt).lines().allMatch(conversation::typed);
      } catch (UserInterruptException e) {
        // Ctrl-C, which clears the line; or the ending.
      } catch (EndOfFileException e) {
        more = false;
      }
    }
    ending.done();
    // The ending interrupts this thread, which has nothing more to read.
    Thread.interrupted();
  }
}
