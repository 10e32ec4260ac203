package chat.parley.client;

import chat.parley.text.Visible;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * What is said between the user and the server, and what follows from it: who the user is, which
 * room they are in, when the server takes what they say, and what all of it looks like.
 *
 * <p>Told by two threads, the connection's and the user's; does one thing at a time.
 */
final class Conversation implements Connection.Listener {

  private enum Phase {
    /** There is no connection. */
    AWAY,
    /** Connected; the server has not asked for a name yet. */
    GREETING,
    /** The server has asked, and the user has not answered. */
    ASKED,
    /** A name has been given, and the server has not said what it thinks of it. */
    NAMED,
    /** The server has asked for a password that is not known, and the user has not typed it. */
    CHALLENGED,
    /** A password has been given, and the server has not said what it thinks of it. */
    ANSWERED,
    /** Back under the same name, and on the way to the room that the user was in. */
    RETURNING,
    /** The server takes what the user says. */
    IN
  }

  private final ServerHandle server;
  private final Ui ui;
  private final KnownNames knownNames;
  private final Outbox outbox;
  private final StopSignal stopSignal;
  private final Clock clock;
  private final EntryFactory entries;
  private final PasswordCache passwords;
  private final boolean interactive;

  /**
   * In a pipe: what was read before the server let the user in, as long as it may turn out to be a
   * password. It waits in the outbox, too.
   */
  private final Queue<Entry> early = new ArrayDeque<>();

  /** What has happened and has not been shown yet. */
  private final List<Entry> unshown = new ArrayList<>();

  private Phase phase = Phase.AWAY;
  private Optional<String> name;
  private Optional<String> room = Optional.empty();

  /** Whether the server has ever said anything. */
  private boolean greeted;

  /** Whether the server is known to take commands: it greets as parley does. */
  private boolean commands = true;

  private final AwayTracker away = new AwayTracker();
  private boolean inputEnded;
  private String lastLine = "";
  private String lastTrouble = "";

  /** What the server said last, if that was that the user has to go; empty otherwise. */
  private String goodbye = "";

  /** When the next try to connect is; null when there is a connection. */
  private Instant nextTry;

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
      PasswordCache passwords,
      boolean interactive) {
    this.server = server;
    this.ui = ui;
    this.knownNames = knownNames;
    this.outbox = outbox;
    this.stopSignal = stopSignal;
    this.clock = clock;
    this.entries = new EntryFactory(clock);
    this.name = name;
    this.passwords = passwords;
    this.interactive = interactive;
  }

  @Override
  public synchronized void connected() {
    phase = Phase.GREETING;
    goodbye = "";
    lastLine = "";
    lastTrouble = "";
    nextTry = null;
    show();
  }

  @Override
  public synchronized void received(List<String> lines) {
    for (String each : lines) {
      String line = SafeLine.of(each);
      ServerLine heard = LinePattern.read(line);
      unshown.add(entries.heard(line, heard, name.orElse("")));
      knownNames.learn(heard);
      lastLine = line;
      follow(line, heard);
    }
    show();
  }

  private void follow(String line, ServerLine heard) {
    if (heard instanceof ServerLine.YouAre you) {
      name = Optional.of(you.name());
    }
    Optional<String> entered =
        heard instanceof ServerLine.Welcome welcome
            ? Optional.of(welcome.room())
            : Optional.empty();
    room = entered.or(() -> room);
    goodbye = heard instanceof ServerLine.TurnedAway ? line : "";
    if (heard instanceof ServerLine.TurnedAway && phase != Phase.IN && phase != Phase.AWAY) {
      turnedAway(line);
    } else if (phase == Phase.GREETING) {
      greeted = true;
      commands = line.startsWith("* ");
      phase = Phase.ASKED;
      name.ifPresent(this::introduce);
    } else if (phase == Phase.NAMED || phase == Phase.ANSWERED) {
      judged(line, heard, entered);
    } else if (phase == Phase.RETURNING
        && (entered.isPresent() || heard instanceof ServerLine.RoomRefused)) {
      returned(entered);
    }
  }

  private void judged(String line, ServerLine heard, Optional<String> entered) {
    if (heard instanceof ServerLine.NameTaken) {
      nameTaken();
    } else if (heard instanceof ServerLine.PasswordAsked asked) {
      challenged(line, asked);
    } else if (heard instanceof ServerLine.PasswordRefused) {
      passwordRefused(line);
    } else if (heard instanceof ServerLine.RoomRefused) {
      turnedAway(line);
    } else if (line.startsWith("* ") && !(heard instanceof ServerLine.NameRefused)) {
      if (entered.isEmpty()) {
        knownNames.areHere(LinePattern.namesIn(line));
      }
      welcomed(entered);
    }
  }

  private void introduce(String as) {
    phase = Phase.NAMED;
    server.send(as);
  }

  private void nameTaken() {
    String taken = name.orElseThrow();
    if (away.isSameNameWorthATry()) {
      tell(taken + " is still taken, perhaps by the connection that was lost; trying again");
      phase = Phase.AWAY;
      server.hangUp();
    } else if (interactive) {
      name = Optional.empty();
      phase = Phase.ASKED;
    } else {
      stopSignal.failed(taken + " is taken there; choose another name");
    }
  }

  private void challenged(String line, ServerLine.PasswordAsked asked) {
    if (asked.again()) {
      passwords.refused();
      if (!interactive) {
        stopSignal.failed("the server does not take the password" + quoted(line));
        return;
      }
    }
    phase = Phase.CHALLENGED;
    passwords.asked(asked.question()).or(this::firstOfInput).ifPresent(this::answer);
    if (phase == Phase.CHALLENGED && inputEnded) {
      noPassword();
    }
  }

  private Optional<String> firstOfInput() {
    return early.poll() == null ? Optional.empty() : outbox.take();
  }

  private void answer(String password) {
    phase = Phase.ANSWERED;
    server.send(password);
  }

  private void noPassword() {
    stopSignal.failed(
        "the server asks for a password, and there is no line of input left to give it");
  }

  private void passwordRefused(String line) {
    boolean typed = passwords.refused();
    if (!interactive) {
      stopSignal.failed("the server does not take the password" + quoted(line));
    } else if (typed) {
      name = Optional.empty();
      phase = Phase.ASKED;
    } else {
      // It was an old one. The server will ask again, and then so is the user.
      name.ifPresent(this::introduce);
    }
  }

  private void turnedAway(String line) {
    if (away.isOn()) {
      tell("not let in; trying again later");
      phase = Phase.AWAY;
      server.hangUp();
    } else {
      stopSignal.failed("the server does not let you in" + quoted(line));
    }
  }

  private void welcomed(Optional<String> entered) {
    Optional<String> back = away.roomFrom(entered);
    if (back.isPresent()) {
      phase = Phase.RETURNING;
      server.send("/join " + back.get());
    } else {
      admitted();
    }
  }

  /**
   * Back in the room that the user was in, or in another: there, what was typed is nobody's
   * business.
   *
   * @param entered the room that the server has just let the user into; empty if it has not
   */
  private void returned(Optional<String> entered) {
    Optional<String> missed = entered.isPresent() ? away.roomFrom(entered) : away.room();
    if (missed.isPresent()) {
      int dropped = outbox.clear();
      admitted(
          ", but not in "
              + missed.get()
              + (dropped == 0 ? "" : "; not sent is what you typed meanwhile: " + lines(dropped)));
    } else {
      admitted();
    }
  }

  private void admitted() {
    int kept = outbox.waiting();
    admitted(kept == 0 ? "" : "; sending what you typed meanwhile: " + lines(kept));
  }

  private void admitted(String whatIsKept) {
    phase = Phase.IN;
    if (away.isOn()) {
      String howLong = away.end(clock.instant());
      tell("back as " + name.orElseThrow() + " after " + howLong + whatIsKept);
    }
    unshown.addAll(early);
    early.clear();
    server.admitted();
  }

  @Override
  public synchronized boolean lost(String why, boolean broken, Duration wait) {
    if (!goodbye.isEmpty() && phase == Phase.IN) {
      stopSignal.failed("the server has sent you away" + quoted(goodbye));
    }
    if (stopSignal.hasCome()) {
      return false;
    }
    Phase before = phase;
    phase = Phase.AWAY;
    boolean again = interactive ? stay(before, why, broken, wait) : end(before, why, broken);
    nextTry = again ? clock.instant().plus(wait) : null;
    show();
    return again;
  }

  private boolean stay(Phase before, String why, boolean broken, Duration wait) {
    if (before == Phase.GREETING && !greeted) {
      stopSignal.failed(why);
      return false;
    }
    if (before == Phase.NAMED && !away.isSameNameWorthATry()) {
      tell("the server does not take the name " + name.orElseThrow() + "; type another");
      name = Optional.empty();
    } else if (before != Phase.AWAY) {
      boolean doubtful = broken || outbox.hasJustSent();
      tell(
          "connection lost: "
              + why
              + (doubtful ? "; what you sent last may not have arrived" : ""));
      tell("connecting again in " + seconds(wait) + "; what you type now is kept and sent then");
    }
    if (before == Phase.IN) {
      away.begin(clock.instant(), room);
    }
    return true;
  }

  /** Whether the user has nothing more to say. */
  synchronized boolean hasInputEnded() {
    return inputEnded;
  }

  private boolean end(Phase before, String why, boolean broken) {
    int left = outbox.waiting();
    if (before == Phase.NAMED) {
      stopSignal.failed(
          "the server does not take the name " + name.orElseThrow() + quoted(lastLine));
    } else if (before != Phase.IN) {
      stopSignal.failed(why);
    } else if (left > 0) {
      stopSignal.failed("connection lost before " + lines(left) + " could be sent: " + why);
    } else if (!inputEnded) {
      stopSignal.failed("connection lost before the input ended: " + why);
    } else if (broken) {
      stopSignal.failed("connection lost, the last lines may not have arrived: " + why);
    }
    stopSignal.done();
    return false;
  }

  private static String quoted(String line) {
    return line.isEmpty() ? "" : ": \"" + line + "\"";
  }

  @Override
  public synchronized void unreachable(String why, Duration wait) {
    nextTry = clock.instant().plus(wait);
    if (!why.equals(lastTrouble)) {
      lastTrouble = why;
      tell("still trying, again in " + seconds(wait) + ": " + why);
    }
    show();
  }

  /** As people say it, and never too early. */
  private static String seconds(Duration wait) {
    return wait.plusMillis(999).toSeconds() + " s";
  }

  /**
   * The user has typed {@code line}.
   *
   * @return false when it says that the user wants to leave
   */
  synchronized boolean typed(String line) {
    String stripped = line.strip();
    if (stripped.equals("/quit")) {
      return false;
    }
    if (name.isEmpty()) {
      name = Optional.of(stripped).filter(wanted -> !wanted.isEmpty());
      if (phase == Phase.ASKED) {
        name.ifPresent(this::introduce);
      }
    } else if (!interactive && phase == Phase.CHALLENGED) {
      answer(line);
    } else if (!interactive || Visible.anythingIn(line)) {
      Entry entry = entries.typed(line, name.get(), commands);
      Collection<Entry> shownNow = interactive || phase == Phase.IN ? unshown : early;
      shownNow.add(entry);
      outbox.add(line);
    }
    show();
    return true;
  }

  /**
   * The user has ended a line that the {@link Ui} had asked for as a password; an empty one when
   * they did not want to give it.
   */
  synchronized void password(String line) {
    if (line.isEmpty()) {
      // If the server still waits for one, the Ui asks again.
    } else if (phase == Phase.IN) {
      tell("the server does not ask for a password any more; it has not been sent");
    } else {
      passwords.typed(line);
      if (phase == Phase.CHALLENGED) {
        answer(line);
      } else {
        tell("the password will be given when the server asks for it again");
      }
    }
    show();
  }

  /** The user will type nothing more. */
  synchronized void inputEnded() {
    inputEnded = true;
    if (phase == Phase.CHALLENGED) {
      noPassword();
    }
  }

  private void tell(String text) {
    unshown.add(entries.client(text));
  }

  private void show() {
    if (!unshown.isEmpty()) {
      ui.show(List.copyOf(unshown));
      unshown.clear();
    }
    ui.prompt(SafeLine.of(prompt()));
    if (phase == Phase.CHALLENGED) {
      ui.askPassword();
    }
  }

  private String prompt() {
    if (name.isEmpty()) {
      return "name> ";
    }
    return where() + name.get() + "> ";
  }

  private String where() {
    if (nextTry != null) {
      return "(away; next try " + Layout.clockTime(nextTry, clock.getZone()) + ") ";
    }
    return away.isOn() ? "(away) " : room.map(in -> in + " ").orElse("");
  }

  private static String lines(int count) {
    return count + (count == 1 ? " line" : " lines");
  }
}
