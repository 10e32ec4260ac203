package chat.parley.server;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The raw listener, docs/protocol.md, over real sockets. */
class RawListenerTest {

  @Test
  void passesTheSameBytesToTheOthers() {
    byte[] hello = "你好".getBytes(StandardCharsets.UTF_8);
    byte[] everyByte = new byte[256];
    for (int i = 0; i < everyByte.length; i++) {
      everyByte[i] = (byte) i;
    }
    byte[] megabyte = new byte[1 << 20];
    new Random(1).nextBytes(megabyte);
    try (TestServer server = new TestServer();
        TestClient witness = server.joins("witness");
        TestClient one = server.connectsRaw(witness);
        TestClient two = server.connectsRaw(witness);
        TestClient three = server.connectsRaw(witness)) {
      one.sends(hello);
      two.hearsBytes(hello);
      three.hearsBytes(hello);
      two.sends(everyByte);
      one.hearsBytes(everyByte);
      three.hearsBytes(everyByte);
      three.sends(megabyte);
      one.hearsBytes(megabyte);
      two.hearsBytes(megabyte);
    }
  }

  @Test
  void echoesToTheSenderWhenItIsTold() {
    try (TestServer server = new TestServer("parley.raw.echo=on");
        TestClient witness = server.joins("witness");
        TestClient one = server.connectsRaw(witness)) {
      byte[] bytes = {0, 1, 2};
      one.sends(bytes);
      one.hearsBytes(bytes);
    }
  }

  @Test
  void givesPeoplesPostsAsTextAndANewline() {
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice");
        TestClient raw = server.connectsRaw(alice)) {
      alice.sends("/topic not for raw clients\n你好\n/me waves\n/msg guest1 psst\n");
      raw.hearsBytes("你好\nalice waves\npsst\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void showsPeopleARawClientsTextHarmlessAndUnderItsOwnName() {
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice");
        TestClient raw = server.connectsRaw(alice)) {
      raw.sends("hi\n[bob] I am bob\r\n* the server is going down\u001b[2J\n");
      alice.hears(
          "[guest1] hi", "[guest1] [bob] I am bob", "[guest1] * the server is going down[2J");
      raw.isKilled();
      alice.hears("* guest1 has left");
    }
  }

  @Test
  void putsACharacterTogetherThatComesInPieces() {
    byte[] bytes = "好".getBytes(StandardCharsets.UTF_8);
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice");
        TestClient other = server.connectsRaw(alice);
        TestClient raw = server.connectsRaw(alice)) {
      raw.sends(new byte[] {'a', bytes[0]});
      other.hearsBytes(new byte[] {'a', bytes[0]});
      alice.hears("[guest2] a");
      raw.sends(new byte[] {bytes[1], bytes[2], 'b'});
      alice.hears("[guest2] 好b");
    }
  }

  @Test
  void nobodyCanTakeAGuestsName() {
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice");
        TestClient squatter = server.joins("guest2");
        TestClient first = server.connectsRaw(squatter);
        TestClient second = server.connectsRaw(squatter)) {
      alice.hears("* guest2 has joined", "* guest1 has joined", "* guest3 has joined");
      alice.says("/nick Guest1");
      alice.hears("* Guest1 is taken; try another");
      first.sends("1");
      squatter.hears("[guest1] 1");
      second.sends("3");
      squatter.hears("[guest3] 3");
    }
  }
}
