package chat.parley.killed;

import chat.parley.cli.Main;
import chat.parley.patience.Child;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** A server in a process of its own, which ends when it is killed. */
final class KilledServer implements AutoCloseable {
  private static final String LISTENING = "parley: listening on lines 127.0.0.1:";

  private final Child process;
  private final InetSocketAddress lines;

  /**
   * Starts it and waits until it is open.
   *
   * @param options of its command line, besides its listener
   */
  KilledServer(List<String> options) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--listen", "lines:127.0.0.1:0",
                "--set", "parley.limits.posts-per-second=0",
                "--set", "parley.log-level=warn"));
    arguments.addAll(options);
    ProcessBuilder builder =
        Child.java(
            Main.class,
            List.of(
                "-XX:TieredStopAtLevel=1", // it does not live long
                "-Dlogback.configurationFile=logback.xml"), // not that of the tests
            arguments);
    process = Child.start("the server", builder.redirectErrorStream(true));
    try {
      String listening = process.output().next(line -> line.startsWith(LISTENING), "a listener");
      lines =
          new InetSocketAddress(
              InetAddress.getLoopbackAddress(),
              Integer.parseInt(listening.substring(LISTENING.length())));
    } catch (AssertionError e) {
      process.close();
      throw e;
    }
  }

  InetSocketAddress lines() {
    return lines;
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
