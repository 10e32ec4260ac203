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
  private final EntryQueue entries;
  private final Clock clock;

  Rejoin(ServerHandle server, Outbox outbox, AwayTracker away, EntryQueue entries, Clock clock) {
    this.server = server;
    this.outbox = outbox;
    this.away = away;
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
              + (dropped == 0
                  ? ""
                  : "; not sent is what you typed meanwhile: " + Outbox.inWords(dropped)));
    } else {
      admitted(name);
    }
  }

  private void admitted(String name) {
    int kept = outbox.waiting();
    admitted(name, kept == 0 ? "" : "; sending what you typed meanwhile: " + Outbox.inWords(kept));
  }

  private void admitted(String name, String more) {
    if (away.isOn()) {
      entries.tell("back as " + name + " after " + away.end(clock.instant()) + more);
    }
    entries.releaseHeld();
    server.admitted();
  }
}
