package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.config.Settings;
import chat.parley.event.RoomEvent;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import com.typesafe.config.Config;
import java.util.List;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people can do with a line that begins with a slash, over real sockets. */
class CommandsTest {
  private TestServer server;
  private TestClient alice;
  private TestClient bob;

  @BeforeEach
  void twoPeopleMeet() {
    server = new TestServer();
    alice = server.joins("alice");
    bob = server.joins("bob");
    alice.hears("* bob has joined");
  }

  @AfterEach
  void theyPart() {
    alice.close();
    bob.close();
    server.close();
  }

  @Test
  void helpListsEveryCommand() {
    alice.says("/help");
    for (String command :
        new String[] {
          "/help [room|operator]",
          "/nick NEW",
          "/me DOES",
          "/who",
          "/join ROOM",
          "/rooms",
          "/msg NAME TEXT",
          "/ignore [NAME]",
          "/unignore NAME",
          "/topic [TEXT]",
          "/history [ROOM] [N]",
          "/history [ROOM] before|since WHEN [N]",
          "/search WORDS|more",
          "/delete #NUMBER [WHY]",
          "/numbers on|off",
          "/extensions",
          "/register PASSWORD",
          "/login NAME PASSWORD",
          "/unregister",
          "/quit",
          "/help room"
        }) {
      alice.hearsLineStarting("* " + command + " ");
    }
    alice.hasHeardNothingElse();
  }

  @Test
  void nickChangesTheNameForEverybody() {
    alice.sends("/nick Alicia\nhello\n");
    alice.hears("* you are now called Alicia");
    bob.hears("* alice is now called Alicia", "[Alicia] hello");
    bob.says("/nick ALICIA");
    bob.hears("* ALICIA is taken; try another");
    bob.says("/nick not a name");
    bob.hears("* a name is 1 to 32 letters and digits; yours stays as it was");
    server.joins("alice").close();
    bob.hears("* alice has joined", "* alice has left");
  }

  @Test
  void meSaysWhatSomebodyDoes() {
    alice.says("/me waves");
    bob.hears("[alice] * waves");
    alice.hasHeardNothingElse();
  }

  @Test
  void whoListsWhoIsHere() {
    alice.says("/who");
    alice.hears("* 2 in lobby: alice, bob");
  }

  @Test
  void joinGoesToAnotherRoomAndHearsTheOldOneNoMore() {
    bob.says("/join cellar");
    bob.hears("* you are in cellar with nobody else");
    alice.hears("* bob has left");
    alice.says("anybody?");
    bob.says("/join CELLAR");
    bob.hears("* you are in cellar already");
    alice.says("/join #cellar");
    alice.hears("* you are in cellar with bob");
    bob.hears("* alice has joined");
    alice.says("found you");
    bob.hears("[alice] found you");
    bob.says("/join no/room");
    bob.hears("* a room is 1 to 32 letters, digits, - and _");
  }

  @Test
  void roomsListsRoomsThatAreInUse() {
    bob.says("/join cellar");
    bob.hearsLineStarting("* you are in cellar");
    alice.hears("* bob has left");
    alice.says("/rooms");
    alice.hears("* cellar: 1", "* lobby: 1, you among them");
    bob.says("/join lobby");
    bob.hearsLineStarting("* you are in lobby");
    alice.hears("* bob has joined");
    alice.says("/rooms");
    alice.hears("* lobby: 2, you among them");
    alice.hasHeardNothingElse();
  }

  @Test
  void msgSaysSomethingToOnePersonWhereverThatIs() {
    bob.says("/join cellar");
    bob.hearsLineStarting("* you are in cellar");
    alice.hears("* bob has left");
    alice.says("/msg BOB psst  there");
    alice.hears("* you tell bob: psst  there");
    bob.hears("* alice tells you: psst  there");
    alice.says("/msg eve psst");
    alice.hears("* there is nobody called eve");
  }

  @Test
  void topicIsShownSetAndToldToWhoeverJoins() {
    alice.says("/topic");
    alice.hears("* lobby has no topic; set one with /topic TEXT");
    alice.says("/topic all about bees");
    alice.hears("* you set the topic: all about bees");
    bob.hears("* alice set the topic: all about bees");
    try (TestClient carol = server.joins("carol")) {
      carol.hears("* topic: all about bees");
    }
  }

  @Test
  void topicsAreAsLongAsAReaderCountsThem() {
    String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";
    String longest = family.repeat(200) + "e\u0301".repeat(190);
    alice.says("/topic " + longest);
    alice.hears("* you set the topic: " + longest);
    bob.hears("* alice set the topic: " + longest);
    alice.says("/topic " + longest + "!");
    alice.hears("* a topic has at most 390 characters, and this has 391; it stays as it was");
    alice.says("/topic " + "x".repeat(8000));
    alice.hears("* a topic has at most 390 characters, and this has 8000; it stays as it was");
    bob.says("/topic");
    bob.hears("* topic: " + longest);
  }

  @Test
  void historyShowsTheLastPosts() {
    alice.sends("one\n/me two\nthree\n/history 2\n");
    alice.hears("* older: /history before #2");
    assertThat(alice.line()).endsWith(" [alice] * two");
    assertThat(alice.line()).endsWith(" [alice] three");
    alice.says("/history 0");
    alice.hearsLineStarting("* \"0\" is not a whole number from 1 to 999999999; ");
  }

  @Test
  void quitLeavesInOrder() {
    bob.sends("bye\n/quit\nnever said\n");
    bob.hearsTheEnd();
    alice.hears("[bob] bye", "* bob has left");
    alice.hasHeardNothingElse();
  }

  @Test
  void aDoubleSlashSaysASlash() {
    alice.says("//usr/bin");
    bob.hears("[alice] /usr/bin");
  }

  @Test
  void aListenerWithoutCommandsPassesEverythingOn() {
    try (TestServer bare = new TestServer("parley.lines.commands=off");
        TestClient carol = bare.joins("carol");
        TestClient dave = bare.joins("dave")) {
      carol.hears("* dave has joined");
      carol.sends("/quit\n//x\n");
      dave.hears("[carol] /quit", "[carol] //x");
    }
  }

  private record Idle(String name, boolean broken) implements MemberExtension {
    @Override
    public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
      return Behaviors.receiveMessage(
          event -> {
            if (broken && event instanceof RoomEvent.Joined) {
              throw new IllegalStateException("on purpose");
            }
            return Behaviors.same();
          });
    }
  }

  @Test
  void extensionsListsThoseOfTheRoomAndWhichArePutAside() {
    alice.says("/extensions");
    alice.hears("* lobby has no extensions");
    Settings settings =
        Settings.of(
            List.of("lines:0"),
            List.of(
                "parley.rooms={ lobby { extensions = [one, two] } }",
                "parley.extension.max-failures=1"),
            List.of(new Idle("one", true), new Idle("two", false)));
    try (Server extended = Server.start(settings);
        TestClient carol = TestClient.named("carol", extended.listeners().get(0))) {
      carol.hears("* one has failed too often and is put aside");
      carol.says("/extensions");
      carol.hears("* lobby has one (put aside), two");
    }
  }
}
