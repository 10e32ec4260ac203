package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What else operators can do, docs/operating.md, over real sockets. */
class OperatorsTest extends WithOperator {

  @Test
  void areRecognisedByThePasswordOnly() {
    try (TestClient bob = joins("127.0.0.2", "bob")) {
      bob.says("/ban olga");
      bob.hears("* that is for operators; /op PASSWORD makes you one");
      bob.says("/op wrong");
      bob.hears("* that is not the operators' password");
      bob.says("/op");
      bob.hears("* it is written /op PASSWORD");
      bob.says("/op crowbar");
      bob.hearsLineStarting("* you are an operator now");
      olga.hasHeardNothingElse();
    }
  }

  @Test
  void closeRooms() {
    try (TestClient bob = joins("127.0.0.2", "bob")) {
      bob.says("/join cellar");
      bob.hears("* you are in cellar with nobody else");
      olga.hears("* bob has left");
      olga.says("/close Cellar");
      olga.hearsInAnyOrder("\\* cellar is closed", "\\* bob has joined");
      bob.hears(
          "* olga sends you out of cellar: the room is closed", "* you are in lobby with olga");
      olga.says("/close lobby");
      olga.hears("* lobby is where everybody starts, and stays open");
      olga.says("/rooms");
      olga.hears("* lobby: 2, you among them");
    }
  }

  @Test
  void speakToEverybodyWhereverTheyAre() {
    try (TestClient bob = joins("127.0.0.2", "bob")) {
      bob.says("/join cellar");
      bob.hears("* you are in cellar with nobody else");
      olga.hears("* bob has left");
      olga.says("/say we restart at noon");
      olga.hears("* olga to everybody: we restart at noon", "* said to 2");
      bob.hears("* olga to everybody: we restart at noon");
    }
  }

  @Test
  void seeWhoIsThereAndHowTheServerIs() {
    try (TestClient bob = joins("127.0.0.2", "bob")) {
      olga.says("/sessions");
      assertThat(olga.line())
          .matches(
              "\\* bob from lines 127\\.0\\.0\\.2:\\d+ since \\S+ \\S+ UTC, in lobby,"
                  + " behind by 0, sends 0 a second");
      assertThat(olga.line()).startsWith("* olga (operator) from lines 127.0.0.1:");
      olga.says("/sessions 127.0.0.2");
      olga.hearsLineStarting("* bob from lines");
      olga.says("/sessions xyz");
      olga.hears("* there is nobody whose name or address begins with xyz");
      olga.says("/stats");
      olga.hearsLineStarting("* up since 20");
      olga.hears("* connections: 2; people with a name: 2; rooms: 1");
      olga.hears("* registered names: 0; bans and mutes: 0");
      olga.hears("* posts that wait to be kept: 0");
      olga.hearsLineStarting("* heap ");
      bob.hasHeardNothingElse();
    }
  }

  @Test
  void leaveATraceInTheAuditLog() throws IOException {
    Path audit = folder.resolve("audit.log");
    server.configure("parley.audit-log = \"" + audit + "\"");
    server.restart();
    try (TestClient bob = server.joins("bob");
        TestClient operator = server.operates("oscar")) {
      bob.says("/op guess");
      bob.hearsLineStarting("* oscar");
      bob.hears("* that is not the operators' password");
      operator.sends(
          """
          /sessions
          /sessions b
          /bans
          /stats
          /say hi
          /mute bob 1h
          /unmute bob
          /ban 10.9.9.9 2h spam
          /unban 10.9.9.9
          /close cellar
          /invite bob
          /reload
          """);
      operator.hearsSometime("\\* .*nothing has changed.*");
      bob.hearsSometime("\\* you may speak again");
      operator.says("/kick bob enough");
      operator.hearsInAnyOrder("\\* bob is disconnected", "\\* bob has left");
      bob.hearsToTheEnd();
    }
    server.close();
    List<String> lines = Files.readAllLines(audit);
    assertThat(lines.get(0))
        .contains("oscar from lines 127.0.0.1:")
        .endsWith(": is an operator now");
    assertThat(lines.get(1)).endsWith(": gave a wrong password for operators");
    assertThat(lines.subList(2, lines.size()))
        .extracting(
            line ->
                line.replaceFirst("\\S+ oscar from lines [0-9.:]+: ", "")
                    .replaceFirst("[0-9-]+ [0-9:]+ UTC", "LATER")
                    .replaceFirst("127.0.0.1:[0-9]+", "HERE"))
        .containsExactly(
            "asks for the sessions",
            "asks for the sessions of b",
            "asks for the bans and mutes",
            "asks how the server is",
            "say: hi",
            "mute: bob is muted until LATER",
            "bob is not muted any more",
            "ban: 10.9.9.9/32 is banned until LATER: spam",
            "10.9.9.9/32 is not banned any more",
            "close: cellar",
            "in the room lobby: invite bob",
            "reload: nothing has changed",
            "kick: bob from lines HERE: enough");
    assertThat(String.join("", lines)).doesNotContain("guess", "crowbar");
  }
}
