package chat.parley.client;

import chat.parley.command.Command;
import chat.parley.text.Visible;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The conversation between the user and the server: passes on what each says to those that decide
 * what follows, and has the user interface show it.
 *
 * <p>It is told by two threads, the connection's and the user's, and does one thing at a time.
 */
final class Conversation implements ConnectionListener {
  private final Ui ui;
  private final KnownNames knownNames;
  private final Outbox outbox;
  private final StopSignal stopSignal;
  private final UserState user;
  private final EntryFactory factory;
  private final EntryQueue entries;
  private final SyncRequest sync = new SyncRequest();
  private final PostNumbers numbers;
  private final CatchUp catchUp;
  private final NumberedLines numberedLines;
  private final PasswordExchange passwords;
  private final SignIn signIn;
  private final Reconnection reconnection;
  private final PromptText prompt;

  /**
   * @param name what to be called; empty when the user is to be asked
   * @param interactive whether to ask for another name, and to connect again, rather than to end
   */
  Conversation(
      ServerHandle server,
      Ui ui,
      KnownNames knownNames,
      Outbox outbox,
      StopSignal stopSignal,
      Clock clock,
      Optional<String> name,
      PasswordCache known,
      boolean interactive) {
    this.ui = ui;
    this.knownNames = knownNames;
    this.outbox = outbox;
    this.stopSignal = stopSignal;
    AwayTracker away = new AwayTracker();
    user = new UserState(name, interactive);
    factory = new EntryFactory(clock);
    entries = new EntryQueue(factory);
    passwords = new PasswordExchange(server, outbox, entries, stopSignal, user, known);
    numbers = new PostNumbers(entries);
    SentLines unanswered = outbox.unanswered();
    catchUp = new CatchUp(server, user, unanswered, entries, factory, numbers);
    numberedLines =
        new NumberedLines(user, catchUp, unanswered, entries, factory, knownNames, numbers);
    var rejoin = new Rejoin(server, outbox, away, sync, entries, clock);
    signIn = new SignIn(server, entries, stopSignal, user, away, passwords, rejoin, sync, catchUp);
    reconnection = new Reconnection(user, away, outbox, entries, stopSignal, clock);
    prompt = new PromptText(user, away, reconnection, clock.getZone());
  }

  @Override
  public synchronized void connected() {
    user.enter(Phase.GREETING);
    reconnection.connected();
    sync.connected();
    catchUp.connected();
    show();
  }

  @Override
  public synchronized void received(List<String> lines) {
    lines.forEach(each -> heard(SafeLine.of(each)));
    catchUp.pause();
    endCatchUp();
    show();
  }

  @Override
  public synchronized void brokenOff(String line) {
    // Of a post that has a number the whole comes again.
    if (!sync.isOn()) {
      received(List.of(line));
    }
  }

  private void heard(String line) {
    Optional<SyncLine> numbered = sync.isOn() ? SyncLine.read(line) : Optional.empty();
    if (numbered.isPresent()) {
      reconnection.heard(line, new ServerLine.Notice());
      catchUp.before(numbered.get());
      endCatchUp();
      numberedLines.heard(numbered.get());
      return;
    }
    ServerLine heard = LinePattern.read(line);
    boolean askedFor = !catchUp.other(heard);
    endCatchUp();
    if (askedFor) {
      if (!isOfRequest(heard)) {
        entries.add(factory.heard(line, heard, user.name().orElse("")));
      }
      knownNames.learn(heard);
      follow(line, heard);
    }
  }

  /** Whether it is a refusal of what the user knows nothing of, or a greeting that they know. */
  private boolean isOfRequest(ServerLine heard) {
    return signIn.isRefusalOfRequest(heard) || (user.isIn(Phase.GREETING) && sync.isLeftOut());
  }

  private void endCatchUp() {
    if (user.isIn(Phase.RESUMING) && catchUp.isOver()) {
      signIn.caughtUp();
    }
  }

  private void follow(String line, ServerLine heard) {
    if (heard instanceof ServerLine.YouAre you) {
      user.call(you.name());
    }
    if (user.isIn(Phase.IN) || user.isIn(Phase.RETURNING)) {
      numberedLines.answered(heard);
    }
    heard.roomEntered().ifPresent(user::entered);
    reconnection.heard(line, heard);
    boolean letIn = signIn.heard(line, heard);
    if (letIn && heard.roomEntered().isEmpty()) {
      // A server that says it in other words than parley's.
      knownNames.areHere(LinePattern.namesIn(line));
    }
  }

  @Override
  public synchronized boolean lost(String why, boolean broken, Duration wait) {
    reconnection.endIfSentAway();
    if (stopSignal.hasCome()) {
      return false;
    }
    boolean again = reconnection.lost(why, broken, wait);
    show();
    return again;
  }

  @Override
  public synchronized void unreachable(String why, Duration wait) {
    reconnection.unreachable(why, wait);
    show();
  }

  /**
   * The user has typed {@code line}.
   *
   * @return false when it says that the user wants to leave
   */
  synchronized boolean typed(String line) {
    String stripped = line.strip();
    if (stripped.equals(Command.QUIT.word())) {
      return false;
    }
    if (user.name().isEmpty()) {
      signIn.nameTyped(stripped);
    } else if (!user.isInteractive() && user.isIn(Phase.CHALLENGED)) {
      passwords.answer(line);
    } else if (sync.isUnderstood() && PostNumbers.areMeant(line)) {
      entries.add(factory.typed(line, user.name().orElseThrow(), true));
      numbers.typed(line);
    } else if (!user.isInteractive() || Visible.anythingIn(line)) {
      say(line);
    }
    show();
    return true;
  }

  private void say(String line) {
    Entry entry = factory.typed(line, user.name().orElseThrow(), user.hasCommands());
    if (user.isInteractive() || user.isIn(Phase.IN)) {
      entries.add(entry);
    } else {
      entries.hold(entry);
    }
    outbox.add(line);
  }

  /**
   * The user has ended a line that the {@link Ui} had asked for as a password; an empty one when
   * they did not want to give it. If the server still waits for one then, they are asked again.
   */
  synchronized void password(String line) {
    if (!line.isEmpty()) {
      passwords.typed(line);
    }
    show();
  }

  /** The user will type nothing more. */
  synchronized void inputEnded() {
    user.inputEnded();
    passwords.failWithoutInput();
  }

  /** Whether the user has nothing more to say. */
  synchronized boolean hasInputEnded() {
    return user.hasInputEnded();
  }

  private void show() {
    List<Entry> unshown = entries.take();
    if (!unshown.isEmpty()) {
      ui.show(unshown);
    }
    ui.prompt(SafeLine.of(prompt.text()));
    if (user.isIn(Phase.CHALLENGED)) {
      ui.askPassword();
    }
  }
}
