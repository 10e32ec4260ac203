package chat.parley.killed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.patience.Child;
import chat.parley.patience.Dial;
import chat.parley.patience.LineSocket;
import chat.parley.server.ConfiguredServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose disk gets full while people talk, and then less so. */
@Timeout(120)
class FullDiskTest {
  private static final String FAILS = "* nothing that is said is kept now: ";
  private static final String FULL = "the disk is full";
  private static final String WORKS = "* what is said is kept again; nothing is lost";

  /** Longer than what is left on the disk, were it not taken away first. */
  private static final String TEXT = "word ".repeat(80);

  @TempDir private Path folder;

  @Test
  void goesOnAndKeepsEverythingWhenThereIsRoomAgain() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    String mount = "mount -t tmpfs -o size=2m,mode=700 tmpfs '" + disk + "'";
    assumeTrue(canMount(mount), "a small disk cannot be mounted here");
    Path configuration =
        Files.writeString(
            folder.resolve("parley.conf"),
            ConfiguredServer.OPERATOR_PASSWORD_LINE + "\nparley.room.recent = 10\n");
    List<String> within =
        List.of(
            "unshare",
            "-rm",
            "sh",
            "-c",
            mount + " && head -c 1m /dev/zero >'" + disk + "/others' && exec \"$0\" \"$@\"");
    try (KilledServer server =
            new KilledServer(
                within,
                List.of("-Dorg.sqlite.tmpdir=" + folder),
                List.of(
                    "--config", configuration.toString(),
                    "--store", disk.resolve("parley-data").toString()));
        LineSocket alice = Dial.USUAL.to(server.lines())) {
      alice.send("/sync\nalice\n");
      Matcher sync = next(alice, "\\* sync lobby (\\S+) 0 anew");
      alice.send("/op " + ConfiguredServer.OPERATOR_PASSWORD + "\n");
      next(alice, "\\* you are an operator now.*");
      int said = 0;
      List<String> troubles = new ArrayList<>();
      while (troubles.isEmpty()) {
        said = say(alice, said, troubles);
      }
      assertThat(troubles.get(0)).startsWith(FAILS).contains(FULL);
      for (int i = 0; i < 20; i++) {
        said = say(alice, said, troubles);
      }
      assertThat(troubles).hasSize(1);
      Files.delete(server.sees(disk.resolve("others")));
      // Silently, or what is said would fill the disk again.
      next(alice, Pattern.quote(WORKS));
      said = say(alice, said, troubles);
      assertThat(troubles).hasSize(1);
      hasAll(server, sync.group(1), said);
    }
  }

  private static boolean canMount(String mount) {
    try {
      Child.run(new ProcessBuilder("unshare", "-rm", "sh", "-c", mount));
      return true;
    } catch (IOException | AssertionError e) {
      return false;
    }
  }

  private static Matcher next(LineSocket socket, String regex) throws IOException {
    Pattern pattern = Pattern.compile(regex);
    Matcher matcher = pattern.matcher("");
    while (!matcher.matches()) {
      matcher = pattern.matcher(socket.line());
    }
    return matcher;
  }

  /** Says something and waits until it is seen; answers how much was said. */
  private static int say(LineSocket alice, int said, List<String> troubles) throws IOException {
    int number = said + 1;
    alice.send(TEXT + number + "\n");
    String line = alice.line();
    while (!line.endsWith("[alice] " + TEXT + number)) {
      if (line.startsWith("* nothing that is said") || line.startsWith("* what is said")) {
        troubles.add(line);
      } else {
        assertThat(line).matches("\\* sync lobby \\S+ [0-9]+ changed");
      }
      line = alice.line();
    }
    assertThat(line).startsWith("#" + number + " ");
    return number;
  }

  /** All that was said is in the store. */
  private static void hasAll(KilledServer server, String epoch, int said) throws IOException {
    try (LineSocket bob = Dial.USUAL.to(server.lines())) {
      bob.send("/sync lobby " + epoch + " 0\nbob\n");
      next(bob, "\\* sync lobby " + epoch + " " + said + " resumed");
      for (int number = 1; number <= said; number++) {
        assertThat(bob.line()).startsWith("* #" + number + " ").endsWith(TEXT + number);
      }
    }
  }
}
