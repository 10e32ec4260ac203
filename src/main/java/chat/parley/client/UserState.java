package chat.parley.client;

import java.util.Optional;

/** The user as the server knows them: who they are, where, and how far they have got. */
final class UserState {
  private final boolean interactive;
  private Phase phase = Phase.AWAY;
  private Optional<String> name;
  private Optional<String> lastName = Optional.empty();
  private Optional<String> room = Optional.empty();
  private boolean greeted;
  private boolean commands = true;
  private boolean inputEnded;

  /**
   * @param name what to be called; empty when the user is to be asked
   * @param interactive whether there is somebody who can be asked, rather than a pipe
   */
  UserState(Optional<String> name, boolean interactive) {
    this.name = name;
    this.interactive = interactive;
  }

  /** Whether somebody can be asked for a name or a password, and waits for a lost connection. */
  boolean isInteractive() {
    return interactive;
  }

  Phase phase() {
    return phase;
  }

  boolean isIn(Phase asked) {
    return phase == asked;
  }

  void enter(Phase next) {
    phase = next;
    if (next == Phase.IN) {
      lastName = name;
    }
  }

  /** What the user is called, or wants to be; empty while they are to be asked. */
  Optional<String> name() {
    return name;
  }

  /** Whether {@code other} is the user, as they are called in their room, or were there last. */
  boolean isCalled(String other) {
    return lastName.filter(other::equalsIgnoreCase).isPresent();
  }

  void call(String newName) {
    name = Optional.of(newName);
    if (phase == Phase.IN) {
      lastName = name;
    }
  }

  /** The user is to be asked for a name. */
  void forgetName() {
    name = Optional.empty();
  }

  /** The room that the user is in, or was last; empty if not known. */
  Optional<String> room() {
    return room;
  }

  void entered(String newRoom) {
    room = Optional.of(newRoom);
  }

  /** Whether the server has ever said anything. */
  boolean isGreeted() {
    return greeted;
  }

  /** Whether the server is known to take commands: it greets as parley does. */
  boolean hasCommands() {
    return commands;
  }

  void greeted(boolean asParleyDoes) {
    greeted = true;
    commands = asParleyDoes;
  }

  /** Whether the user has nothing more to say. */
  boolean hasInputEnded() {
    return inputEnded;
  }

  void inputEnded() {
    inputEnded = true;
  }
}
