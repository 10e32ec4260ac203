package chat.parley.server;

import chat.parley.store.Items;
import chat.parley.store.StoreLocation;
import chat.parley.tls.Authority;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of people and rooms that a reader would take for others, over real sockets. */
class LookAlikeNamesTest {
  @TempDir private Path folder;

  /** Is asked another name. */
  private static void isRefused(TestClient client, String name, String why) {
    client.says(name);
    client.hears("* " + name + " " + why + "; another name?");
  }

  @ParameterizedTest
  @CsvSource({"coco, сосо", "Bill, BI1l", "Marnie, mamie"})
  void areNotGivenBesideTheNameThatTheyReadLike(String taken, String other) {
    try (TestServer server = new TestServer();
        TestClient first = server.joins(taken);
        TestClient second = server.connects()) {
      second.hears("* Welcome to parley! What is your name?");
      isRefused(second, other, "looks like " + taken + ", which is taken");
      second.says("other");
      second.hears("* you are in lobby with " + taken);
      first.hears("* other has joined");
      second.says("/nick " + other);
      second.hears("* " + other + " looks like " + taken + ", which is taken; try another");
    }
  }

  @Test
  void areFreeAgainWhenTheNameThatTheyReadLikeIs() {
    try (TestServer server = new TestServer();
        TestClient coco = server.joins("coco");
        TestClient other = server.joins("other")) {
      coco.hears("* other has joined");
      coco.says("/nick kiki");
      coco.hears("* you are now called kiki");
      other.hears("* coco is now called kiki");
      other.says("/nick сосо");
      other.hears("* you are now called сосо");
      other.says("/nick сОсо");
      other.hears("* you are now called сОсо");
    }
  }

  @Test
  void ofSeveralScriptsAreRefused() {
    try (TestServer server = new TestServer();
        TestClient client = server.connects()) {
      client.hears("* Welcome to parley! What is your name?");
      isRefused(client, "bоb", "mixes letters of several scripts");
      client.says("bob小明");
      client.hears("* you are in lobby with nobody else");
      client.says("/join lоbby");
      client.hears("* lоbby mixes letters of several scripts; choose another name");
    }
  }

  @Test
  void ofRoomsAreRefusedWithTheNameOfTheRoomThatThereIs() {
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob")) {
      alice.hears("* bob has joined");
      alice.says("/join coco1");
      alice.hears("* you are in coco1 with nobody else");
      bob.hears("* alice has left");
      bob.says("/join сосо1");
      bob.hears("* сосо1 looks like coco1, which there is; /join coco1, or choose another name");
      bob.says("/join l0bby");
      bob.hears("* l0bby looks like lobby, which there is; /join lobby, or choose another name");
      alice.says("/join lobby");
      alice.hears("* you are in lobby with bob");
      bob.hears("* alice has joined");
      bob.says("/join сосо1");
      bob.hears("* you are in сосо1 with nobody else");
    }
  }

  @Test
  void ofOperatorsAreForOperators() {
    try (ConfiguredServer server = new ConfiguredServer(folder);
        TestClient client = server.connects()) {
      client.hears("* Welcome to parley! What is your name?");
      isRefused(client, "Admin", "is reserved");
      isRefused(client, "r00t", "looks like root, which is reserved");
      isRefused(client, "аӏӏ", "looks like all, which is reserved");
      client.says("olga");
      client.hears("* you are in lobby with nobody else");
      client.says("/nick admin");
      client.hears("* admin is reserved; try another");
      client.says("/op " + ConfiguredServer.OPERATOR_PASSWORD);
      client.hearsLineStarting("* you are an operator now");
      client.says("/nick admin");
      client.hears("* you are now called admin");
    }
  }

  @Test
  void stayUsableWhereTheyAreRegistered() {
    List<String> registered = List.of("coco", "сосо", "bоb", "admin");
    Items.writeRegistrations(new StoreLocation.Folder(folder.resolve("parley-data")), registered);
    try (ConfiguredServer server = new ConfiguredServer(folder)) {
      for (String name : registered) {
        try (TestClient client = server.connects()) {
          client.hears("* Welcome to parley! What is your name?");
          client.says(name);
          client.hears("* " + name + " is a registered name; what is its password?");
          client.says("sesame");
          client.hearsLineStarting("* you are in lobby");
        }
      }
      try (TestClient client = server.connects()) {
        client.hears("* Welcome to parley! What is your name?");
        client.says("c0c0");
        client.hearsLineStarting("* c0c0 looks like ");
      }
    }
  }

  @Test
  void areBannedAndIgnoredWithTheNameThatTheyReadLike() {
    try (ConfiguredServer server = new ConfiguredServer(folder);
        TestClient olga = server.operates("olga")) {
      olga.says("/ban coco");
      olga.hears("* coco is banned");
      try (TestClient coco = server.connects()) {
        coco.hears("* Welcome to parley! What is your name?");
        coco.says("сосо");
        coco.hearsLineStarting("* you are banned");
      }
      olga.says("/ignore bill");
      olga.hearsLineStarting("* you hear nothing more from bill");
      try (TestClient bill = server.joins("bi1l")) {
        olga.hears("* bi1l has joined");
        bill.sends("hello\n/msg olga hello\n");
        bill.hears("* you tell olga: hello");
      }
      olga.hears("* bi1l has left");
    }
  }

  @Test
  void inCertificatesAreRefusedAndTheClientSentAway() {
    Authority people = Authority.named("people");
    people.write(folder.resolve("people.pem"));
    try (TestServer server =
            TestServer.secured(
                "parley.tls.client-certificates=wanted",
                "parley.tls.client-ca=" + folder.resolve("people.pem"),
                "parley.tls.name-from-certificate=on");
        TestClient coco = server.joins("coco")) {
      SSLContext context = TestTls.AUTHORITY.context(Optional.of(people.issue("сосо")));
      try (TestClient other =
          new TestClient(
              server.lines(), socket -> TestTls.secured(socket, context, chosen -> {}))) {
        other.hears(
            "* сосо, the name in your certificate, looks like coco, which is taken; goodbye");
        other.hearsTheEnd();
      }
      coco.hasHeardNothingElse();
    }
  }
}
