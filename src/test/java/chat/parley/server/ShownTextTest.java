package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see of whatever others type, docs/security.md, over real sockets. */
class ShownTextTest {
  /** Would show as if somebody else had said it, climb into other lines, and hide a letter. */
  private static final String NASTY =
      "\ufeffa\u202e[bob]\u202c \u2069b\u2067c\u2028d" + "\u0301".repeat(50) + "\udb40\udc41\uffff";

  private static final String SHOWN = "a[bob] b\u2067cd\u0301\u0301\u0301\u0301\u2069";

  @TempDir private Path folder;

  @Test
  void isHarmlessWhereverALineOfSomebodysIsShown() {
    try (TestServer server = new TestServer("parley.room.replay=1");
        TestClient bob = server.joins("bob");
        TestClient eve = server.joins("eve")) {
      bob.hears("* eve has joined");
      eve.says(NASTY);
      bob.hears("[eve] " + SHOWN);
      eve.says("/me " + NASTY);
      bob.hears("[eve] * " + SHOWN);
      eve.says("/msg bob " + NASTY);
      bob.hears("* eve tells you: " + SHOWN);
      eve.hears("* you tell bob: " + SHOWN);
      eve.says("//" + NASTY);
      bob.hears("[eve] /" + SHOWN);
      eve.says("/join den" + NASTY);
      eve.hearsLineStarting("* a room is 1 to 32 letters");
      eve.says("/msg b" + NASTY + " x");
      eve.hears("* there is nobody called ba[bob]");
      eve.says("/b" + NASTY);
      eve.hears("* there is no command /ba[bob]; /help lists them");
      eve.says("/topic " + NASTY);
      eve.hearsLineStarting("* ");
      bob.says("/history 1");
      bob.hearsSometime("\\* \\d\\d:\\d\\d:\\d\\d \\[eve\\] /\\Q" + SHOWN + "\\E");
    }
  }

  @Test
  void isHarmlessInWhatPeopleWhoRuleDoTo() throws IOException {
    Path auditLog = folder.resolve("audit.log");
    try (ConfiguredServer server =
            new ConfiguredServer(folder, "parley.audit-log = \"" + auditLog + "\"");
        TestClient olga = server.operates("olga");
        TestClient eve = server.joinsFrom("127.0.0.2", "eve")) {
      olga.hears("* eve has joined");
      olga.says("/say " + NASTY);
      eve.hears("* olga to everybody: " + SHOWN);
      olga.hears("* olga to everybody: " + SHOWN, "* said to 2");
      olga.says("/ban 127.0.0.9 " + NASTY);
      olga.hears("* 127.0.0.9/32 is banned: " + SHOWN);
      olga.says("/bans");
      olga.hearsLineStarting("* 127.0.0.9/32 is banned: " + SHOWN + ", by olga on ");
      try (TestClient banned = server.connectsFrom("127.0.0.9")) {
        banned.hears("* you are banned: " + SHOWN + "; goodbye");
      }
      olga.says("/kick eve " + NASTY);
      eve.hears("* an operator disconnects you: " + SHOWN + "; goodbye");
      olga.hearsInAnyOrder("\\* eve is disconnected", "\\* eve has left");
    }
    String audit = Files.readString(auditLog);
    assertThat(audit)
        .contains("say: " + SHOWN + "\n", "ban: 127.0.0.9/32 is banned: " + SHOWN + "\n")
        .containsPattern("kick: eve from .*: \\Q" + SHOWN + "\\E\n")
        .doesNotContain("\u202e", "\u2028", "\ufeff", "\uffff", "\u0301".repeat(5));
  }

  @Test
  void isHarmlessInWhatTheOwnerOfARoomDoes() {
    try (TestServer server = new TestServer();
        TestClient olga = server.joins("olga");
        TestClient eve = server.joins("eve")) {
      olga.hears("* eve has joined");
      olga.says("/join den");
      olga.hears("* you are in den with nobody else");
      eve.hears("* olga has left");
      eve.says("/join den");
      eve.hears("* you are in den with olga");
      olga.hears("* eve has joined");
      olga.says("/topic " + NASTY);
      olga.hears("* you set the topic: " + SHOWN);
      eve.hears("* olga set the topic: " + SHOWN);
      eve.says("/topic");
      eve.hears("* topic: " + SHOWN);
      olga.says("/kick eve " + NASTY);
      eve.hears("* olga sends you out of den: " + SHOWN);
    }
  }

  @Test
  void ofARawClientIsHarmlessToPeopleAndUntouchedToOtherRawClients() {
    byte[] bytes = (NASTY + "\n \n\u2067open\n").getBytes(StandardCharsets.UTF_8);
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice");
        TestClient one = server.connectsRaw(alice);
        TestClient two = server.connectsRaw(alice)) {
      one.sends(bytes);
      two.hearsBytes(bytes);
      alice.hears("[guest1] " + SHOWN, "[guest1] \u2067open\u2069");
      alice.hasHeardNothingElse();
    }
  }

  @Test
  void isWhatWasTypedInEveryScript() {
    List<String> texts =
        List.of(
            "عربي \u200fabc\u200e",
            "שָׁלוֹם \u2068עברית\u2069 !",
            "نمی\u200cخواهم",
            "ไม่เป็นไร ที่นี่",
            "Tiê\u0301ng Viê\u0323\u0302t",
            "བོད་ཡིག ཧྐྵྨླྺྼྻྂ",
            "हिन्दी क्\u200dष",
            "👩‍👩‍👧 👩🏽‍🔬 ❤️ 1️⃣ 🇪🇺",
            "🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f!");
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob")) {
      alice.hears("* bob has joined");
      for (String text : texts) {
        bob.says(text);
        alice.hears("[bob] " + text);
      }
    }
  }
}
