package chat.parley.server;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom operators can kick, ban and mute, docs/operating.md, over real sockets. */
class OperatorSanctionsTest extends WithOperator {

  @Test
  void disconnectWhomTheyKick() {
    try (TestClient bob = joins("127.0.0.2", "bob")) {
      olga.says("/kick BOB too loud");
      bob.hears("* an operator disconnects you: too loud; goodbye");
      bob.hearsTheEnd();
      olga.hearsInAnyOrder("\\* bob is disconnected", "\\* bob has left");
      server.joinsFrom("127.0.0.2", "bob").close();
    }
  }

  @Test
  void keepOutWhomTheyBanUnderEveryNameAndFromThere() {
    try (TestClient bob = joins("127.0.0.2", "bob");
        TestClient carol = joins("127.0.0.3", "carol")) {
      bob.hears("* carol has joined");
      olga.says("/ban bob 2h spam");
      bob.hearsLineStarting("* you are banned until ");
      bob.hearsTheEnd();
      olga.hearsInAnyOrder(
          "\\* bob and 127.0.0.2/32 are banned until .*: spam", "\\* bob has left");
      carol.hears("* bob has left");
      try (TestClient elsewhere = server.connectsFrom("127.0.0.4");
          TestClient another = server.connectsFrom("127.0.0.2")) {
        elsewhere.hearsLineStarting("* Welcome");
        elsewhere.says("Bob");
        elsewhere.hearsLineStarting("* you are banned until ");
        elsewhere.hearsTheEnd();
        another.hearsLineStarting("* you are banned until ");
        another.hearsTheEnd();
      }
      carol.says("/nick bob");
      carol.hears("* bob is banned; yours stays as it was");
      olga.says("/unban bob");
      olga.hears("* bob is not banned any more");
      server.joinsFrom("127.0.0.2", "bob").close();
    }
  }

  @Test
  void banAddressesAndListWhatTheyHaveBanned() {
    try (TestClient bob = joins("127.0.0.2", "bob")) {
      olga.says("/bans");
      olga.hears("* nobody is banned or muted");
      olga.says("/ban 127.0.0.0/29 no");
      olga.hearsLineStarting("* that would ban yourself: you are olga from lines 127.0.0.1:");
      olga.says("/ban 127.0.0.2/31 the pair");
      olga.hearsInAnyOrder("\\* 127.0.0.2/31 is banned: the pair", "\\* bob has left");
      bob.hears("* you are banned: the pair; goodbye");
      olga.says("/bans");
      olga.hearsLineStarting("* 127.0.0.2/31 is banned: the pair, by olga on 20");
      olga.says("/ban so so");
      olga.hears("* so is banned: so");
      olga.says("/ban not/a/name");
      olga.hears(
          "* \"not/a/name\" is neither a name nor an address, such as 192.0.2.7, 192.0.2.0/24 or"
              + " 2001:db8::/32");
      olga.says("/unban 127.0.0.256");
      olga.hearsLineStarting("* \"127.0.0.256\" is neither a name nor an address, such as ");
      olga.says("/unban 127.0.0.9");
      olga.hears("* 127.0.0.9 is not banned; /bans lists who is");
    }
  }

  @Test
  void banNobodyWithATimeThatIsNone() {
    try (TestClient bob = joins("127.0.0.2", "bob")) {
      for (String time : List.of("-5m", "5x", "99999999999d")) {
        olga.says("/ban bob " + time);
        olga.hears(
            "* \""
                + time
                + "\" is not a time, which is a whole number with its unit: 90s, 30m, 2h or 7d;"
                + " a reason begins with a letter");
      }
      olga.says("/ban bob 0s");
      olga.hearsLineStarting("* \"0s\" is not a time of at least 1s");
      olga.says("/mute bob -5m");
      olga.hearsLineStarting("* \"-5m\" is not a time, ");
      olga.says("/bans");
      olga.hears("* nobody is banned or muted");
      bob.hasHeardNothingElse();
    }
  }

  @Test
  void banNamesAloneWhereManyComeFromOneAddress() {
    try (TestClient bob = joins("127.0.0.1", "bob")) {
      olga.says("/ban bob");
      olga.hearsInAnyOrder("\\* bob is banned", "\\* bob has left");
      bob.hears("* you are banned; goodbye");
      joins("127.0.0.1", "robert").close();
    }
  }

  @Test
  void muteWhomTheyWantOnlyToListen() {
    try (TestClient bob = joins("127.0.0.2", "bob")) {
      olga.says("/mute bob");
      olga.hears("* bob and 127.0.0.2/32 are muted");
      bob.hears("* you are muted; you can only listen");
      for (String said :
          List.of(
              "hello", "/me waves", "/msg olga hello", "/topic me", "/nick rob", "/invite olga")) {
        bob.says(said);
        bob.hears("* you are muted; you can only listen");
      }
      olga.says("quiet");
      bob.hears("[olga] quiet");
      bob.leaves();
      olga.hears("* bob has left");
      try (TestClient again = joins("127.0.0.2", "robert")) {
        again.hears("* you are muted; you can only listen");
        olga.says("/unmute bob");
        olga.hears("* bob is not muted any more");
        again.hears("* you may speak again");
        again.says("thank you");
        olga.hears("[robert] thank you");
      }
    }
  }

  @Test
  void letMutesEndByThemselves() {
    try (TestClient bob = joins("127.0.0.2", "bob")) {
      olga.says("/mute bob 1s");
      olga.hearsLineStarting("* bob and 127.0.0.2/32 are muted until ");
      bob.hearsLineStarting("* you are muted until ");
      String answer;
      do {
        bob.says("now?\n/nothing");
        answer = bob.line();
        if (answer.startsWith("* you are muted")) {
          bob.hearsLineStarting("* there is no command");
        }
      } while (answer.startsWith("* you are muted"));
      olga.hears("[bob] now?");
    }
  }

  @Test
  void findTheirBansAndMutesAgainAfterARestart() {
    olga.says("/ban bob 1h spam");
    olga.hearsLineStarting("* bob is banned until ");
    olga.says("/mute carol");
    olga.hears("* carol is muted");
    server.restart();
    try (TestClient bob = server.connects();
        TestClient carol = server.joins("carol")) {
      bob.hearsLineStarting("* Welcome");
      bob.says("bob");
      bob.hearsLineStarting("* you are banned until ");
      carol.hears("* you are muted; you can only listen");
    }
  }
}
