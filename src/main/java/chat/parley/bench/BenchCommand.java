package chat.parley.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that measures a server. */
@Command(
    name = "bench",
    description = {
      "Measures a server: members join over real connections, some of them send, and every"
          + " delivery is checked. Without --target a server is started for it, with the same Java"
          + " options, and stopped in the end."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    showDefaultValues = true,
    footerHeading = "%n",
    footer = {
      "With --window, messages are sent as fast as they are delivered. With --rate they are sent",
      "by the clock, and latency counts from when a message was due, not from when it got away.",
      "",
      "Exit status: 0 all well; 1 the members cannot join; 2 wrong usage; 3 deliveries were lost",
      "or out of order, or a member was disconnected.",
      "",
      "Example: parley bench --members 1000 --rate 20"
    })
public final class BenchCommand implements Callable<Integer> {
  private static final int FAULTS = 3;
  private static final int MAX_SIZE = 64 * 1024;
  private static final int MAX_MEMBERS = 1_000_000;
  private static final int MAX_WINDOW = 1_000_000;
  private static final double MAX_RATE = 1e6;
  private static final double MAX_SECONDS = 86_400;
  private static final int DEFAULT_WINDOW = 64;

  @Option(
      names = "--target",
      paramLabel = "HOST:PORT",
      converter = Target.class,
      description = "A server's lines door, instead of a server of its own.")
  private InetSocketAddress target;

  @Option(
      names = "--members",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many join, in all rooms together.")
  private int members;

  @Option(
      names = "--senders",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many members of each room send.")
  private int senders;

  @Option(
      names = "--rooms",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many rooms they are spread over.")
  private int rooms;

  @Option(
      names = "--size",
      paramLabel = "BYTES",
      defaultValue = "64",
      description = "How long a message is.")
  private int size;

  @Option(
      names = "--window",
      paramLabel = "N",
      description = {
        "How many messages may be on their way in each room.",
        "  Default: " + DEFAULT_WINDOW
      })
  private Integer window;

  @Option(
      names = "--rate",
      paramLabel = "PER_S",
      description = "How many messages are sent a second, in all rooms together.")
  private Double rate;

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      defaultValue = "5",
      description = "For how many seconds messages are sent before it measures.")
  private double warmUp;

  @Option(
      names = "--duration",
      paramLabel = "S",
      defaultValue = "10",
      description = "For how many seconds it measures.")
  private double duration;

  @Option(
      names = "--messages",
      paramLabel = "N",
      description = "Stops when it has measured so many messages.")
  private Long messages;

  @Option(
      names = "--patience",
      paramLabel = "S",
      defaultValue = "10",
      description = "After how many seconds of silence what is missing counts as lost.")
  private double patience;

  @Option(
      names = "--pid",
      description = "The target's process, for its CPU and memory.",
      paramLabel = "PID")
  private Long pid;

  @Option(
      names = "--bare",
      description = "The server asks no name and has one room, like parley's raw door.")
  private boolean bare;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  private final Class<?> server;

  /**
   * @param server the main class of the server to start when there is no target; it takes {@code
   *     --door} and {@code --set}
   */
  public BenchCommand(Class<?> server) {
    this.server = server;
  }

  @Override
  public Integer call() throws IOException {
    Load load = load();
    Course course = course();
    FileLimit.complaint(members)
        .ifPresent(
            complaint -> {
              throw new BenchFailed(complaint);
            });
    if (target == null) {
      return measureOwnServer(load, course);
    }
    return report(load, target, run(load, course, target, process()));
  }

  private int measureOwnServer(Load load, Course course) throws IOException {
    InetSocketAddress address;
    Result result;
    try (OwnServer own = OwnServer.start(server, bare ? "raw" : "lines", MAX_SIZE)) {
      address = own.awaitOpen();
      result = run(load, course, address, Optional.of(own.process()));
    }
    return report(load, address, result);
  }

  private Result run(
      Load load, Course course, InetSocketAddress address, Optional<ProcessHandle> process)
      throws IOException {
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    InetSocketAddress resolved = Target.resolved(address);
    return new Bench(load, course, resolved, process.map(ServerProcess::new), progress).run();
  }

  private int report(Load load, InetSocketAddress address, Result result) {
    String shown = Target.shown(address);
    String report = json ? JsonReport.of(load, shown, result) : TextReport.of(load, shown, result);
    spec.commandLine().getOut().println(report.stripTrailing());
    return result.faults().none() ? CommandLine.ExitCode.OK : FAULTS;
  }

  private Load load() {
    require(members >= 2 && members <= MAX_MEMBERS, "--members must be 2 to " + MAX_MEMBERS);
    require(rooms >= 1 && rooms <= members / 2, "--rooms must be 1 to half of --members");
    require(
        senders >= 1 && senders <= members / rooms,
        "--senders must be 1 to as many as a room has members, which is " + members / rooms);
    require(
        size >= MessageFormat.MIN_SIZE && size <= MAX_SIZE,
        "--size must be " + MessageFormat.MIN_SIZE + " to " + MAX_SIZE + " bytes");
    require(
        rate == null || window == null,
        "--rate and --window exclude each other: messages go by the clock, or as fast as they"
            + " are delivered");
    require(rate == null || (rate > 0 && rate <= MAX_RATE), "--rate must be above 0, to 1000000");
    require(
        window == null || (window >= 1 && window <= MAX_WINDOW),
        "--window must be 1 to " + MAX_WINDOW);
    require(!bare || rooms == 1, "--rooms needs a server that has rooms, so not --bare");
    return new Load(
        members,
        rooms,
        senders,
        size,
        bare,
        rate == null ? 0 : rate,
        window == null ? DEFAULT_WINDOW : window);
  }

  private Course course() {
    require(messages == null || messages >= 1, "--messages must be at least 1");
    require(pid == null || target != null, "--pid is for a --target");
    return new Course(
        seconds("--warm-up", warmUp, 0),
        seconds("--duration", duration, 0.001),
        messages == null ? Long.MAX_VALUE : messages,
        seconds("--patience", patience, 0.001));
  }

  private Duration seconds(String option, double seconds, double min) {
    require(
        seconds >= min && seconds <= MAX_SECONDS,
        option + " must be " + (min > 0 ? "above 0" : "0") + " to " + (int) MAX_SECONDS + " s");
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  private Optional<ProcessHandle> process() {
    if (pid == null) {
      return Optional.empty();
    }
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    require(process.isPresent(), "--pid " + pid + " is not a process that runs here");
    return process;
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }
}
