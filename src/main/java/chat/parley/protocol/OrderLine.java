package chat.parley.protocol;

import chat.parley.access.Order;
import chat.parley.access.Secret;
import chat.parley.notation.NotationException;
import chat.parley.notation.TimeSpan;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads what follows the name of a command that orders something; null when something is missing,
 * and a {@link NotationException} when something is written as it cannot be.
 */
final class OrderLine {
  /** Whoever is banned or muted should come to notice it. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private OrderLine() {}

  static Optional<String> optional(String rest) {
    return rest.isEmpty() ? Optional.empty() : Optional.of(rest);
  }

  static Order becomeOperator(String rest) {
    return rest.isEmpty() ? null : new Order.BecomeOperator(new Secret(rest));
  }

  static Order register(String rest) {
    return rest.isEmpty() ? null : new Order.Register(new Secret(rest));
  }

  static Order unignore(String rest) {
    return rest.isEmpty() ? null : new Order.Unignore(rest);
  }

  static Order kick(String rest) {
    String[] parts = CommandLine.twoParts(rest);
    return rest.isEmpty() ? null : new Order.Kick(parts[0], parts[1]);
  }

  static Order invite(String rest) {
    return rest.isEmpty() ? null : new Order.Invite(rest);
  }

  static Order ban(String rest) {
    String[] targetAndRest = CommandLine.twoParts(rest);
    String[] timeAndWhy = CommandLine.twoParts(targetAndRest[1]);
    boolean timed = TimeSpan.isMeantBy(timeAndWhy[0]);
    Optional<Duration> time = timed ? Optional.of(timeOfBan(timeAndWhy[0])) : Optional.empty();
    String why = timed ? timeAndWhy[1] : targetAndRest[1];
    return rest.isEmpty() ? null : new Order.Ban(targetAndRest[0], time, why);
  }

  static Order unban(String rest) {
    return rest.isEmpty() ? null : new Order.Unban(rest);
  }

  static Order mute(String rest) {
    String[] parts = CommandLine.twoParts(rest);
    return rest.isEmpty()
        ? null
        : new Order.Mute(parts[0], optional(parts[1]).map(OrderLine::time));
  }

  static Order unmute(String rest) {
    return rest.isEmpty() ? null : new Order.Unmute(rest);
  }

  static Order close(String rest) {
    return rest.isEmpty() ? null : new Order.CloseRoom(rest);
  }

  static Order say(String rest) {
    return rest.isEmpty() ? null : new Order.SayToAll(rest);
  }

  static Order sessions(String rest) {
    return new Order.ListSessions(rest);
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
