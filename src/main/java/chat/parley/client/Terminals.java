package chat.parley.client;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/** The terminal that the program's standard input and output are connected to, if it is one. */
public final class Terminals {
  private Terminals() {}

  /** The terminal, if both are one and it can move its cursor. */
  static Optional<Terminal> capable() {
    String type = System.getenv("TERM");
    if (type == null || type.isEmpty() || type.startsWith("dumb")) {
      return Optional.empty();
    }
    try {
      return Optional.of(builder().systemOutput(SystemOutput.SysOut).build());
    } catch (IOException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** Makes terminals of the program's own, where they are some. */
  public static TerminalBuilder builder() {
    return TerminalBuilder.builder()
        .system(true)
        // It runs stty, needs no native library, and so no permission to load one.
        .provider(TerminalBuilder.PROP_PROVIDER_EXEC)
        // Each, or what Java takes from the locale would count for more.
        .encoding(charset())
        .stdinEncoding(charset())
        .stdoutEncoding(charset())
        .stderrEncoding(charset())
        .dumb(false)
        // Asking the terminal takes as long as it takes to answer, and not all do.
        .graphemeCluster(false);
  }

  /** Whether both are some terminal. */
  static boolean areTerminal() {
    var provider = new ExecTerminalProvider();
    return provider.isSystemStream(SystemStream.Input)
        && provider.isSystemStream(SystemStream.Output);
  }

  /**
   * Has a terminal that shows what is typed by itself do so, or not. It does again when the program
   * has ended, in whatever way, and while it is stopped.
   */
  static void echo(boolean on) {
    if (on) {
      Suspension.plain();
    } else {
      atExit(() -> stty(true));
      Suspension.around(() -> stty(true), () -> stty(false));
    }
    stty(on);
  }

  private static void atExit(Runnable action) {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(action, "echo"));
    } catch (IllegalStateException e) {
      // All is over, and nobody types.
    }
  }

  private static void stty(boolean on) {
    try {
      new ProcessBuilder("stty", on ? "echo" : "-echo")
          .redirectInput(ProcessBuilder.Redirect.INHERIT)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      // Without stty nothing passes for a terminal.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How a terminal encodes text; where the locale says nothing but ASCII, in UTF-8. */
  public static Charset charset() {
    Charset configured = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    return configured.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : configured;
  }
}
