package chat.parley.wire;

import chat.parley.access.Order;
import chat.parley.access.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what follows the name of a command that orders something; null when it makes no sense. */
final class OrderLine {
  private static final Pattern TIME = Pattern.compile("(\\d{1,6})([smhd])");

  private OrderLine() {}

  static Optional<String> optional(String rest) {
    return rest.isEmpty() ? Optional.empty() : Optional.of(rest);
  }

  static Order becomeOperator(String rest) {
    return rest.isEmpty() ? null : new Order.BecomeOperator(new Secret(rest));
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
    Optional<Duration> time = time(timeAndWhy[0]);
    String why = time.isPresent() ? timeAndWhy[1] : targetAndRest[1];
    return rest.isEmpty() ? null : new Order.Ban(targetAndRest[0], time, why);
  }

  static Order unban(String rest) {
    return rest.isEmpty() ? null : new Order.Unban(rest);
  }

  static Order mute(String rest) {
    String[] parts = CommandLine.twoParts(rest);
    Optional<Duration> time = time(parts[1]);
    boolean understood = !rest.isEmpty() && (parts[1].isEmpty() || time.isPresent());
    return understood ? new Order.Mute(parts[0], time) : null;
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

  /** A time such as {@code 90s}, {@code 30m}, {@code 2h} or {@code 7d}. */
  private static Optional<Duration> time(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }
}
