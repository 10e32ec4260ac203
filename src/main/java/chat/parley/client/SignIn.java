package chat.parley.client;

import java.util.Optional;

/**
 * The user's way in: gives the server their name, and lets its questions for passwords be answered,
 * until it takes what they say.
 */
final class SignIn {
  private final ServerHandle server;
  private final EntryQueue entries;
  private final StopSignal stopSignal;
  private final UserState user;
  private final AwayTracker away;
  private final PasswordExchange passwords;
  private final Rejoin rejoin;

  SignIn(
      ServerHandle server,
      EntryQueue entries,
      StopSignal stopSignal,
      UserState user,
      AwayTracker away,
      PasswordExchange passwords,
      Rejoin rejoin) {
    this.server = server;
    this.entries = entries;
    this.stopSignal = stopSignal;
    this.user = user;
    this.away = away;
    this.passwords = passwords;
    this.rejoin = rejoin;
  }

  /**
   * The server has said {@code line}.
   *
   * @return whether that lets the user in
   */
  boolean heard(String line, ServerLine heard) {
    Phase phase = user.phase();
    if (heard instanceof ServerLine.TurnedAway && phase != Phase.IN && phase != Phase.AWAY) {
      turnedAway(line);
    } else if (phase == Phase.GREETING) {
      user.greeted(line.startsWith("* "));
      user.enter(Phase.ASKED);
      user.name().ifPresent(this::introduce);
    } else if (phase == Phase.NAMED || phase == Phase.ANSWERED) {
      return judged(line, heard);
    } else if (phase == Phase.RETURNING) {
      returning(heard);
    }
    return false;
  }

  private boolean judged(String line, ServerLine heard) {
    if (heard instanceof ServerLine.NameTaken) {
      nameTaken();
    } else if (heard instanceof ServerLine.PasswordAsked asked) {
      passwords.asked(line, asked);
    } else if (heard instanceof ServerLine.PasswordRefused) {
      passwordRefused(line);
    } else if (heard instanceof ServerLine.RoomRefused) {
      turnedAway(line);
    } else if (line.startsWith("* ") && !(heard instanceof ServerLine.NameRefused)) {
      boolean back = rejoin.letIn(heard.roomEntered(), user.name().orElseThrow());
      user.enter(back ? Phase.IN : Phase.RETURNING);
      return true;
    }
    return false;
  }

  private void returning(ServerLine heard) {
    Optional<String> entered = heard.roomEntered();
    if (entered.isPresent() || heard instanceof ServerLine.RoomRefused) {
      user.enter(Phase.IN);
      rejoin.answered(entered, user.name().orElseThrow());
    }
  }

  private void introduce(String name) {
    user.enter(Phase.NAMED);
    server.send(name);
  }

  private void nameTaken() {
    String taken = user.name().orElseThrow();
    if (away.isSameNameWorthATry()) {
      entries.tell(
          taken + " is still taken, perhaps by the connection that was lost; trying again");
      hangUp();
    } else if (user.isInteractive()) {
      askForName();
    } else {
      stopSignal.failed(taken + " is taken there; choose another name");
    }
  }

  private void passwordRefused(String line) {
    boolean typed = passwords.refused(line);
    if (typed) {
      askForName();
    } else if (user.isInteractive()) {
      // It was an old one. The server will ask again, and then so is the user.
      user.name().ifPresent(this::introduce);
    }
  }

  private void askForName() {
    user.forgetName();
    user.enter(Phase.ASKED);
  }

  private void turnedAway(String line) {
    if (away.isOn()) {
      entries.tell("not let in; trying again later");
      hangUp();
    } else {
      stopSignal.failed("the server does not let you in", line);
    }
  }

  private void hangUp() {
    user.enter(Phase.AWAY);
    server.hangUp();
  }

  /** The user has typed the name that they want, or nothing. */
  void nameTyped(String wanted) {
    if (!wanted.isEmpty()) {
      user.call(wanted);
      if (user.isIn(Phase.ASKED)) {
        introduce(wanted);
      }
    }
  }
}
