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
  private final SyncRequest sync;
  private final CatchUp catchUp;

  SignIn(
      ServerHandle server,
      EntryQueue entries,
      StopSignal stopSignal,
      UserState user,
      AwayTracker away,
      PasswordExchange passwords,
      Rejoin rejoin,
      SyncRequest sync,
      CatchUp catchUp) {
    this.server = server;
    this.entries = entries;
    this.stopSignal = stopSignal;
    this.user = user;
    this.away = away;
    this.passwords = passwords;
    this.rejoin = rejoin;
    this.sync = sync;
    this.catchUp = catchUp;
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
      sync.greeted(line);
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
    } else if (heard instanceof ServerLine.NameRefused) {
      nameRefused();
    } else if (heard instanceof ServerLine.RoomRefused) {
      roomRefused(line);
    } else if (line.startsWith("* ")) {
      return letIn(heard);
    }
    return false;
  }

  /** Whether {@code heard} lets the user in, in whatever words. */
  private boolean letIn(ServerLine heard) {
    Optional<String> entered = heard.roomEntered();
    if (sync.isOn() && entered.isEmpty()) {
      return false;
    }
    sync.letIn();
    if (!sync.isOn()) {
      catchUp.unknown();
    }
    if (sync.resumes() && away.isOn()) {
      user.enter(Phase.RESUMING);
    } else {
      boolean back = rejoin.letIn(entered, user.name().orElseThrow());
      user.enter(back ? Phase.IN : Phase.RETURNING);
    }
    return true;
  }

  /** What the user missed has come, if the room is the one that they were in. */
  void caughtUp() {
    user.enter(Phase.IN);
    String name = user.name().orElseThrow();
    if (catchUp.hasResumed()) {
      rejoin.resumed(name);
    } else {
      rejoin.answered(user.room(), name);
    }
  }

  /**
   * Whether {@code heard} is about the request to number posts, which the user knows nothing of.
   */
  boolean isRefusalOfRequest(ServerLine heard) {
    return heard instanceof ServerLine.NameRefused && user.isIn(Phase.NAMED) && sync.isOn();
  }

  private void nameRefused() {
    if (sync.refused()) {
      user.enter(Phase.AWAY);
      server.startOver();
    }
  }

  private void roomRefused(String line) {
    // Asked for the room that the user was in, the server goes on to where everybody starts.
    if (!sync.resumes()) {
      turnedAway(line);
    }
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
    if (user.isInteractive()) {
      sync.line(catchUp.mark()).ifPresent(server::send);
    }
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
