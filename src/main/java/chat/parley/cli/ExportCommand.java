package chat.parley.cli;

import chat.parley.notation.NotationException;
import chat.parley.notation.PastTime;
import chat.parley.store.StoreSnapshot;
import chat.parley.transfer.HistoryExport;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that writes what was said to standard output. */
@Command(
    name = "export",
    header = "Writes what was said in rooms to standard output.",
    description = {
      "As lines of JSON, one for each room and each post, all as it is at one moment; a server may"
          + " be using the store meanwhile. What they hold is in docs/export.md."
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
      "Example: parley export --room lobby --since yesterday > lobby.jsonl"
    })
final class ExportCommand implements Callable<Integer> {

  @Option(names = "--room", paramLabel = "ROOM", description = "Only this room.")
  private String room;

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description =
          "Only what was said from then on: 14:03, yesterday, 2026-11-28, '2026-11-28 14:03', or 2h"
              + " for two hours ago.")
  private String since;

  @Mixin private StoreOptions store;

  @Spec private CommandSpec spec;

  private final StandardStreams streams;

  ExportCommand(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Optional<Instant> from = since();
    PrintWriter err = spec.commandLine().getErr();
    boolean shown = streams.showsProgress().getAsBoolean();
    long posts;
    try (StoreSnapshot snapshot = StoreSnapshot.open(store.location());
        ProgressLine progress = new ProgressLine(err, shown)) {
      posts =
          new HistoryExport(snapshot, Optional.ofNullable(room), from)
              .writeTo(streams.data(), so -> progress.show(ProgressLine.posts(so)));
    } catch (IOException e) {
      return ended(e, err);
    }
    if (shown) {
      err.println("parley: " + ProgressLine.posts(posts) + " exported");
    }
    return ExitCode.OK;
  }

  private Optional<Instant> since() {
    try {
      ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
      return Optional.ofNullable(since).map(it -> PastTime.parse(it, now));
    } catch (NotationException e) {
      throw new ParameterException(spec.commandLine(), "--since: " + e.getMessage());
    }
  }

  private static int ended(IOException e, PrintWriter err) {
    String why = String.valueOf(e.getMessage());
    if (why.toLowerCase(Locale.ROOT).contains("pipe")) {
      return ExitCode.OK; // Whoever reads has read enough.
    }
    err.println("parley: the export cannot be written: " + why);
    return ExitCode.SOFTWARE;
  }
}
