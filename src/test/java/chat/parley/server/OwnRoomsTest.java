package chat.parley.server;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever makes a room can do in it, docs/protocol.md, over real sockets. */
class OwnRoomsTest {
  @TempDir private Path folder;

  private ConfiguredServer server;
  private TestClient alice;
  private TestClient bob;

  @BeforeEach
  void aliceHasMadeARoomAndBobIsInIt() {
    server = new ConfiguredServer(folder);
    alice = server.joins("alice");
    goesTo(alice, "cellar", "nobody else");
    bob = server.joins("bob");
    goesTo(bob, "cellar", "alice");
    alice.hears("* bob has joined");
  }

  private static void goesTo(TestClient client, String room, String others) {
    client.says("/join " + room);
    client.hears("* you are in " + room + " with " + others);
  }

  @AfterEach
  void end() {
    alice.close();
    bob.close();
    server.close();
  }

  @Test
  void onlyTheirMakerSaysWhatTheyAreAbout() {
    bob.says("/topic mine now");
    bob.hears("* cellar is not yours; only whose it is says what it is about");
    alice.says("/topic wine");
    alice.hears("* you set the topic: wine");
    bob.hears("* alice set the topic: wine");
  }

  @Test
  void theirMakerSendsPeopleOut() {
    bob.says("/kick alice");
    bob.hears("* cellar is not yours; you can open a room of your own with /join");
    alice.says("/kick bob mind the barrels");
    alice.hearsInAnyOrder(
        "\\* bob is sent out of cellar; /lock keeps people out", "\\* bob has left");
    bob.hears(
        "* alice sends you out of cellar: mind the barrels", "* you are in lobby with nobody else");
    alice.says("/kick bob");
    alice.hears("* there is nobody called bob in cellar");
    alice.says("/kick alice");
    alice.hears("* you cannot send yourself out; /join goes elsewhere");
  }

  @Test
  void theirMakerLocksThemAndInvites() {
    try (TestClient carol = server.joins("carol")) {
      bob.says("/lock");
      bob.hears("* cellar is not yours; you can open a room of your own with /join");
      alice.says("/lock");
      alice.hears("* cellar is locked: only whom you /invite comes in, until you /unlock it");
      carol.says("/join cellar");
      carol.hears("* cellar is locked; only who is invited comes in");
      carol.says("/rooms");
      carol.hears("* cellar: 2, locked", "* lobby: 1, you among them");
      alice.says("/invite carol");
      alice.hears("* carol is invited to cellar");
      carol.hears("* alice invites you to cellar: /join cellar");
      goesTo(carol, "cellar", "alice, bob");
      alice.hears("* carol has joined");
      alice.says("/unlock");
      alice.hears("* cellar is open to everybody again");
    }
  }

  @Test
  void areOpenAgainWhenTheirMakerHasGone() {
    alice.says("/lock");
    alice.hearsLineStarting("* cellar is locked");
    alice.close();
    bob.hears("* alice has left");
    bob.awaitsGone("alice");
    try (TestClient carol = server.joins("carol")) {
      goesTo(carol, "cellar", "bob");
      carol.says("/topic anybody's");
      carol.hears("* you set the topic: anybody's");
      carol.says("/lock");
      carol.hears("* cellar is not yours; you can open a room of your own with /join");
    }
  }

  @Test
  void stayTheirMakersUnderARegisteredNameAlsoAfterARestart() {
    alice.says("/register honey");
    alice.hearsLineStarting("* alice is registered");
    alice.close();
    bob.close();
    server.restart();
    bob = server.joins("bob");
    goesTo(bob, "cellar", "nobody else");
    bob.says("/topic mine now");
    bob.hears("* cellar is not yours; only whose it is says what it is about");
    alice = server.connects();
    alice.hearsLineStarting("* Welcome");
    alice.sends("alice\nhoney\n/join cellar\n/topic wine\n");
    alice.hears(
        "* alice is a registered name; what is its password?",
        "* you are in lobby with nobody else",
        "* you are in cellar with bob",
        "* you set the topic: wine");
  }

  @Test
  void operatorsMayDoAllThatToo() {
    try (TestClient olga = server.operates("olga")) {
      alice.says("/lock");
      alice.hearsLineStarting("* cellar is locked");
      goesTo(olga, "cellar", "alice, bob");
      alice.hears("* olga has joined");
      alice.says("/kick olga");
      alice.hears("* olga is an operator, who cannot be sent out");
      olga.says("/topic rules");
      olga.hears("* you set the topic: rules");
      olga.says("/unlock");
      olga.hears("* cellar is open to everybody again");
    }
  }

  @Test
  void theLobbyBelongsToNobody() {
    try (TestClient carol = server.joins("carol")) {
      carol.says("/lock");
      carol.hears("* lobby is not yours; you can open a room of your own with /join");
      carol.says("/topic everybody's");
      carol.hears("* you set the topic: everybody's");
    }
  }
}
