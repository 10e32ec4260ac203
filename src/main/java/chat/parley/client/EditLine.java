package chat.parley.client;

import java.util.List;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.KillRing;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/**
 * The line being typed. It knows how wide the terminal is without asking it every time, and can
 * become a password at any moment: then nothing of it is shown, completed, or kept.
 *
 * <p>One thread reads; any thread may change the prompt or ask for a password.
 */
final class EditLine extends LineReaderImpl implements MaskingCallback {
  private static final String PASSWORD = "password> ";

  private String wanted = "";

  /** Whether the line being typed, or else the next one, is a password. */
  private boolean secret;

  /** Whether the line that was ended last was one. */
  private boolean wasSecret;

  /** What was being typed when a password was asked for; comes back after that. */
  private String interrupted = "";

  EditLine(Terminal terminal, Completer completer) {
    super(terminal, "parley", null);
    setCompleter(
        (reader, typed, candidates) -> {
          if (!secret) {
            completer.complete(reader, typed, candidates);
          }
        });
    // Quotes, backslashes and exclamation marks are what people write, not syntax.
    setParser(new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]));
    option(Option.DISABLE_EVENT_EXPANSION, true);
    option(Option.INSERT_TAB, false);
    // What was typed is shown again as what was said.
    option(Option.ERASE_LINE_ON_FINISH, true);
    getWidgets().put(LineReader.CALLBACK_INIT, this::begin);
  }

  /**
   * Reads a line.
   *
   * @throws UserInterruptException when it is given up, or the thread is interrupted
   * @throws EndOfFileException when there are no more
   */
  String read() {
    return readLine(null, null, this, null);
  }

  /** Whether the line that has just been read or given up is a password. */
  boolean wasSecret() {
    return wasSecret;
  }

  int columns() {
    int columns = size.getColumns();
    return columns > 0 ? columns : terminal.getSize().getColumns();
  }

  /** What the line is for, unless it is a password. */
  void prompt(String text) {
    lock.lock();
    try {
      if (!text.equals(wanted)) {
        wanted = text;
        promptAgain();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Makes a password of the line being typed, which is put aside, or else of the next one. */
  void askPassword() {
    lock.lock();
    try {
      if (!secret) {
        secret = true;
        if (reading && state == State.NORMAL) {
          interrupted = buf.toString();
          buf.clear();
        }
        promptAgain();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes the line off the screen, and shows it again when {@code meanwhile} is over. */
  void standAside(Runnable meanwhile) {
    lock.lock();
    try {
      if (reading) {
        display.update(List.of(), 0);
        terminal.puts(Capability.keypad_local);
        terminal.writer().write(BRACKETED_PASTE_OFF);
      }
      terminal.flush();
      meanwhile.run();
      if (reading) {
        size = terminal.getBufferSize();
        display.resize(size);
        terminal.puts(Capability.keypad_xmit);
        terminal.writer().write(BRACKETED_PASTE_ON);
        redrawLine();
        redisplay();
      }
    } finally {
      lock.unlock();
    }
  }

  private void promptAgain() {
    setPrompt(secret ? PASSWORD : wanted);
    if (reading) {
      redisplay();
    }
  }

  /** Prompt and kind of the line may have changed while nothing was being read. */
  private boolean begin() {
    setPrompt(secret ? PASSWORD : wanted);
    if (!secret) {
      buf.write(interrupted);
      interrupted = "";
    }
    return true;
  }

  @Override
  public String display(String text) {
    return secret ? "" : Secrets.starred(text);
  }

  @Override
  public String history(String text) {
    return secret || Secrets.areIn(text) ? null : text;
  }

  @Override
  protected String finish(String text) {
    wasSecret = secret;
    return super.finish(text);
  }

  /** The line is not on the screen any more. Until here a password has to be hidden. */
  @Override
  protected void cleanup() {
    super.cleanup();
    if (state != State.DONE) {
      wasSecret = secret;
    }
    if (wasSecret) {
      secret = false;
      // No key can bring back what was cut out of it.
      killRing = new KillRing();
    }
  }
}
