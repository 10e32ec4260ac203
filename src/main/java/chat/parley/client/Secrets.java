package chat.parley.client;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands with a password in them, and what they look like without it. */
final class Secrets {
  /** As parley reads commands: in either case, with any white space between their parts. */
  private static final Pattern COMMAND =
      Pattern.compile("(?dimU)^(/(?:register|op)[^\\S\n]+|/login[^\\S\n]+\\S+[^\\S\n]+)(\\S.*)$");

  private Secrets() {}

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
