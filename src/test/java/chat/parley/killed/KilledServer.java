package chat.parley.killed;

import chat.parley.cli.Main;
import chat.parley.patience.Child;
import chat.parley.patience.Wait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server in a process of its own, which ends when it is killed. */
final class KilledServer implements AutoCloseable {
  private static final String LISTENING = "parley: listening on lines 127.0.0.1:";

  /** Where many others run, a start takes its time. */
  private static final Duration START = Duration.ofMinutes(3);

  private final Child process;
  private final InetSocketAddress lines;

  KilledServer(List<String> options) throws IOException {
    this(List.of(), List.of(), options);
  }

  /**
   * Starts it and waits until it is open.
   *
   * @param within what starts it: a command that takes another one
   * @param javaOptions for its Java, besides the usual ones
   * @param options of its command line, besides its listener
   */
  KilledServer(List<String> within, List<String> javaOptions, List<String> options)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--listen", "lines:127.0.0.1:0",
                "--set", "parley.limits.posts-per-second=0",
                "--set", "parley.log-level=warn"));
    arguments.addAll(options);
    List<String> java =
        new ArrayList<>(
            List.of(
                "-XX:TieredStopAtLevel=1", // it does not live long
                "-Dlogback.configurationFile=logback.xml")); // not that of the tests
    java.addAll(javaOptions);
    ProcessBuilder builder = Child.java(Main.class, java, arguments);
    builder.command().addAll(0, within);
    process = Child.start("the server", builder.redirectErrorStream(true));
    try {
      Wait.until("a server that listens", START, () -> listening().isPresent() || hasEnded());
      String listening = listening().orElseThrow(() -> new AssertionError(process.output().rest()));
      lines =
          new InetSocketAddress(
              InetAddress.getLoopbackAddress(),
              Integer.parseInt(listening.substring(LISTENING.length())));
    } catch (AssertionError e) {
      process.close();
      throw e;
    }
  }

  private Optional<String> listening() {
    return process.output().soFar().stream().filter(it -> it.startsWith(LISTENING)).findFirst();
  }

  private boolean hasEnded() {
    return !process.isRunning();
  }

  InetSocketAddress lines() {
    return lines;
  }

  /** A file, as it is for the server. */
  Path sees(Path file) {
    return Path.of("/proc/" + process.pid() + "/root" + file);
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.kill();
    process.end();
  }

  @Override
  public void close() {
    process.close();
  }
}
