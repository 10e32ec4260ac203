package chat.parley.cli;

import chat.parley.access.Secret;
import chat.parley.cli.PasswordCommand.NoPassword;
import chat.parley.client.Suspension;
import chat.parley.client.Terminals;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/**
 * A prompt for a new password on the terminal; what is typed is not shown. (The JDK's console does
 * not ask while the output goes into a file, and from JDK 22 on it is there without a terminal
 * too.)
 */
final class PasswordPrompt {
  /** More than any password has. */
  private static final int MAX_LENGTH = 8192;

  private PasswordPrompt() {}

  /** Whether standard input is a terminal. */
  static boolean isPossible() {
    return new ExecTerminalProvider().isSystemStream(SystemStream.Input);
  }

  /**
   * Asks twice, on standard error where that is a terminal. The terminal itself lets the line be
   * edited, as for any program; it is only told not to echo it, which works on dumb ones too.
   */
  static Secret ask() throws IOException, NoPassword {
    try (Terminal terminal = terminal()) {
      Attributes before = terminal.getAttributes();
      Attributes silent = new Attributes(before);
      silent.setLocalFlag(LocalFlag.ECHO, false);
      terminal.setAttributes(silent);
      Suspension.around(() -> terminal.setAttributes(before), () -> terminal.setAttributes(silent));
      // Not the library's reader: it runs stty once more when it begins to read, and a process that
      // is just starting another cannot be stopped by Ctrl-Z.
      Reader in = new InputStreamReader(System.in, Terminals.charset());
      try {
        String password = line(terminal, in, "Password: ");
        if (!password.equals(line(terminal, in, "Once more: "))) {
          throw new NoPassword("these were two different passwords");
        }
        return new Secret(password);
      } finally {
        Suspension.plain();
        terminal.setAttributes(before);
      }
    }
  }

  private static String line(Terminal terminal, Reader in, String prompt)
      throws IOException, NoPassword {
    terminal.writer().print(prompt);
    terminal.writer().flush();
    StringBuilder line = new StringBuilder();
    int each = in.read();
    while (each >= 0 && each != '\n' && line.length() <= MAX_LENGTH) {
      line.append((char) each);
      each = in.read();
    }
    terminal.writer().println();
    terminal.writer().flush();
    if (line.isEmpty()) {
      throw new NoPassword("no password was given");
    }
    return line.toString();
  }

  private static Terminal terminal() throws IOException, NoPassword {
    try {
      return Terminals.builder()
          .systemOutput(SystemOutput.SysErrOrSysOut)
          // Nothing of a terminal's abilities is used, but the library would not even set the
          // attributes of one that is called dumb.
          .type("ansi")
          .build();
    } catch (IllegalStateException e) {
      throw new NoPassword("there is no terminal to ask on; give the password on standard input");
    }
  }
}
