package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.listener.ListenerAddress;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration that is read again while the server runs, docs/operating.md. */
class ReloadTest {
  @TempDir private Path folder;

  @Test
  void saysWhatHasChangedAndGoesByIt() {
    try (ConfiguredServer server = new ConfiguredServer(folder);
        TestClient alice = server.joins("alice")) {
      assertThat(server.reload()).containsExactly("nothing has changed");
      server.configure(
          "parley.message-of-the-day = \"\"\"be\nkind\"\"\"",
          "parley.limits.max-name = 5",
          "parley.limits.room-members = 2",
          ConfiguredServer.SERVER_PASSWORD_LINE);
      assertThat(server.reload())
          .containsExactly(
              "parley.access.server-password has changed",
              "parley.limits.max-name is now 5",
              "parley.limits.room-members is now 2",
              "parley.message-of-the-day is now \"be\\nkind\"");
      alice.says("/nick abcdef");
      alice.hearsLineStarting("* a name is 1 to 5 letters");
      try (TestClient bob = server.connects();
          TestClient carol = server.connects()) {
        bob.hearsLineStarting("* Welcome");
        bob.sends("bob\n" + ConfiguredServer.SERVER_PASSWORD + "\n");
        bob.hears(
            "* what is the server's password?", "* you are in lobby with alice", "* be", "* kind");
        carol.hearsLineStarting("* Welcome");
        carol.sends("carol\n" + ConfiguredServer.SERVER_PASSWORD + "\n");
        carol.hears("* what is the server's password?");
        carol.hearsLineStarting("* lobby is full");
      }
    }
  }

  @Test
  void keepsEverythingAsItWasWhenSomethingIsWrong() {
    try (ConfiguredServer server = new ConfiguredServer(folder, "parley.limits.max-name = 6")) {
      server.configure("parley.limits.max-name = 5", "parley.limits.burst = none");
      assertThat(server.reload())
          .singleElement()
          .asString()
          .startsWith("everything stays as it was: parley.limits.burst must be a whole number");
      server.configure("parley { limits");
      assertThat(server.reload()).singleElement().asString().startsWith("everything stays");
      server.joins("abcdef").close();
    }
  }

  @Test
  void namesWhatNeedsARestartEachTime() {
    try (ConfiguredServer server = new ConfiguredServer(folder);
        TestClient alice = server.joins("alice")) {
      server.configure("parley.listeners = [\"lines:0\", \"raw:0\"]", "parley.backlog = 7");
      for (int i = 0; i < 2; i++) {
        assertThat(server.reload())
            .containsExactly(
                "parley.backlog needs a restart to be 7",
                "parley.listeners needs a restart to be [\"lines:0\",\"raw:0\"]");
      }
      alice.hasHeardNothingElse();
    }
  }

  @Test
  void goesByNothingThatNeedsARestart() {
    try (ConfiguredServer server = new ConfiguredServer(folder);
        TestClient alice = server.joins("alice")) {
      server.configure("parley.listeners = [{ at = \"lines:0\", commands = off }]");
      assertThat(server.reload()).singleElement().asString().startsWith("parley.listeners needs");
      alice.hasHeardNothingElse();
      server.joins("bob").hasHeardNothingElse();
    }
  }

  @Test
  void showsNoSecrets() {
    try (ConfiguredServer server = new ConfiguredServer(folder)) {
      server.configure(
          "parley.rooms.lobby.extensions = [{ name = webhook, url = \"http://127.0.0.1:1/hush\" }]",
          ConfiguredServer.SERVER_PASSWORD_LINE);
      assertThat(server.reload())
          .containsExactly(
              "parley.access.server-password has changed",
              "parley.rooms.lobby.extensions has changed");
    }
  }

  @Test
  void disturbsNobodyWhoIsInTheMiddleOfAHandshake() throws IOException {
    String[] tls =
        Stream.concat(
                Stream.of("parley.listeners = [\"tls:0\"]"),
                TestTls.settings().stream().map(each -> each.replaceFirst("=(.*)", " = \"$1\"")))
            .toArray(String[]::new);
    try (ConfiguredServer server = new ConfiguredServer(folder, tls);
        Socket socket = new Socket(server.lines().host(), server.lines().port())) {
      server.reload();
      Socket secured = TestTls.secured(socket);
      secured.setSoTimeout(20_000);
      assertThat(secured.getInputStream().read()).isEqualTo('*');
    }
  }

  @Test
  void letsListenersDifferThatHadTheSameSettings() {
    List<String> always = new ArrayList<>();
    always.add(
        "parley.listeners = [\"tls:0\", { at = \"tls:localhost:0\", protocols = [TLSv1.2] }]");
    always.add("parley.tls.protocols = [TLSv1.2]");
    TestTls.settings().forEach(each -> always.add(each.replaceFirst("=(.*)", " = \"$1\"")));
    try (ConfiguredServer server = new ConfiguredServer(folder, always.toArray(String[]::new))) {
      server.connects().close();
      always.set(1, "parley.tls.protocols = [TLSv1.3]");
      server.configure(always.toArray(String[]::new));
      assertThat(server.reload()).containsExactly("parley.tls.protocols is now [\"TLSv1.3\"]");
      assertThat(protocolOf(server.listeners().get(0))).isEqualTo("TLSv1.3");
      assertThat(protocolOf(server.listeners().get(1))).isEqualTo("TLSv1.2");
    }
  }

  private static String protocolOf(ListenerAddress listener) {
    AtomicReference<String> protocol = new AtomicReference<>();
    TestClient client =
        new TestClient(
            listener,
            connected -> {
              SSLSocket secured =
                  TestTls.secured(
                      connected, TestTls.AUTHORITY.context(Optional.empty()), chosen -> {});
              protocol.set(secured.getSession().getProtocol());
              return secured;
            });
    client.hearsLineStarting("* Welcome");
    client.close();
    return protocol.get();
  }

  @Test
  void changesWhatExtendsARoomWhilePeopleAreInIt() {
    try (ConfiguredServer server = new ConfiguredServer(folder);
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob")) {
      alice.hears("* bob has joined");
      alice.says("/extensions");
      alice.hears("* lobby has no extensions");
      server.configure(
          "parley.rooms.lobby.extensions = [{ name = word-filter, words = [bees] }]",
          "parley.extension.answer-within = 20 s",
          "parley.room.recent = 0");
      server.reload();
      alice.says("/extensions");
      alice.hears("* lobby has word-filter");
      alice.says("bees");
      bob.hears("[alice] ***");
      server.configure();
      server.reload();
      alice.says("/extensions");
      alice.hears("* lobby has no extensions");
    }
  }

  @Test
  void letsWhoIsHereSendAsFastAsItSaysNow() {
    try (ConfiguredServer server =
            new ConfiguredServer(
                folder, "parley.limits.posts-per-second = 1", "parley.limits.burst = 2");
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob")) {
      alice.hears("* bob has joined");
      server.configure("parley.limits.posts-per-second = 0");
      server.reload();
      bob.sends("words\n".repeat(500));
      for (int i = 0; i < 500; i++) {
        alice.hears("[bob] words");
      }
    }
  }

  @Test
  void isAtTheServiceOfOperators() {
    try (ConfiguredServer server = new ConfiguredServer(folder);
        TestClient bob = server.joins("bob");
        TestClient olga = server.operates("olga")) {
      bob.hears("* olga has joined");
      server.configure("parley.limits.max-name = 5");
      bob.says("/reload");
      bob.hears("* that is for operators; /op PASSWORD makes you one");
      olga.says("/reload");
      olga.hears("* parley.limits.max-name is now 5");
      server.configure("parley.limits.max-name = five");
      olga.says("/reload");
      olga.hearsLineStarting(
          "* everything stays as it was: parley.limits.max-name must be a whole number from 1 to 255");
    }
  }
}
