package chat.parley.client;

import chat.parley.command.Command;
import java.time.Clock;
import java.util.Optional;

/**
 * The user's way back into the room that they were in when the connection was lost, and what
 * becomes of the lines that they typed meanwhile. Somebody who was not away is just let in.
 */
final class Rejoin {
  private final ServerHandle server;
  private final Outbox outbox;
  private final AwayTracker away;
  private final SyncRequest sync;
  private final EntryQueue entries;
  private final Clock clock;

  Rejoin(
      ServerHandle server,
      Outbox outbox,
      AwayTracker away,
      SyncRequest sync,
      EntryQueue entries,
      Clock clock) {
    this.server = server;
    this.outbox = outbox;
    this.away = away;
    this.sync = sync;
    this.entries = entries;
    this.clock = clock;
  }

  /**
   * The server has let the user in.
   *
   * @param entered the room that they are in; empty if not known
   * @return false when that is not the room that they were in, which has then been asked for
   */
  boolean letIn(Optional<String> entered, String name) {
    Optional<String> back = away.roomFrom(entered);
    if (back.isPresent()) {
      server.send(Command.JOIN.word() + " " + back.get());
      return false;
    }
    admitted(name);
    return true;
  }

  /**
   * Back in the room that the user was in, or in another: there, what was typed is nobody's
   * business.
   *
   * @param entered the room that the server has just let the user into; empty if it has not
   */
  void answered(Optional<String> entered, String name) {
    Optional<String> missed = entered.isPresent() ? away.roomFrom(entered) : away.room();
    if (missed.isPresent()) {
      int dropped = outbox.clear();
      admitted(
          name,
          ", but not in "
              + missed.get()
              + count("; not sent is what you typed meanwhile: ", dropped));
    } else {
      admitted(name);
    }
  }

  /** Back in the room that the user was in, and everything that they missed has come. */
  void resumed(String name) {
    String meanwhile = keptInWords();
    SentLines.Unanswered left = outbox.unanswered().take();
    outbox.addFirst(left.saidHere());
    admitted(
        name,
        count("; sending again what had not arrived: ", left.saidHere().size())
            + count("; not sent again is what came after /join: ", left.saidElsewhere())
            + meanwhile);
  }

  private void admitted(String name) {
    admitted(name, keptInWords());
  }

  private String keptInWords() {
    return count("; sending what you typed meanwhile: ", outbox.waiting());
  }

  /** {@code lead} and so many lines; nothing if there are none. */
  private static String count(String lead, int lines) {
    return lines == 0 ? "" : lead + Outbox.inWords(lines);
  }

  private void admitted(String name, String more) {
    String perhapsLost =
        count("; perhaps lost is what you sent last: ", outbox.unanswered().forget());
    if (away.isOn()) {
      entries.tell("back as " + name + " after " + away.end(clock.instant()) + perhapsLost + more);
    }
    outbox.unanswered().keep(sync.isOn());
    entries.releaseHeld();
    server.admitted();
  }
}
