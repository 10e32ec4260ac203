package chat.parley.bench;

import chat.parley.notation.HostPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server in a process of its own, with this program's Java, class path and Java options and with
 * default settings, but without a limit on how fast its clients send. It is stopped by {@link
 * #close}, at the latest when this program ends.
 */
final class OwnServer implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile(".* listening on \\S+ 127\\.0\\.0\\.1:([0-9]+)");
  private static final Duration OPEN_WITHIN = Duration.ofMinutes(1);
  private static final int STOP_SECONDS = 10;

  private final Process process;
  private final Thread hook = new Thread(this::stop, "parley-bench-stop");

  private OwnServer(Process process) {
    this.process = process;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts a server; {@link #awaitOpen} tells when it can be used.
   *
   * @param main the class that serves
   * @param kind what its listener speaks, {@code lines} or {@code raw}
   * @param maxLine how long a line it must take, in bytes
   * @param store where it keeps what is said, as {@code --store} has it
   */
  static OwnServer start(Class<?> main, String kind, int maxLine, String store) throws IOException {
    var builder = new ProcessBuilder(command(main, kind, maxLine, store));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
    return new OwnServer(builder.start());
  }

  private static List<String> command(Class<?> main, String kind, int maxLine, String store) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !isAgent(option))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of("--listen", kind + ":127.0.0.1:0"));
    command.addAll(List.of("--store", store));
    command.addAll(List.of("--set", "parley.log-level=warn"));
    command.addAll(List.of("--set", "parley.lines.max-line=" + maxLine));
    command.addAll(List.of("--set", "parley.limits.posts-per-second=0"));
    return command;
  }

  /** Whether an option is for a debugger or a profiler of this program, which can be but one's. */
  private static boolean isAgent(String option) {
    return option.startsWith("-agent") || option.startsWith("-javaagent");
  }

  /**
   * Waits until the server has opened its listener.
   *
   * @return where that is
   * @throws BenchFailed when it ends instead, or takes too long
   */
  HostPort awaitOpen() throws IOException {
    return awaitOpen(OPEN_WITHIN);
  }

  HostPort awaitOpen(Duration within) throws IOException {
    // No interrupt ends a read; the end of the process does.
    var late = new CompletableFuture<Boolean>();
    late.completeOnTimeout(true, within.toMillis(), TimeUnit.MILLISECONDS);
    var unused =
        late.thenAccept(
            is -> {
              if (is) {
                process().destroyForcibly();
              }
            });
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.matches() && late.complete(false)) {
        return new HostPort("127.0.0.1", Integer.parseInt(ready.group(1)));
      }
    }
    throw new BenchFailed(
        late.complete(false)
            ? "the server that was started for it has ended before it was open"
            : "the server that was started for it is not open after " + within.toMillis() + " ms");
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /**
   * Stops the server and waits until it has ended. Does not return when this program is being ended
   * from outside: a server that is gone is then nothing to report.
   */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      awaitEndOfProgram();
    }
    stop();
  }

  private static void awaitEndOfProgram() {
    while (true) {
      LockSupport.park();
    }
  }

  private void stop() {
    process.destroy();
    try {
      if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
