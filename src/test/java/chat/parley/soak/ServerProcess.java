package chat.parley.soak;

import chat.parley.patience.Child;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The runnable jar, serving in a process of its own with little memory. */
final class ServerProcess implements AutoCloseable {
  /** Where the servers' logs and the table go. */
  static final Path FOLDER = Path.of("target", "soak");

  /** What a server may take to go down, in seconds. */
  static final int GOING_DOWN_SECONDS = 10;

  private static final String JAR = Path.of("target", "parley.jar").toString();
  private static final Pattern LISTENING =
      Pattern.compile(".* listening on (\\S+) 127\\.0\\.0\\.1:([0-9]+)");

  /**
   * How a server is started.
   *
   * @param descriptors how many files it may have open
   * @param tls whether it has a listener for TLS, too
   * @param arguments what is on its command line beside its listeners
   */
  record Options(int descriptors, boolean tls, List<String> arguments) {
    static final Options USUAL = new Options(10_000, false, List.of());

    Options with(int fewer) {
      return new Options(fewer, tls, arguments);
    }

    Options withTls() {
      return new Options(descriptors, true, arguments);
    }

    Options and(List<String> more) {
      List<String> all = Stream.of(arguments, more).flatMap(List::stream).toList();
      return new Options(descriptors, tls, all);
    }
  }

  private final Child process;
  private final Path log;
  private final InetSocketAddress lines;
  private final InetSocketAddress raw;

  /** Null when there is no such listener. */
  private final InetSocketAddress tls;

  private ServerProcess(Child process, Path log, Options options) throws IOException {
    this.process = process;
    this.log = log;
    this.lines = listening("lines");
    this.raw = listening("raw");
    this.tls = options.tls() ? listening("tls") : null;
  }

  /**
   * Starts a server and waits until it is open.
   *
   * @param name what its log is called
   */
  static ServerProcess start(String name, Options options) throws IOException {
    Files.createDirectories(FOLDER);
    Path log = FOLDER.resolve(name + ".log");
    if (options.tls()) {
      makeCertificate();
    }
    ProcessBuilder builder = new ProcessBuilder(command(options));
    builder.environment().keySet().removeIf(variable -> variable.startsWith("PARLEY_"));
    builder.environment().put("PARLEY_STORE", "none"); // unless an option says where
    Child process = Child.start("the server", builder.redirectError(log.toFile()));
    try {
      return new ServerProcess(process, log, options);
    } catch (IOException | AssertionError e) {
      process.close();
      throw e;
    }
  }

  private static void makeCertificate() throws IOException {
    List<String> command =
        List.of(Child.JAVA, "-jar", JAR, "certificate", "--self-signed", "localhost", "--force");
    Child.run(
        new ProcessBuilder(
            Stream.concat(command.stream(), Stream.of("--into", FOLDER.toString())).toList()));
  }

  private static List<String> command(Options options) {
    String limit = "ulimit -n " + options.descriptors() + " && exec \"$0\" \"$@\"";
    List<String> command = new ArrayList<>(List.of("sh", "-c", limit, Child.JAVA));
    command.addAll(List.of("@conf/jvm.options", "-Xmx256m", "-XX:MaxDirectMemorySize=64m"));
    // A large pool would hide buffers that are never given back.
    command.add("-Dpekko.io.tcp.direct-buffer-pool-limit=32");
    command.addAll(List.of("-jar", JAR));
    command.addAll(List.of("--listen", "lines:127.0.0.1:0", "--listen", "raw:127.0.0.1:0"));
    if (options.tls()) {
      command.addAll(List.of("--listen", "tls:127.0.0.1:0"));
      command.addAll(
          List.of("--set", "parley.tls.certificate=" + FOLDER.resolve("certificate.pem")));
      command.addAll(List.of("--set", "parley.tls.key=" + FOLDER.resolve("key.pem")));
    }
    command.addAll(List.of("--set", "parley.log-level=warn"));
    command.addAll(options.arguments());
    return command;
  }

  private InetSocketAddress listening(String kind) throws IOException {
    String line = process.output().next();
    Matcher listening = LISTENING.matcher(line == null ? "" : line);
    if (!listening.matches() || !listening.group(1).equals(kind)) {
      throw new IOException("the server has not started; it said: " + line + "; see " + log);
    }
    return new InetSocketAddress(
        InetAddress.getLoopbackAddress(), Integer.parseInt(listening.group(2)));
  }

  InetSocketAddress lines() {
    return lines;
  }

  InetSocketAddress raw() {
    return raw;
  }

  InetSocketAddress tls() {
    return tls;
  }

  long pid() {
    return process.pid();
  }

  /** Sends it a signal, {@code STOP} for example. */
  void signal(String name) throws IOException {
    process.signal(name);
  }

  /** The lines of its log that tell of an error. */
  List<String> errors() throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains(" ERROR ") || line.contains("OutOfMemoryError"))
          .toList();
    }
  }

  Path log() {
    return log;
  }

  /** What is known of the end of a server that nobody has told to go down. */
  String lastWords() {
    return "the server has ended with status "
        + process.end()
        + "; it said: "
        + String.join(" ", process.output().rest())
        + "; see "
        + log;
  }

  boolean isRunning() {
    return process.isRunning();
  }

  /**
   * Has it go down, as an operator would.
   *
   * @return its exit status; -1 when it did not end in time
   */
  int goDown() {
    process.terminate();
    return process.endWithin(Duration.ofSeconds(GOING_DOWN_SECONDS)).orElse(-1);
  }

  @Override
  public void close() {
    process.close();
  }
}
