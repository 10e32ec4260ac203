package chat.parley.client;

import java.util.Optional;

/**
 * The server's questions for passwords, and their answers: one that is known, in a pipe the next
 * line of its input, or else what the user types.
 */
final class PasswordExchange {
  private final ServerHandle server;
  private final Outbox outbox;
  private final EntryQueue entries;
  private final StopSignal stopSignal;
  private final UserState user;
  private final PasswordCache known;

  PasswordExchange(
      ServerHandle server,
      Outbox outbox,
      EntryQueue entries,
      StopSignal stopSignal,
      UserState user,
      PasswordCache known) {
    this.server = server;
    this.outbox = outbox;
    this.entries = entries;
    this.stopSignal = stopSignal;
    this.user = user;
    this.known = known;
  }

  /** The server asks for a password with {@code line}. */
  void asked(String line, ServerLine.PasswordAsked asked) {
    if (asked.again()) {
      refused(line);
      if (!user.isInteractive()) {
        return;
      }
    }
    user.enter(Phase.CHALLENGED);
    known.asked(asked.question()).or(this::firstOfInput).ifPresent(this::answer);
    failWithoutInput();
  }

  /**
   * The answer to the last question was wrong, as {@code line} says. In a pipe that is the end.
   *
   * @return whether the user has just typed it, so that it was not an old one
   */
  boolean refused(String line) {
    if (!user.isInteractive()) {
      stopSignal.failed("the server does not take the password", line);
    }
    return known.refused();
  }

  private Optional<String> firstOfInput() {
    return entries.dropHeld() ? outbox.take() : Optional.empty();
  }

  /** Gives the server the password that it waits for. */
  void answer(String password) {
    user.enter(Phase.ANSWERED);
    server.send(password);
  }

  /** Ends if the server waits for a password and the user will type nothing more. */
  void failWithoutInput() {
    if (user.isIn(Phase.CHALLENGED) && user.hasInputEnded()) {
      stopSignal.failed(
          "the server asks for a password, and there is no line of input left to give it");
    }
  }

  /** The user has typed a password that the {@link Ui} had asked for. */
  void typed(String password) {
    if (user.isIn(Phase.IN)) {
      entries.tell("the server does not ask for a password any more; it has not been sent");
      return;
    }
    known.typed(password);
    if (user.isIn(Phase.CHALLENGED)) {
      answer(password);
    } else {
      entries.tell("the password will be given when the server asks for it again");
    }
  }
}
