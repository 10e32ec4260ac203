package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold whatever people who are no operators do, tried with random commands. */
class AccessPropertiesTest {
  private static final List<String> NAMES =
      List.of("victim", "VICTIM", "olga", "mallory", "mal", "nobody", "lobby", "cellar", "guest1");

  /** Every command there is, with what may be harmful, and some lines that are none. */
  private static final List<String> COMMANDS =
      List.of(
          "/nick NAME",
          "/join NAME",
          "/msg NAME x",
          "/ignore NAME",
          "/unignore NAME",
          "/topic x",
          "/register x",
          "/login NAME x",
          "/unregister",
          "/unregister NAME",
          "/kick NAME x",
          "/lock",
          "/unlock",
          "/invite NAME",
          "/op x",
          "/op",
          "/ban NAME",
          "/ban 127.0.0.1",
          "/ban 0.0.0.0/0 1h x",
          "/unban NAME",
          "/bans",
          "/mute NAME",
          "/unmute NAME",
          "/close NAME",
          "/say x",
          "/sessions NAME",
          "/stats",
          "/reload",
          "/who",
          "/rooms",
          "/history",
          "/help operator",
          "NAME",
          "//ban NAME");

  @TempDir private Path folder;

  /** Nobody but an operator can make somebody leave, be silent, or have another name or room. */
  @RepeatedTest(3)
  void noSequenceOfCommandsByANonOperatorChangesAnothersState() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    try (ConfiguredServer server =
            new ConfiguredServer(folder, "parley.limits.posts-per-second = 0");
        TestClient victim = server.joins("victim")) {
      victim.says("/join cellar");
      victim.hearsSometime("\\* you are in cellar.*");
      victim.says("/register secret");
      victim.hearsSometime("\\* victim is registered;.*");
      for (int i = 0; i < 4; i++) {
        try (TestClient mallory = server.joinsFrom("127.0.0.5", "mallory" + i)) {
          StringBuilder attack = new StringBuilder();
          for (int j = 0; j < 100; j++) {
            String command = COMMANDS.get(random.nextInt(COMMANDS.size()));
            // Passwords are slowed down, so they are tried now and then only.
            boolean slow = command.matches("/(op|login|register) .*") && random.nextInt(20) > 0;
            String name = NAMES.get(random.nextInt(NAMES.size()));
            attack.append(slow ? "x" : command.replace("NAME", name)).append('\n');
          }
          mallory.sends(attack + "/quit\n");
          mallory.hearsToTheEnd();
        }
      }
      victim.says("/who");
      String last = victim.hearsSometime("\\* \\d+ in cellar: .*");
      assertThat(last).as("seed " + seed).isEqualTo("* 1 in cellar: victim");
      try (TestClient witness = server.joins("witness")) {
        witness.says("/join cellar");
        witness.hearsSometime("\\* you are in cellar with victim"); // lobby may have a topic
        victim.says("I can still speak");
        witness.hears("[victim] I can still speak");
        victim.says("/topic mine");
        victim.hearsSometime("\\* you set the topic: mine");
        victim.says("/kick witness");
        victim.hearsSometime("\\* witness is sent out of cellar.*");
      }
      // Under a name that nobody can have registered meanwhile.
      try (TestClient operator = server.operates("olga")) {
        operator.says("/bans");
        operator.hearsSometime("\\* nobody is banned or muted");
      }
    }
  }

  /** Whatever name is given on whatever connection, before or after coming in. */
  @Test
  void aBanHoldsUnderNameChangesAndReconnects() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    try (ConfiguredServer server = new ConfiguredServer(folder);
        TestClient olga = server.operates("olga")) {
      TestClient troll = server.joinsFrom("127.0.0.5", "troll");
      olga.hears("* troll has joined");
      for (int i = 0; i < random.nextInt(3); i++) {
        troll.says("/nick troll" + i);
        troll.hears("* you are now called troll" + i);
        olga.hearsLineStarting("* troll");
      }
      troll.says("/who");
      String name = troll.line().replaceFirst(".*, ", "");
      olga.says("/ban " + name);
      olga.hearsInAnyOrder(
          "\\* " + name + " and 127.0.0.5/32 are banned", "\\* " + name + " has left");
      troll.close();
      for (int i = 0; i < 20; i++) {
        boolean sameAddress = random.nextBoolean();
        try (TestClient again = server.connectsFrom(sameAddress ? "127.0.0.5" : "127.0.0.6")) {
          String as = sameAddress && random.nextBoolean() ? "saint" + i : randomCase(name, random);
          again.sends(as + "\nI am back\n");
          assertThat(again.hearsToTheEnd())
              .as("seed " + seed)
              .endsWith("* you are banned; goodbye\n")
              .doesNotContain("you are in");
        }
        if (i == 10) {
          olga.hasHeardNothingElse();
          olga.leaves();
          server.restart();
        }
      }
      try (TestClient renamed = server.joinsFrom("127.0.0.6", "decent")) {
        renamed.says("/nick " + randomCase(name, random));
        renamed.hearsLineStarting("* ");
        renamed.says("/who");
        renamed.hears("* 1 in lobby: decent");
      }
    }
  }

  private static String randomCase(String name, Random random) {
    return name.chars()
        .mapToObj(c -> String.valueOf((char) (random.nextBoolean() ? Character.toUpperCase(c) : c)))
        .collect(Collectors.joining());
  }
}
