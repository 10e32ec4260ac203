package chat.parley.client;

import chat.parley.command.Argument;
import chat.parley.command.Command;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * The completion of what is typed: commands at the beginning of a line, rooms where a command takes
 * one, nothing where a password belongs, and names elsewhere.
 */
final class Completion implements Completer {
  private static final List<String> COMMANDS =
      Stream.of(Command.values()).map(Command::word).distinct().sorted().toList();

  private final KnownNames knownNames;

  Completion(KnownNames knownNames) {
    this.knownNames = knownNames;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line.wordIndex() > 0) {
      Optional<Argument> argument =
          command(line.words().get(0)).flatMap(given -> given.argumentAt(line.wordIndex()));
      if (argument.isEmpty() || !argument.get().isPassword()) {
        boolean room = argument.isPresent() && argument.get().isRoom();
        add(room ? knownNames.rooms() : knownNames.names(), "", candidates);
      }
    } else if (line.word().startsWith("/")) {
      add(COMMANDS, "", candidates);
    } else {
      add(knownNames.names(), ":", candidates);
    }
  }

  private static Optional<Command> command(String word) {
    return word.startsWith("/") ? Command.named(word.substring(1)) : Optional.empty();
  }

  /**
   * @param after what is put behind what was completed, together with a space
   */
  private static void add(Collection<String> values, String after, List<Candidate> candidates) {
    for (String value : values) {
      candidates.add(new Candidate(value + after, value, null, null, null, null, true));
    }
  }
}
