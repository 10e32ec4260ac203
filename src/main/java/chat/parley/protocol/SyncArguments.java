package chat.parley.protocol;

import chat.parley.notation.NotationException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The reader of what follows {@code /sync}, which programs send: {@code ROOM EPOCH NUMBER}. */
final class SyncArguments {
  /** What a line begins with that is one, also before there is a name. */
  private static final Pattern LINE = Pattern.compile("/sync(\\s.*)?", Pattern.CASE_INSENSITIVE);

  private static final Pattern EPOCH = Pattern.compile("[0-9A-Za-z-]{1,64}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

  private SyncArguments() {}

  /** Whether {@code line} is {@code /sync}, with whatever behind it. */
  static boolean isSync(String line) {
    return LINE.matcher(line).matches();
  }

  /** What is wanted with {@code line}, which {@linkplain #isSync is one}. */
  static Request parse(String line) {
    String rest = line.substring("/sync".length()).strip();
    if (rest.isEmpty()) {
      return new Request.Sync(Optional.empty());
    }
    String[] parts = rest.split("\\s+", -1);
    boolean right =
        parts.length == 3
            && EPOCH.matcher(parts[1]).matches()
            && NUMBER.matcher(parts[2]).matches();
    if (!right) {
      String kind = "ROOM EPOCH NUMBER; it is written /sync, or /sync lobby 4f2a 312";
      return new Request.Answer(
          new Notice.Miswritten(NotationException.not(kind, rest).getMessage()));
    }
    return new Request.Sync(
        Optional.of(new Request.Resume(parts[0], parts[1], Long.parseLong(parts[2]))));
  }
}
