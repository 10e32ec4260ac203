package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinePatternTest {

  @Test
  void understandsPosts() {
    assertThat(LinePattern.read("[alice] hi [there]"))
        .isEqualTo(new ServerLine.Post("alice", "hi [there]"));
    assertThat(LinePattern.read("[alice] ")).isEqualTo(new ServerLine.Post("alice", ""));
    assertThat(LinePattern.read("[no name] x")).isEqualTo(new ServerLine.Unknown());
  }

  @Test
  void understandsWhoIsHere() {
    assertThat(LinePattern.read("* you are in lobby with alice, Zoë and 7 more"))
        .isEqualTo(new ServerLine.Welcome("lobby", List.of("alice", "Zoë")));
    assertThat(LinePattern.read("* you are in lobby with nobody else"))
        .isEqualTo(new ServerLine.Welcome("lobby", List.of()));
    assertThat(LinePattern.read("* 2 in kitchen: alice, bob"))
        .isEqualTo(new ServerLine.Present(List.of("alice", "bob")));
    assertThat(LinePattern.read("* 3 in kitchen: alice, bob (behind), zoe"))
        .isEqualTo(new ServerLine.Present(List.of("alice", "bob", "zoe")));
    assertThat(LinePattern.namesIn("* The room contains: bob, charlie, dave"))
        .containsExactly("bob", "charlie", "dave");
    assertThat(LinePattern.namesIn("* welcome, you are alone")).isEmpty();
  }

  @Test
  void understandsWhoComesAndGoes() {
    assertThat(LinePattern.read("* alice has joined")).isEqualTo(new ServerLine.Joined("alice"));
    assertThat(LinePattern.read("* dave has entered the room"))
        .isEqualTo(new ServerLine.Joined("dave"));
    assertThat(LinePattern.read("* dave has left the room")).isEqualTo(new ServerLine.Left("dave"));
    assertThat(LinePattern.read("* bob is now called rob"))
        .isEqualTo(new ServerLine.Renamed("bob", "rob"));
    assertThat(LinePattern.read("* 3 joined, 2 left; 300 are here"))
        .isEqualTo(new ServerLine.CrowdChanged());
  }

  @Test
  void understandsWhatConcernsTheUser() {
    assertThat(LinePattern.read("* you are now called rob"))
        .isEqualTo(new ServerLine.YouAre("rob"));
    assertThat(LinePattern.read("* bob is taken; another name?"))
        .isEqualTo(new ServerLine.NameTaken());
    assertThat(LinePattern.read("* a name is 1 to 32 letters and digits; connect again with one"))
        .isEqualTo(new ServerLine.NameRefused());
    assertThat(LinePattern.read("* alice tells you: psst"))
        .isEqualTo(new ServerLine.Whisper("alice", "* alice tells you"));
    assertThat(LinePattern.read("* 2026-11-26 12:00:00 alice tells you: psst"))
        .isEqualTo(new ServerLine.Whisper("alice", "* 2026-11-26 12:00:00 alice tells you"));
    assertThat(LinePattern.read("* 12:00:00 [alice] tells you: psst"))
        .isEqualTo(new ServerLine.Past());
  }

  @Test
  void understandsQuestionsForPasswords() {
    assertThat(LinePattern.read("* what is the server's password?"))
        .isEqualTo(new ServerLine.PasswordAsked("what is the server's password?", false));
    assertThat(LinePattern.read("* that is not it; what is the server's password?"))
        .isEqualTo(new ServerLine.PasswordAsked("what is the server's password?", true));
    String question = "alice is a registered name; what is its password?";
    assertThat(LinePattern.read("* " + question))
        .isEqualTo(new ServerLine.PasswordAsked(question, false));
    assertThat(LinePattern.read("* that is not the password of alice; another name?"))
        .isEqualTo(new ServerLine.PasswordRefused());
    assertThat(LinePattern.read("* that is not it; goodbye"))
        .isEqualTo(new ServerLine.TurnedAway());
    assertThat(LinePattern.read("* too many wrong passwords from your address; try again later"))
        .isEqualTo(new ServerLine.TurnedAway());
    assertThat(LinePattern.read("* eve set the topic: what is your password?"))
        .isEqualTo(new ServerLine.Notice());
  }

  @Test
  void understandsRoomsAndThePast() {
    assertThat(LinePattern.read("* lobby: 3, you among them"))
        .isEqualTo(new ServerLine.Room("lobby"));
    assertThat(LinePattern.read("* kitchen-2: 1")).isEqualTo(new ServerLine.Room("kitchen-2"));
    assertThat(LinePattern.read("* topic: tea")).isEqualTo(new ServerLine.Topic());
    assertThat(LinePattern.read("* 12:00:01 [alice] hi")).isEqualTo(new ServerLine.Past());
    assertThat(LinePattern.read("* 2026-11-27 12:00:01 [alice] hi"))
        .isEqualTo(new ServerLine.Past());
  }

  @Test
  void takesTheRestForWhatTheServerSays() {
    assertThat(LinePattern.read("* eve set the topic: tea")).isEqualTo(new ServerLine.Notice());
    assertThat(LinePattern.read("Welcome to budgetchat!")).isEqualTo(new ServerLine.Unknown());
    assertThat(LinePattern.read("")).isEqualTo(new ServerLine.Unknown());
  }
}
