package chat.parley.cli;

import chat.parley.client.ChatCommand;
import chat.parley.config.ConfigSources;
import chat.parley.config.Settings;
import chat.parley.config.SettingsReader;
import chat.parley.listener.ListenerAddress;
import chat.parley.logging.Logs;
import chat.parley.server.Server;
import com.typesafe.config.Config;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that serves, which the program runs when it is given no other. */
@Command(
    name = "parley",
    description = "A chat-room server. Without options it serves on 127.0.0.1:5566.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    subcommands = {ChatCommand.class, CertificateCommand.class},
    sortOptions = false,
    usageHelpAutoWidth = true,
    footerHeading = "%n",
    footer = {
      "Environment: PARLEY_CONFIG names the file, PARLEY_LISTENERS the listeners, with commas between them,"
          + " PARLEY_STORE the store, PARLEY_LOG_LEVEL the level. An option beats a variable, which beats the file.",
      "",
      "Exit status: 0 clean end, 1 something failed, 2 wrong usage or configuration.",
      "",
      "Try it: start it, then connect from another terminal with: nc 127.0.0.1 5566"
    })
final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--listen",
      paramLabel = "KIND:[HOST:]PORT",
      description = {
        "Where to listen, instead of the configured listeners; repeatable. KIND is lines, tls or raw,"
            + " HOST 127.0.0.1 if left out, IPv6 in brackets; port 0 takes any free port.",
        "Example: --listen lines:0.0.0.0:5566"
      })
  private List<String> listeners = new ArrayList<>();

  /** Called by picocli. */
  @SuppressWarnings("UnusedMethod")
  @Option(names = "--door", hidden = true)
  private void refuseOldName(String listener) {
    throw new ParameterException(
        spec.commandLine(), "--door is called --listen now: --listen " + listener);
  }

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Reads settings from FILE (HOCON).")
  private Path file;

  @Option(
      names = "--store",
      paramLabel = "DIR|none|postgresql://USER@HOST/DB",
      description = {
        "Where what is said, registered names and the like are kept: in a folder, nowhere, or in a"
            + " PostgreSQL database. The folder parley-data if left out."
      })
  private String store;

  @Option(
      names = "--extensions",
      paramLabel = "DIR",
      description = {
        "Loads the extensions in the jars of DIR; parley.rooms turns them on. Example:"
            + " --extensions ext --set 'parley.rooms.lobby.extensions=[dice]'"
      })
  private Path extensions;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets one key; repeatable. Example: --set parley.room.replay=10")
  private List<String> assignments = new ArrayList<>();

  @Option(names = "--check-config", description = "Checks all settings and exits.")
  private boolean checkConfig;

  @Option(
      names = "--print-default-config",
      description = "Prints every setting with its default and its meaning, and exits.")
  private boolean printDefaultConfig;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (printDefaultConfig) {
      out.print(BundledText.of("reference.conf"));
      out.flush();
      return CommandLine.ExitCode.OK;
    }
    var sources =
        new ConfigSources(
            Optional.ofNullable(file),
            listeners,
            Optional.ofNullable(extensions),
            Optional.ofNullable(store),
            assignments,
            System.getenv());
    Settings settings = SettingsReader.read(sources.load());
    if (checkConfig) {
      out.println("parley: the configuration is in order");
      return CommandLine.ExitCode.OK;
    }
    serve(settings, sources::load, out);
    return CommandLine.ExitCode.OK;
  }

  private static void serve(Settings settings, Supplier<Config> source, PrintWriter out) {
    Logs.setLevel(settings.logLevel());
    var ended = new CompletableFuture<Void>();
    Logs.writeAllBeforeExit(ended, settings.shutdown().within());
    // Before anything else, as the signal would end the program otherwise. What has changed, and
    // that something is wrong, is in the log.
    var running = new AtomicReference<Server>();
    Hangup.onEach(() -> Optional.ofNullable(running.get()).ifPresent(Server::reload));
    try {
      running.set(Server.start(settings, source));
      serve(running.get(), StoreNotice.of(settings), out, ended);
    } finally {
      ended.complete(null);
    }
  }

  private static void serve(
      Server server, Optional<String> kept, PrintWriter out, CompletableFuture<Void> ended) {
    server.stopped().thenRun(() -> ended.complete(null));
    for (ListenerAddress listener : server.listeners()) {
      out.println("parley: listening on " + listener.shown());
    }
    if (server.listeners().stream().allMatch(ServeCommand::isLoopback)) {
      ListenerAddress first = server.listeners().get(0);
      out.println(
          "parley: only this machine can connect; to open it to others: --listen "
              + new ListenerAddress(first.kind(), "0.0.0.0", first.port()));
    }
    kept.ifPresent(where -> out.println("parley: " + where));
    out.flush();
    server.stopped().toCompletableFuture().join();
  }

  private static boolean isLoopback(ListenerAddress listener) {
    try {
      return InetAddress.getByName(listener.host()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
