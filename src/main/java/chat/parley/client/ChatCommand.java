package chat.parley.client;

import chat.parley.notation.FileTrouble;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jline.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that chats: a client for the terminal and for pipes. */
@Command(
    name = "chat",
    description = {
      "A client for a parley server, or any other that speaks Budget Chat.",
      "In a pipe it sends what it reads and prints what the server sends."
    },
    sortOptions = false,
    usageHelpAutoWidth = true,
    footerHeading = "%n",
    footer = {
      "Keys: Enter sends, Ctrl-C clears the line, Ctrl-D or /quit leaves, Ctrl-Z",
      "suspends until fg; Tab completes commands, names and rooms; the arrows bring",
      "back typed lines.",
      "",
      "Exit status: 0 clean end, in a pipe when all was sent; 1 something failed;",
      "2 wrong usage.",
      "",
      "Example: echo hello | java -jar parley.jar chat --for 5s bob@127.0.0.1"
    })
public final class ChatCommand implements Callable<Integer> {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration GREETING_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  @Mixin private ChatOptions options;

  @SuppressWarnings("UnusedVariable") // the library acts on it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  private boolean help;

  @Spec private CommandSpec spec;

  private final Outbox outbox = new Outbox();
  private final KnownNames knownNames = new KnownNames();
  private final StopSignal stopSignal = new StopSignal();
  private final ZoneId zone = ZoneId.systemDefault();
  private final Clock clock = Clock.system(zone);

  @Override
  public Integer call() throws InterruptedException {
    Optional<Terminal> terminal = Terminals.capable();
    boolean pipe = terminal.isEmpty() && !Terminals.areTerminal();
    if (pipe && options.address().name().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "in a pipe nobody can be asked for a name; write NAME@HOST");
    }
    try (Terminal open = terminal.orElse(null);
        ChatLog chatLog = chatLog()) {
      var passwords = new PasswordCache(password());
      Ui ui = open == null ? plain(pipe) : screen(open);
      chat(
          chatLog == null ? ui : new LoggingUi(ui, chatLog, new EntryFactory(clock)),
          passwords,
          pipe);
    } catch (IOException e) {
      stopSignal.failed(e.getMessage());
    }
    Optional<String> failure = stopSignal.failure().or(this::unsent);
    failure.ifPresent(why -> spec.commandLine().getErr().println("parley: " + SafeLine.of(why)));
    return failure.isPresent() ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private void chat(Ui ui, PasswordCache passwords, boolean pipe)
      throws CannotConnect, InterruptedException {
    var dialer = new Dialer(options.address(), options.sockets(), CONNECT_TIMEOUT);
    var backoff =
        new Backoff(FIRST_WAIT, LONGEST_WAIT, () -> ThreadLocalRandom.current().nextDouble());
    var connection = new Connection(dialer, backoff, outbox, GREETING_TIMEOUT);
    var conversation =
        new Conversation(
            connection,
            ui,
            knownNames,
            outbox,
            stopSignal,
            clock,
            options.address().name(),
            passwords,
            !pipe);
    connection.open(conversation);
    ui.run(conversation);
    connection.finish(GOODBYE);
  }

  private Optional<String> unsent() {
    int lines = outbox.waiting();
    return lines == 0
        ? Optional.empty()
        : Optional.of("there was no connection; " + lines + " of your lines were not sent");
  }

  private Optional<String> password() throws IOException {
    Optional<Path> path = options.passwordFile();
    if (path.isEmpty()) {
      return Optional.empty();
    }
    var file = new PasswordFile(path.get());
    String password = file.read();
    if (file.isOpenToOthers()) {
      String name = SafeLine.of(path.get().toString());
      spec.commandLine()
          .getErr()
          .println("parley: others can read the password in " + name + "; chmod 600 " + name);
    }
    return Optional.of(password);
  }

  /** The file to log to; null when there is none. */
  private ChatLog chatLog() throws IOException {
    Path log = options.log().orElse(null);
    try {
      return log == null ? null : ChatLog.open(log, zone);
    } catch (IOException e) {
      throw new IOException("cannot write " + log + ": " + FileTrouble.writing(log, e), e);
    }
  }

  private Ui screen(Terminal terminal) {
    var layout = new Layout(zone, options.colours());
    return new Screen(terminal, layout, knownNames, options.bell(), stopSignal, Suspension::stop);
  }

  private Ui plain(boolean pipe) {
    Charset charset = pipe ? StandardCharsets.UTF_8 : Terminals.charset();
    var in = new BufferedReader(new InputStreamReader(System.in, charset));
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset);
    return pipe
        ? PlainUi.pipe(in, out, outbox, stopSignal, options.stay())
        : PlainUi.terminal(in, out, new Layout(zone, false), Terminals::echo, outbox, stopSignal);
  }
}
