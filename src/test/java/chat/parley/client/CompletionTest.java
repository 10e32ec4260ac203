package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.wire.Audience;
import chat.parley.wire.LinesWire;
import chat.parley.wire.Notice;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Parser.ParseContext;
import org.jline.reader.impl.DefaultParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompletionTest {
  private final Roster roster = new Roster();

  @BeforeEach
  void hearAboutPeopleAndRooms() {
    for (String line :
        List.of(
            "* you are in lobby with alice, bob, carol",
            "* bob has left",
            "* carol is now called Caroline",
            "[dave] hello",
            "* kitchen: 2")) {
      roster.learn(Wording.read(line));
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
    assertThat(candidates("/join ")).containsExactly("kitchen", "lobby");
  }

  @Test
  void completesRoomsAfterCloseAndNamesAfterLogin() {
    assertThat(candidates("/close ")).containsExactly("kitchen", "lobby");
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
    roster.learn(Wording.read("* you are in kitchen with erin"));
    assertThat(candidates("hello ")).containsExactly("erin");
  }

  @Test
  void knowsTheCommandsThatTheServerLists() {
    String help =
        new LinesWire(8192, true).encode(new Notice.Help(Audience.EVERYBODY)).utf8String();
    List<String> listed =
        help.lines().map(line -> line.substring(2, line.indexOf(' ', 2))).sorted().toList();
    assertThat(candidates("/")).isSorted().containsAll(listed);
  }

  private List<String> candidates(String line) {
    List<Candidate> candidates = new ArrayList<>();
    new Completion(roster)
        .complete(
            null,
            new DefaultParser().parse(line, line.length(), ParseContext.COMPLETE),
            candidates);
    return candidates.stream().map(Candidate::value).toList();
  }
}
