package chat.parley.cli;

import chat.parley.notation.NotationException;
import chat.parley.store.StoreBackup;
import chat.parley.store.StoreLocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that copies a whole store. */
@Command(
    name = "backup",
    header = "Copies all that is kept, while the server runs.",
    description = {
      "The copy is as the store is at one moment, and is a store itself: a server uses it with"
          + " --store. So it can also bring a store from a folder to PostgreSQL, or back."
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
      "Example: parley backup backups/2026-11-29"
    })
final class BackupCommand implements Callable<Integer> {
  private static final int MIB = 1 << 20;

  @Parameters(
      paramLabel = "DIR",
      description =
          "Where the copy is made: a folder that is not there or empty; or a database without a"
              + " store in it, as postgresql://USER@HOST/DB.")
  private String target;

  @Mixin private StoreOptions store;

  @Spec private CommandSpec spec;

  private final StandardStreams streams;

  BackupCommand(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    StoreLocation to = target();
    StoreLocation from = store.location();
    long posts;
    try (ProgressLine progress =
        new ProgressLine(spec.commandLine().getErr(), streams.showsProgress().getAsBoolean())) {
      posts = StoreBackup.make(from, to, bytes -> progress.show(bytes / MIB + " MiB"));
    }
    spec.commandLine()
        .getOut()
        .println(
            "parley: the copy of %s, with %s, is in %s; --store %s uses it"
                .formatted(from, ProgressLine.posts(posts), to, to));
    return ExitCode.OK;
  }

  private StoreLocation target() {
    try {
      return StoreLocation.parse(target);
    } catch (NotationException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
