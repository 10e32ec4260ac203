package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.Audience;
import chat.parley.protocol.LinesProtocol;
import chat.parley.protocol.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Parser.ParseContext;
import org.jline.reader.impl.DefaultParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompletionTest {
  private final KnownNames knownNames = new KnownNames();

  @BeforeEach
  void hearAboutPeopleAndRooms() {
    for (String line :
        List.of(
            "* you are in lobby with alice, bob, carol",
            "* bob has left",
            "* carol is now called Caroline",
            "[dave] hello",
            "* kitchen: 2",
            "* cellar: 3, locked",
            "* attic: 1, locked, you among them",
            "* topic: 42")) {
      knownNames.learn(LinePattern.read(line));
    }
  }

  @Test
  void completesNamesThatWereHeard() {
    assertThat(candidates("hello a")).containsExactly("alice", "Caroline", "dave");
    assertThat(candidates("/msg ")).containsExactly("alice", "Caroline", "dave");
  }

  @Test
  void addressesSomebodyAtTheBeginningOfALine() {
    assertThat(candidates("al")).containsExactly("alice:", "Caroline:", "dave:");
  }

  @Test
  void completesRoomsWhereOneIsWanted() {
    assertThat(candidates("/join ")).containsExactly("attic", "cellar", "kitchen", "lobby");
  }

  @Test
  void completesRoomsAfterCloseAndNamesAfterLogin() {
    assertThat(candidates("/close ")).containsExactly("attic", "cellar", "kitchen", "lobby");
    assertThat(candidates("/kick ")).containsExactly("alice", "Caroline", "dave");
    assertThat(candidates("/login ")).containsExactly("alice", "Caroline", "dave");
  }

  @Test
  void completesNoPasswords() {
    assertThat(candidates("/register a")).isEmpty();
    assertThat(candidates("/op a")).isEmpty();
    assertThat(candidates("/login alice a")).isEmpty();
  }

  @Test
  void forgetsWhoWasInAnotherRoom() {
    knownNames.learn(LinePattern.read("* you are in kitchen with erin"));
    assertThat(candidates("hello ")).containsExactly("erin");
  }

  @Test
  void knowsTheCommandsThatTheServerListsAndNoOthers() {
    List<String> listed =
        Stream.of(Audience.values())
            .map(audience -> new LinesProtocol(8192, true).encode(new Notice.Help(audience)))
            .flatMap(help -> help.utf8String().lines())
            .map(line -> line.substring(2, line.indexOf(' ', 2)))
            .distinct()
            .sorted()
            .toList();
    assertThat(candidates("/")).containsExactlyElementsOf(listed);
  }

  private List<String> candidates(String line) {
    List<Candidate> candidates = new ArrayList<>();
    new Completion(knownNames)
        .complete(
            null,
            new DefaultParser().parse(line, line.length(), ParseContext.COMPLETE),
            candidates);
    return candidates.stream().map(Candidate::value).toList();
  }
}
