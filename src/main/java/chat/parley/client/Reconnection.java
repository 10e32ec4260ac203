package chat.parley.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The reaction to a connection that is lost or cannot be had: whether there is another try, and
 * what the user is told.
 */
final class Reconnection {
  private final UserState user;
  private final AwayTracker away;
  private final Outbox outbox;
  private final EntryQueue entries;
  private final StopSignal stopSignal;
  private final Clock clock;
  private String lastLine = "";
  private String lastTrouble = "";

  /** What the server said last, if that was that the user has to go; empty otherwise. */
  private String goodbye = "";

  private Optional<Instant> nextTry = Optional.empty();

  Reconnection(
      UserState user,
      AwayTracker away,
      Outbox outbox,
      EntryQueue entries,
      StopSignal stopSignal,
      Clock clock) {
    this.user = user;
    this.away = away;
    this.outbox = outbox;
    this.entries = entries;
    this.stopSignal = stopSignal;
    this.clock = clock;
  }

  /** When the next try to connect is; empty when there is a connection. */
  Optional<Instant> nextTry() {
    return nextTry;
  }

  /** There is a connection. */
  void connected() {
    lastLine = "";
    lastTrouble = "";
    goodbye = "";
    nextTry = Optional.empty();
  }

  /** The server has said {@code line}. */
  void heard(String line, ServerLine heard) {
    lastLine = line;
    goodbye = heard instanceof ServerLine.TurnedAway ? line : "";
  }

  /** Ends if the server has closed the connection to be rid of the user. */
  void endIfSentAway() {
    if (!goodbye.isEmpty() && user.isIn(Phase.IN)) {
      stopSignal.failed("the server has sent you away", goodbye);
    }
  }

  /**
   * The connection is gone.
   *
   * @return whether to try again
   */
  boolean lost(String why, boolean broken, Duration wait) {
    Phase before = user.phase();
    user.enter(Phase.AWAY);
    boolean again;
    if (user.isInteractive()) {
      again = stay(before, why, broken, wait);
    } else {
      end(before, why, broken);
      again = false;
    }
    nextTry = again && !wait.isZero() ? Optional.of(clock.instant().plus(wait)) : Optional.empty();
    return again;
  }

  private boolean stay(Phase before, String why, boolean broken, Duration wait) {
    if (before == Phase.GREETING && !user.isGreeted()) {
      stopSignal.failed(why);
      return false;
    }
    if (before == Phase.NAMED && !away.isSameNameWorthATry()) {
      entries.tell(notTaken() + "; type another");
      user.forgetName();
    } else if (before != Phase.AWAY) {
      boolean doubtful = broken || outbox.hasJustSent();
      entries.tell(
          "connection lost: "
              + why
              + (doubtful ? "; what you sent last may not have arrived" : ""));
      entries.tell(
          "connecting again in " + seconds(wait) + "; what you type now is kept and sent then");
    }
    if (before == Phase.IN) {
      away.begin(clock.instant(), user.room());
    }
    return true;
  }

  private void end(Phase before, String why, boolean broken) {
    int left = outbox.waiting();
    if (before == Phase.NAMED) {
      stopSignal.failed(notTaken(), lastLine);
    } else if (before != Phase.IN) {
      stopSignal.failed(why);
    } else if (left > 0) {
      stopSignal.failed(
          "connection lost before " + Outbox.inWords(left) + " could be sent: " + why);
    } else if (!user.hasInputEnded()) {
      stopSignal.failed("connection lost before the input ended: " + why);
    } else if (broken) {
      stopSignal.failed("connection lost, the last lines may not have arrived: " + why);
    }
    stopSignal.done();
  }

  private String notTaken() {
    return "the server does not take the name " + user.name().orElseThrow();
  }

  /** A try has failed. */
  void unreachable(String why, Duration wait) {
    nextTry = Optional.of(clock.instant().plus(wait));
    if (!why.equals(lastTrouble)) {
      lastTrouble = why;
      entries.tell("still trying, again in " + seconds(wait) + ": " + why);
    }
  }

  /** As people say it, and never too early. */
  private static String seconds(Duration wait) {
    return wait.plusMillis(999).toSeconds() + " s";
  }
}
