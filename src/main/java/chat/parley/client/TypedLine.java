package chat.parley.client;

import chat.parley.command.Command;
import chat.parley.text.PlainText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of the user as a server that knows commands understands it. */
record TypedLine(String line) {
  private static final Pattern COMMAND = Pattern.compile("(/[^/]\\S*)(.*)", Pattern.DOTALL);

  /** Whether others are to hear of it. */
  boolean isSaid() {
    return text().isPresent();
  }

  /** Whether others are to hear it as {@code text}, which is harmless. */
  boolean says(String text) {
    return text().filter(text::equals).isPresent();
  }

  /** Whether it asks for another room. */
  boolean isMove() {
    return Command.JOIN.word().equalsIgnoreCase(command());
  }

  private Optional<String> text() {
    Matcher matcher = COMMAND.matcher(line);
    if (line.startsWith("//")) {
      return Optional.of(harmless(line.substring(1)));
    } else if (!line.startsWith("/")) {
      return Optional.of(harmless(line));
    } else if (matcher.matches()
        && matcher.group(1).equalsIgnoreCase(Command.ME.word())
        && !matcher.group(2).isBlank()) {
      return Optional.of("* " + harmless(matcher.group(2).strip()));
    }
    return Optional.empty();
  }

  private String command() {
    Matcher matcher = COMMAND.matcher(line);
    return matcher.matches() ? matcher.group(1) : "";
  }

  /** As it looks that has been to the server and back. */
  private static String harmless(String text) {
    return SafeLine.of(PlainText.clean(text));
  }
}
