package chat.parley.protocol;

import chat.parley.access.Secret;
import chat.parley.notation.NotationException;
import chat.parley.notation.TimeSpan;
import java.time.Duration;
import java.util.Optional;

/**
 * A reader of what follows the name of a command; null when something is missing, and a {@link
 * NotationException} when something is written as it cannot be.
 */
final class CommandArguments {
  /** Whoever is banned or muted should come to notice it. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private CommandArguments() {}

  static Optional<String> optional(String rest) {
    return rest.isEmpty() ? Optional.empty() : Optional.of(rest);
  }

  static Request becomeOperator(String rest) {
    return rest.isEmpty() ? null : new Request.BecomeOperator(new Secret(rest));
  }

  static Request register(String rest) {
    return rest.isEmpty() ? null : new Request.Register(new Secret(rest));
  }

  static Request unignore(String rest) {
    return rest.isEmpty() ? null : new Request.Unignore(rest);
  }

  static Request kick(String rest) {
    String[] parts = CommandLine.twoParts(rest);
    return rest.isEmpty() ? null : new Request.Kick(parts[0], parts[1]);
  }

  static Request invite(String rest) {
    return rest.isEmpty() ? null : new Request.Invite(rest);
  }

  static Request ban(String rest) {
    String[] targetAndRest = CommandLine.twoParts(rest);
    String[] timeAndWhy = CommandLine.twoParts(targetAndRest[1]);
    boolean timed = TimeSpan.isMeantBy(timeAndWhy[0]);
    Optional<Duration> time = timed ? Optional.of(timeOfBan(timeAndWhy[0])) : Optional.empty();
    String why = timed ? timeAndWhy[1] : targetAndRest[1];
    return rest.isEmpty() ? null : new Request.Ban(targetAndRest[0], time, why);
  }

  static Request unban(String rest) {
    return rest.isEmpty() ? null : new Request.Unban(rest);
  }

  static Request mute(String rest) {
    String[] parts = CommandLine.twoParts(rest);
    return rest.isEmpty()
        ? null
        : new Request.Mute(parts[0], optional(parts[1]).map(CommandArguments::time));
  }

  static Request unmute(String rest) {
    return rest.isEmpty() ? null : new Request.Unmute(rest);
  }

  static Request close(String rest) {
    return rest.isEmpty() ? null : new Request.CloseRoom(rest);
  }

  static Request say(String rest) {
    return rest.isEmpty() ? null : new Request.SayToAll(rest);
  }

  static Request sessions(String rest) {
    return new Request.ListSessions(rest);
  }

  private static Duration time(String text) {
    return TimeSpan.parse(text, SHORTEST);
  }

  /** The word where the reason may begin, too. */
  private static Duration timeOfBan(String text) {
    try {
      return time(text);
    } catch (NotationException e) {
      throw e.and("a reason begins with a letter");
    }
  }
}
