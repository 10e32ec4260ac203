package chat.parley.client;

import chat.parley.command.Argument;
import chat.parley.command.Command;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands with a password in them, and what they look like without it. */
final class Secrets {
  private static final String SPACE = "[^\\S\n]+";

  /** As parley reads commands: in either case, with any white space between their parts. */
  private static final Pattern COMMAND =
      Pattern.compile(
          Stream.of(Command.values())
              .filter(each -> each.arguments().stream().anyMatch(Argument::isPassword))
              .map(Secrets::beforePassword)
              .collect(Collectors.joining("|", "(?dimU)^(", ")(\\S.*)$")));

  private Secrets() {}

  private static String beforePassword(Command command) {
    return command.arguments().stream()
        .takeWhile(each -> !each.isPassword())
        .map(each -> "\\S+" + SPACE)
        .collect(Collectors.joining("", command.word() + SPACE, ""));
  }

  /** Whether a line of {@code text} is such a command. */
  static boolean areIn(String text) {
    return COMMAND.matcher(text).find();
  }

  /** {@code text} with {@code ***} in place of each secret, which does not tell how long it is. */
  static String hidden(String text) {
    return COMMAND.matcher(text).replaceAll("$1***");
  }

  /**
   * {@code text} with a star in place of each character of a secret. What this makes of the
   * beginning of a text is the beginning of what it makes of the whole.
   */
  static String starred(String text) {
    return COMMAND.matcher(text).replaceAll(Secrets::stars);
  }

  private static String stars(MatchResult command) {
    String secret = command.group(2);
    return Matcher.quoteReplacement(command.group(1))
        + "*".repeat(secret.codePointCount(0, secret.length()));
  }
}
