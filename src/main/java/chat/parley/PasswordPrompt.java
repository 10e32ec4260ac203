package chat.parley;

import chat.parley.PasswordCommand.NoPassword;
import chat.parley.access.Secret;
import chat.parley.client.Terminals;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/**
 * Asks for a new password on the terminal, without showing what is typed. (The JDK's console would
 * not ask while the output goes into a file, and from JDK 22 on is there without a terminal too.)
 */
final class PasswordPrompt {
  private static final Character NOTHING = '\0';

  private PasswordPrompt() {}

  /** Whether standard input is a terminal. */
  static boolean isPossible() {
    return new ExecTerminalProvider().isSystemStream(SystemStream.Input);
  }

  /** How what is typed is encoded. */
  static Charset charset() {
    return Terminals.charset();
  }

  /** Asks twice, on standard error where that is a terminal. */
  static Secret ask() throws IOException, NoPassword {
    try (Terminal terminal = terminal()) {
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              // Quotes and backslashes are part of a password, not syntax.
              .parser(new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]))
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .option(LineReader.Option.INSERT_TAB, true)
              .variable(LineReader.DISABLE_HISTORY, true)
              .build();
      String password = reader.readLine("Password: ", NOTHING);
      if (!password.equals(reader.readLine("Once more: ", NOTHING))) {
        throw new NoPassword("these were two different passwords");
      }
      return new Secret(password);
    } catch (UserInterruptException | EndOfFileException e) {
      throw new NoPassword("no password was given");
    }
  }

  private static Terminal terminal() throws IOException, NoPassword {
    try {
      return TerminalBuilder.builder()
          .system(true)
          .systemOutput(SystemOutput.SysErrOrSysOut)
          .provider(TerminalBuilder.PROP_PROVIDER_EXEC)
          .type(
              Optional.ofNullable(System.getenv("TERM")).filter(it -> !it.isEmpty()).orElse("dumb"))
          .encoding(charset())
          .dumb(false)
          .graphemeCluster(false)
          .build();
    } catch (IllegalStateException e) {
      throw new NoPassword("there is no terminal to ask on; give the password on standard input");
    }
  }
}
