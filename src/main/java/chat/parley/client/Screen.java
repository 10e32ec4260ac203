package chat.parley.client;

import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp.Capability;

/**
 * A user interface on a terminal that can move its cursor: what arrives is printed above the line
 * being typed, which stays at the bottom, whole.
 */
final class Screen implements Ui {
  private final Terminal terminal;
  private final Layout layout;
  private final boolean bell;
  private final StopSignal stopSignal;
  private final Runnable stop;
  private final EditLine line;

  /**
   * @param bell whether to ring when the user is mentioned
   * @param stop what Ctrl-Z does when the terminal is as it was before; returns when all goes on
   */
  Screen(
      Terminal terminal,
      Layout layout,
      KnownNames knownNames,
      boolean bell,
      StopSignal stopSignal,
      Runnable stop) {
    this.terminal = terminal;
    this.layout = layout;
    this.bell = bell;
    this.stopSignal = stopSignal;
    this.stop = stop;
    this.line = new EditLine(terminal, new Completion(knownNames));
    // Between two lines too, Ctrl-C is not the end.
    terminal.handle(Signal.INT, SignalHandler.SIG_IGN);
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
    line.prompt(text);
  }

  @Override
  public void askPassword() {
    line.askPassword();
  }

  @Override
  public void run(Conversation conversation) {
    Thread reading = Thread.currentThread();
    stopSignal.then(reading::interrupt);
    // From now on nothing is echoed by the terminal itself, also not between two lines.
    Attributes before = terminal.enterRawMode();
    terminal.handle(Signal.TSTP, signal -> suspend(before));
    boolean more = true;
    while (more && !stopSignal.hasCome()) {
      try {
        more = ended(line.read(), conversation);
      } catch (UserInterruptException e) {
        // Ctrl-C, which clears the line; or the stop signal.
        if (line.wasSecret()) {
          conversation.password("");
        }
      } catch (EndOfFileException e) {
        more = false;
      }
    }
    stopSignal.done();
    // The stop signal interrupts this thread, which has nothing more to read.
    Thread.interrupted();
  }

  /** What is shown meanwhile waits. */
  private void suspend(Attributes before) {
    line.standAside(
        () -> {
          Attributes own = terminal.getAttributes();
          // The signal is to stop the process; that it goes on is dealt with here.
          terminal.handle(Signal.TSTP, SignalHandler.SIG_DFL);
          SignalHandler goingOn = terminal.handle(Signal.CONT, SignalHandler.SIG_DFL);
          terminal.setAttributes(before);
          stop.run();
          terminal.setAttributes(own);
          terminal.handle(Signal.CONT, goingOn);
          terminal.handle(Signal.TSTP, signal -> suspend(before));
        });
  }

  private boolean ended(String text, Conversation conversation) {
    if (line.wasSecret()) {
      conversation.password(text.lines().findFirst().orElse(""));
      return true;
    }
    return text.lines().allMatch(conversation::typed);
  }
}
