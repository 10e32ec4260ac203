package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.patience.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Windows to type into and to look at, in a tmux server of its own. */
final class Tmux {
  private static final String TIME = "\\d\\d:\\d\\d:\\d\\d";
  private static final int ROWS = 20;

  private final Path socket;

  /**
   * @param socket a file that is not there yet
   */
  Tmux(Path socket) {
    this.socket = socket;
  }

  /** Whether this machine has tmux. */
  static boolean isThere() {
    try (Child tmux = Child.start("tmux", new ProcessBuilder("tmux", "-V"))) {
      return tmux.end() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Opens a window in which {@code command} runs; it stays when the command has ended. */
  void open(String window, int columns, String command) throws IOException {
    run(
        "new-session",
        "-d",
        "-s",
        window,
        "-x",
        Integer.toString(columns),
        "-y",
        Integer.toString(ROWS),
        "LC_ALL=C.UTF-8 sh -c '" + command + "; exec cat'");
  }

  /** Opens a window with a shell that has job control. */
  void openShell(String window, int columns) throws IOException {
    open(window, columns, "ENV= PS1=\"sh> \" exec sh -i");
    awaitLast(window, "sh>");
  }

  /** Keeps all that is written to a window from now on in {@code file}. */
  void keep(String window, Path file) throws IOException {
    run("pipe-pane", "-t", window, "exec cat >> " + file);
  }

  /** Presses keys, which are text or tmux's names of keys. */
  void type(String window, String... keys) throws IOException {
    for (String each : keys) {
      run("send-keys", "-t", window, each);
    }
  }

  /** Waits until a window's terminal does not itself show what is typed. */
  void awaitNoEcho(String window) throws IOException {
    String terminal = run("display-message", "-p", "-t", window, "#{pane_tty}").strip();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!output("sh", "-c", "stty -a < " + terminal).contains(" -echo ")) {
      assertThat(System.nanoTime()).as("the terminal still echoes").isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** Waits until the last row of a window is {@code row}. */
  String awaitLast(String window, String row) throws IOException {
    return await(window, screen -> ("\n" + screen).endsWith("\n" + row));
  }

  /** Waits until a window looks as wanted; answers what it looks like, at midnight. */
  String await(String window, Predicate<String> wanted) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    String screen = screen(window);
    while (!wanted.test(screen)) {
      assertThat(System.nanoTime()).as("the window is still:\n%s", screen).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      screen = screen(window);
    }
    return screen;
  }

  private String screen(String window) throws IOException {
    return run("capture-pane", "-p", "-t", window).stripTrailing().replaceAll(TIME, "00:00:00");
  }

  private String run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("tmux", "-f", "/dev/null", "-S", socket.toString()));
    command.addAll(List.of(arguments));
    return output(command.toArray(String[]::new));
  }

  private static String output(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("TERM", "xterm-256color");
    return String.join("\n", Child.run(builder));
  }

  /** Ends the server and whatever runs in its windows. */
  void stop() throws IOException {
    if (Files.exists(socket)) {
      run("kill-server");
    }
  }
}
