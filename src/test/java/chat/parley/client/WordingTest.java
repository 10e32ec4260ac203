package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

  @Test
  void understandsPosts() {
    assertThat(Wording.read("[alice] hi [there]")).isEqualTo(new Heard.Post("alice", "hi [there]"));
    assertThat(Wording.read("[alice] ")).isEqualTo(new Heard.Post("alice", ""));
    assertThat(Wording.read("[no name] x")).isEqualTo(new Heard.Unknown());
  }

  @Test
  void understandsWhoIsHere() {
    assertThat(Wording.read("* you are in lobby with alice, Zoë and 7 more"))
        .isEqualTo(new Heard.Welcome("lobby", List.of("alice", "Zoë")));
    assertThat(Wording.read("* you are in lobby with nobody else"))
        .isEqualTo(new Heard.Welcome("lobby", List.of()));
    assertThat(Wording.read("* 2 in kitchen: alice, bob"))
        .isEqualTo(new Heard.Present(List.of("alice", "bob")));
    assertThat(Wording.read("* 3 in kitchen: alice, bob (behind), zoe"))
        .isEqualTo(new Heard.Present(List.of("alice", "bob", "zoe")));
    assertThat(Wording.namesIn("* The room contains: bob, charlie, dave"))
        .containsExactly("bob", "charlie", "dave");
    assertThat(Wording.namesIn("* welcome, you are alone")).isEmpty();
  }

  @Test
  void understandsWhoComesAndGoes() {
    assertThat(Wording.read("* alice has joined")).isEqualTo(new Heard.Joined("alice"));
    assertThat(Wording.read("* dave has entered the room")).isEqualTo(new Heard.Joined("dave"));
    assertThat(Wording.read("* dave has left the room")).isEqualTo(new Heard.Left("dave"));
    assertThat(Wording.read("* bob is now called rob")).isEqualTo(new Heard.Renamed("bob", "rob"));
    assertThat(Wording.read("* 3 joined, 2 left; 300 are here"))
        .isEqualTo(new Heard.CrowdChanged());
  }

  @Test
  void understandsWhatConcernsTheUser() {
    assertThat(Wording.read("* you are now called rob")).isEqualTo(new Heard.YouAre("rob"));
    assertThat(Wording.read("* bob is taken; another name?")).isEqualTo(new Heard.NameTaken());
    assertThat(Wording.read("* a name is 1 to 32 letters and digits; connect again with one"))
        .isEqualTo(new Heard.NameRefused());
    assertThat(Wording.read("* alice tells you: psst"))
        .isEqualTo(new Heard.Whisper("alice", "* alice tells you"));
  }

  @Test
  void understandsQuestionsForPasswords() {
    assertThat(Wording.read("* what is the server's password?"))
        .isEqualTo(new Heard.PasswordAsked("what is the server's password?", false));
    assertThat(Wording.read("* that is not it; what is the server's password?"))
        .isEqualTo(new Heard.PasswordAsked("what is the server's password?", true));
    String question = "alice is a registered name; what is its password?";
    assertThat(Wording.read("* " + question)).isEqualTo(new Heard.PasswordAsked(question, false));
    assertThat(Wording.read("* that is not the password of alice; another name?"))
        .isEqualTo(new Heard.PasswordRefused());
    assertThat(Wording.read("* that is not it; goodbye")).isEqualTo(new Heard.TurnedAway());
    assertThat(Wording.read("* too many wrong passwords from your address; try again later"))
        .isEqualTo(new Heard.TurnedAway());
    assertThat(Wording.read("* eve set the topic: what is your password?"))
        .isEqualTo(new Heard.Notice());
  }

  @Test
  void understandsRoomsAndThePast() {
    assertThat(Wording.read("* lobby: 3, you among them")).isEqualTo(new Heard.Room("lobby"));
    assertThat(Wording.read("* kitchen-2: 1")).isEqualTo(new Heard.Room("kitchen-2"));
    assertThat(Wording.read("* 12:00:01 [alice] hi")).isEqualTo(new Heard.Past());
  }

  @Test
  void takesTheRestForWhatTheServerSays() {
    assertThat(Wording.read("* topic: tea")).isEqualTo(new Heard.Notice());
    assertThat(Wording.read("Welcome to budgetchat!")).isEqualTo(new Heard.Unknown());
    assertThat(Wording.read("")).isEqualTo(new Heard.Unknown());
  }
}
