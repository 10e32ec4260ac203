package chat.parley.bench;

import chat.parley.notation.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that measures a server. */
@Command(
    name = "bench",
    header = "Measures how fast a server delivers.",
    description = {
      "Members join over real connections, some of them send, and every delivery is checked."
          + " Without --target a server is started for it, with the same Java options, and"
          + " stopped in the end."
    },
    sortOptions = false,
    usageHelpAutoWidth = true,
    showDefaultValues = true,
    footerHeading = "%n",
    footer = {
      "With --window, messages are sent as fast as they are delivered. With --rate they are sent"
          + " by the clock, and latency counts from when a message was due, not from when it got"
          + " away.",
      "",
      "Exit status: 0 all well; 1 the members cannot join; 2 wrong usage; 3 deliveries were lost"
          + " or out of order, or a member was disconnected.",
      "",
      "Example: parley bench --members 1000 --rate 20"
    })
public final class BenchCommand implements Callable<Integer> {
  private static final int FAULTS = 3;
  private static final double MAX_SECONDS = 3600;
  private static final String NO_STORE = "none";

  @Option(
      names = "--target",
      paramLabel = "HOST:PORT",
      converter = Target.class,
      description = "A server's lines listener, instead of a server of its own.")
  private HostPort target;

  @Mixin private LoadOptions options;

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
      names = "--store",
      paramLabel = "DIR|none|postgresql://USER@HOST/DB",
      description = {
        "Where a server of its own keeps what is said; what is there already stays.",
        "  Default: " + NO_STORE
      })
  private String store;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  @SuppressWarnings("unused") // picocli shows the help itself
  private boolean help;

  @Spec private CommandSpec spec;

  private final Class<?> server;

  /**
   * @param server the main class of the server to start when there is no target; it takes {@code
   *     --listen}, {@code --store} and {@code --set}
   */
  public BenchCommand(Class<?> server) {
    this.server = server;
  }

  @Override
  public Integer call() throws IOException {
    Load load = options.load();
    RunPlan plan = plan();
    FileLimit.complaint(load.members())
        .ifPresent(
            complaint -> {
              throw new BenchFailed(complaint);
            });
    if (target == null) {
      return measureOwnServer(load, plan);
    }
    return report(load, target, run(load, plan, target, process()));
  }

  private int measureOwnServer(Load load, RunPlan plan) throws IOException {
    HostPort address;
    Result result;
    try (OwnServer own =
        OwnServer.start(
            server,
            load.bare() ? "raw" : "lines",
            LoadOptions.MAX_SIZE,
            store == null ? NO_STORE : store)) {
      address = own.awaitOpen();
      result = run(load, plan, address, Optional.of(own.process()));
    }
    return report(load, address, result);
  }

  private Result run(Load load, RunPlan plan, HostPort address, Optional<ProcessHandle> process)
      throws IOException {
    Progress progress = Progress.onStandardError(spec.commandLine().getErr());
    InetSocketAddress resolved = Target.resolved(address);
    return new Bench(load, plan, resolved, process.map(ServerProcess::new), progress).run();
  }

  private int report(Load load, HostPort address, Result result) {
    String shown = address.toString();
    String report = json ? JsonReport.of(load, shown, result) : TextReport.of(load, shown, result);
    spec.commandLine().getOut().println(report.stripTrailing());
    return result.faults().none() ? CommandLine.ExitCode.OK : FAULTS;
  }

  private RunPlan plan() {
    require(messages == null || messages >= 1, "--messages must be at least 1");
    require(pid == null || target != null, "--pid is for a --target");
    require(store == null || target == null, "--store is for a server of its own, not a --target");
    return new RunPlan(
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
    Usage.require(spec, condition, otherwise);
  }
}
