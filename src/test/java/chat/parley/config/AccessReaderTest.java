package chat.parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.server.ConfiguredServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings about who may come in, which are secret or name files. */
class AccessReaderTest {
  private static final String HASH =
      ConfiguredServer.SERVER_PASSWORD_LINE.replaceAll(".*\"(.*)\"", "$1");

  @TempDir private Path folder;

  private Sources file(String... lines) throws IOException {
    return new Sources().file(Files.write(folder.resolve("parley.conf"), List.of(lines)));
  }

  @Test
  void takesHashesFromAFile() throws IOException {
    Settings settings = file(ConfiguredServer.SERVER_PASSWORD_LINE).read();

    assertThat(settings.names().serverPassword()).isPresent();
    assertThat(settings.moderation().operatorPassword()).isEmpty();
    assertThat(settings.listeners().get(0).session().asksPassword()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"server-password", "operator-password"})
  void doesNotShowAPasswordThatWasGivenInPlaceOfItsHash(String key) throws IOException {
    file("parley.access." + key + " = hunter2")
        .areRefused()
        .startsWith(
            "parley.access." + key + " must be what `java -jar parley.jar password` prints (")
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"server-password", "operator-password"})
  void takesNoSecretFromWhereAllOfTheMachineCanReadIt(String key) {
    String full = "parley.access." + key;
    new Sources()
        .set(full + "=\"" + HASH + "\"")
        .areRefused()
        .startsWith(full + " must be given in a file")
        .doesNotContain("pbkdf2");
    new Sources()
        .property(full, HASH)
        .areRefused()
        .startsWith(full + " must be given in a file")
        .doesNotContain("pbkdf2");
  }

  @Test
  void showsNoSecretOfAnyShape() throws IOException {
    new Sources()
        .set("parley.access={server-password=\"" + HASH + "\"}")
        .areRefused()
        .contains("must be given in a file")
        .doesNotContain("pbkdf2");
    for (String value : List.of("[hunter2]", "{ a = hunter2 }", "true", "1")) {
      file("parley.access.operator-password = " + value)
          .areRefused()
          .startsWith("parley.access.operator-password must")
          .doesNotContain("hunter2");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parley.access.server-password \"hunter2\"",
        "parley.access.server-password = \"hunter2",
        "parley.access.server-password = \"hun'ter2\" ]",
        "parley.access { server-password = hunter2 } hunter2",
        "parley.access { server-password hunter2 }",
        "parley.access.server-password = hunter2 { hunter2 : }",
        "parley.access.server-password = hunter2$hunter2"
      })
  void showsNoSecretOfAFileThatCannotBeRead(String line) throws IOException {
    file("parley.backlog = 7", line)
        .areRefused()
        .containsPattern("parley\\.conf: [23]: ")
        .doesNotContain("hun")
        .doesNotContain("ter2");
  }

  @Test
  void opensNoListenerWhereNobodyIsAskedForThePasswordUnlessItIsTold() throws IOException {
    String listeners = "parley.listeners = [\"lines:1\", \"raw:2\"]";
    file(ConfiguredServer.SERVER_PASSWORD_LINE, listeners)
        .areRefused()
        .isEqualTo(
            "parley.access.server-password is set, but nobody is asked for it at raw:127.0.0.1:2;"
                + " leave that listener out, or let everybody in there with without-password = on");
    file(ConfiguredServer.SERVER_PASSWORD_LINE, listeners, "parley.raw.without-password = on")
        .read();
    file(listeners).read();
  }

  @Test
  void saysWhatIsWrongWithAFileThatItCannotWrite() throws IOException {
    String cannotBeWritten = "parley.audit-log: %s cannot be written: ";
    Path plain = Files.createFile(folder.resolve("plain"));
    Map<Path, String> wrong =
        Map.of(
            folder.resolve("none/file"),
            "there is no folder " + folder.resolve("none"),
            folder.resolve("none/of/these"),
            "there is no folder " + folder.resolve("none"),
            folder,
            "it is a folder; name a file in it",
            plain.resolve("file"),
            plain + " is no folder");
    for (Map.Entry<Path, String> each : wrong.entrySet()) {
      file("parley.audit-log = \"" + each.getKey() + "\"")
          .areRefused()
          .startsWith(cannotBeWritten.formatted(each.getKey()) + each.getValue() + " (");
    }
    file("parley.audit-log = \"a\\u0000b\"")
        .areRefused()
        .contains(": \"a\uFFFDb\" cannot name a file (");
  }

  @ParameterizedTest
  @CsvSource({"store, made", "audit-log, written"})
  void doesNotCallAFolderMissingInWhichNothingCanBeMade(String key, String done) {
    assumeTrue(Files.isDirectory(Path.of("/proc")), "/proc is needed");
    new Sources()
        .set("parley." + key + "=/proc/x")
        .areRefused()
        .matches(
            "parley."
                + key
                + ": /proc/x cannot be "
                + done
                + ": (permission denied|nothing can be made in /proc).* \\(--set\\)");
  }

  @Test
  void makesNothingWhenItChecksWhatItCanWrite() throws IOException {
    Path there = Files.writeString(folder.resolve("there"), "kept");
    Path other = folder.resolve("other");
    file("parley.audit-log = \"" + there + "\"").read();
    assertThat(file("parley.audit-log = \"" + other + "\"").read().auditLog()).contains(other);
    assertThat(there).hasContent("kept");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(there, folder.resolve("parley.conf"));
    }
  }
}
