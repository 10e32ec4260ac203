package chat.parley.cli;

import chat.parley.bench.BenchCommand;
import chat.parley.bench.BenchFailed;
import chat.parley.config.SettingsException;
import chat.parley.notation.FileNames;
import chat.parley.notation.NumberText;
import chat.parley.notation.OptionValue;
import chat.parley.server.ListenerRefused;
import chat.parley.store.StoreException;
import chat.parley.tls.TlsProblem;
import chat.parley.transfer.TransferException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/** The entry point, which {@code java -jar parley.jar} runs. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    ProgramText.setUp();
    System.exit(run(Arguments.inUtf8(args)));
  }

  /**
   * Runs a command line until it is done.
   *
   * @return the exit status: 0 for a clean end, 1 for what fails at run time, 2 for wrong usage;
   *     commands may have others
   */
  static int run(String... args) {
    PrintWriter out = ProgramText.writer(System.out);
    return run(StandardStreams.own(), out, ProgramText.writer(System.err), args);
  }

  /** Runs a command line that writes to {@code out} and {@code err}. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(InputStream.nullInputStream(), out, err, args);
  }

  /** Runs a command line that also reads, from {@code in}. */
  static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
    return run(new StandardStreams(in, out, () -> false), out, err, args);
  }

  /** Runs a command line with streams of its own for what is not for people. */
  static int run(StandardStreams streams, PrintWriter out, PrintWriter err, String... args) {
    return commandLine(streams).setOut(out).setErr(err).execute(args);
  }

  private static CommandLine commandLine(StandardStreams streams) {
    CommandLine all =
        new CommandLine(new ServeCommand())
            .addSubcommand(new BenchCommand(Main.class))
            .addSubcommand(new PasswordCommand(streams.in()))
            .addSubcommand(new ExportCommand(streams))
            .addSubcommand(new ImportCommand(streams))
            .addSubcommand(new BackupCommand(streams));
    var whole = new OptionValue<>(NumberText::whole);
    var wholeLong = new OptionValue<>(text -> (long) NumberText.whole(text));
    var decimal = new OptionValue<>(NumberText::decimal);
    // The library's own take 010 for 8, and 5d for 5.
    return all.registerConverter(int.class, whole)
        .registerConverter(Integer.class, whole)
        .registerConverter(Long.class, wholeLong)
        .registerConverter(double.class, decimal)
        .registerConverter(Double.class, decimal)
        .registerConverter(Path.class, new OptionValue<>(FileNames::path))
        .setParameterExceptionHandler(Main::wrongUsage)
        .setExecutionExceptionHandler(Main::failed);
  }

  private static int wrongUsage(CommandLine.ParameterException e, String[] args) {
    return fail(e.getCommandLine(), e.getMessage() + "; see --help", CommandLine.ExitCode.USAGE);
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    if (e instanceof SettingsException) {
      return fail(command, e.getMessage(), CommandLine.ExitCode.USAGE);
    }
    boolean explained =
        e instanceof ListenerRefused
            || e instanceof StoreException
            || e instanceof TransferException
            || e instanceof TlsProblem
            || e instanceof BenchFailed;
    return fail(command, explained ? e.getMessage() : e.toString(), CommandLine.ExitCode.SOFTWARE);
  }

  private static int fail(CommandLine command, String message, int exitCode) {
    command.getErr().println("parley: " + message.lines().findFirst().orElse(""));
    return exitCode;
  }
}
