package chat.parley.cli;

import chat.parley.notation.FileTrouble;
import chat.parley.store.PostImport;
import chat.parley.store.StoreLocation;
import chat.parley.transfer.HistoryImport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that reads what {@link ExportCommand} has written. */
@Command(
    name = "import",
    header = "Adds what was exported to a store.",
    description = {
      "Rooms that are not there are made; what is there already stays as it is, so it can be done"
          + " again. No server may be using the store."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    footerHeading = "%n",
    footer = {
      StoreOptions.ENVIRONMENT,
      "",
      "Exit status: 0 all well, 1 something failed, 2 wrong usage.",
      "",
      "Example: parley import --store other-data lobby.jsonl"
    })
final class ImportCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "What was exported; standard input if left out.")
  private Path file;

  @Mixin private StoreOptions store;

  @Spec private CommandSpec spec;

  private final StandardStreams streams;

  ImportCommand(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (file == null && streams.in() == System.in && PasswordPrompt.isPossible()) {
      throw new ParameterException(
          spec.commandLine(), "name a FILE, or give it on standard input: parley import < FILE");
    }
    PrintWriter err = spec.commandLine().getErr();
    try (InputStream in = file == null ? streams.in() : Files.newInputStream(file)) {
      StoreLocation location = store.location();
      PostImport.Counts counts = read(in, location, err);
      spec.commandLine()
          .getOut()
          .println(
              "parley: %s imported into %s, %s already there"
                  .formatted(
                      ProgressLine.posts(counts.added()),
                      location,
                      counts.known() == 1 ? "1 was" : counts.known() + " were"));
      return ExitCode.OK;
    } catch (IOException e) {
      err.println(
          file == null
              ? "parley: standard input cannot be read: " + e.getMessage()
              : "parley: cannot read " + file + ": " + FileTrouble.reading(file, e));
      return ExitCode.SOFTWARE;
    }
  }

  private PostImport.Counts read(InputStream in, StoreLocation location, PrintWriter err)
      throws IOException {
    try (PostImport into = PostImport.open(location);
        ProgressLine progress = new ProgressLine(err, streams.showsProgress().getAsBoolean())) {
      return new HistoryImport(into, so -> progress.show(ProgressLine.posts(so))).read(in);
    }
  }
}
