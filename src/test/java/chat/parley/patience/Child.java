package chat.parley.patience;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process that a test has started, and that ends with the test. */
public final class Child implements AutoCloseable {
  /** The Java that runs the tests. */
  public static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final String what;
  private final Process process;
  private final ReadLines output;
  private ReadLines errors;

  private Child(String what, ProcessBuilder builder) throws IOException {
    this.what = what;
    process = builder.start();
    output = new ReadLines("the output of " + what, process.inputReader(StandardCharsets.UTF_8));
  }

  /**
   * Starts a process.
   *
   * @param what completes "waited in vain for the end of ..."
   * @throws IOException when there is no such program
   */
  public static Child start(String what, ProcessBuilder builder) throws IOException {
    return new Child(what, builder);
  }

  /** A process of this Java with the class path of the tests. */
  public static ProcessBuilder java(Class<?> main, List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  /** Runs a program, which must end well; answers all that it has written. */
  public static List<String> run(ProcessBuilder builder) throws IOException {
    String what = String.join(" ", builder.command());
    try (Child child = start(what, builder.redirectErrorStream(true))) {
      List<String> written = child.output().rest();
      int status = child.end();
      if (status != 0) {
        throw new AssertionError(what + " has ended with " + status + " after " + written);
      }
      return written;
    }
  }

  /** What it writes to standard output. */
  public ReadLines output() {
    return output;
  }

  /** What it writes to standard error, which nobody reads until this is called. */
  public ReadLines errors() {
    if (errors == null) {
      errors = new ReadLines("the errors of " + what, process.errorReader(StandardCharsets.UTF_8));
    }
    return errors;
  }

  /** What it reads on standard input. */
  public BufferedWriter input() {
    return process.outputWriter(StandardCharsets.UTF_8);
  }

  public long pid() {
    return process.pid();
  }

  /** Sends it a signal, {@code HUP} for example; it must be there. */
  public void signal(String name) throws IOException {
    run(new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid()));
  }

  /** Sends SIGTERM; the process's own {@code destroy} would also close our ends of its pipes. */
  public void terminate() {
    process.toHandle().destroy();
  }

  /** Sends SIGKILL; what it has written can still be read. */
  public void kill() {
    process.toHandle().destroyForcibly();
  }

  public boolean isRunning() {
    return process.isAlive();
  }

  /** Its exit status, when it has ended. */
  public int end() {
    return end(Wait.PATIENCE);
  }

  /** Its exit status, when it has ended. */
  public int end(Duration patience) {
    return endWithin(patience)
        .orElseThrow(
            () -> Wait.inVain("the end of " + what + " after " + output.soFar(), patience));
  }

  /** Its exit status, when it has ended; nothing if it has not by then. */
  public Optional<Integer> endWithin(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
          ? Optional.of(process.exitValue())
          : Optional.empty();
    } catch (InterruptedException e) {
      throw Wait.interrupted("the end of " + what, e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    kill();
    end();
  }
}
