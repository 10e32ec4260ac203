package chat.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings about who may come in, which are secret or name files. */
class AccessReaderTest {
  private static final String HASH =
      ConfiguredServer.SERVER_PASSWORD_LINE.replaceAll(".*\"(.*)\"", "$1");

  @TempDir private Path folder;

  private Sources file(String... lines) throws IOException {
    return new Sources().file(Files.write(folder.resolve("parley.conf"), List.of(lines)));
  }

  private static AbstractStringAssert<?> assertRefused(Sources sources) {
    return assertThatThrownBy(sources::read)
        .isInstanceOf(SettingsException.class)
        .message()
        .hasLineCount(1);
  }

  @Test
  void takesHashesFromAFile() throws IOException {
    Settings settings = file(ConfiguredServer.SERVER_PASSWORD_LINE).read();

    assertThat(settings.directory().serverPassword()).isPresent();
    assertThat(settings.directory().operatorPassword()).isEmpty();
    assertThat(settings.doors().get(0).session().asksPassword()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"server-password", "operator-password"})
  void doesNotShowAPasswordThatWasGivenInPlaceOfItsHash(String key) throws IOException {
    assertRefused(file("parley.access." + key + " = hunter2"))
        .startsWith(
            "parley.access." + key + " must be what `java -jar parley.jar password` prints (")
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"server-password", "operator-password"})
  void takesNoSecretFromWhereAllOfTheMachineCanReadIt(String key) {
    String full = "parley.access." + key;
    assertRefused(new Sources().set(full + "=\"" + HASH + "\""))
        .startsWith(full + " must be given in a file")
        .doesNotContain("pbkdf2");
    assertRefused(new Sources().property(full, HASH))
        .startsWith(full + " must be given in a file")
        .doesNotContain("pbkdf2");
  }

  @Test
  void showsNoSecretOfAnyShape() throws IOException {
    assertRefused(new Sources().set("parley.access={server-password=\"" + HASH + "\"}"))
        .contains("must be given in a file")
        .doesNotContain("pbkdf2");
    for (String value : List.of("[hunter2]", "{ a = hunter2 }", "true", "1")) {
      assertRefused(file("parley.access.operator-password = " + value))
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
    assertRefused(file("parley.backlog = 7", line))
        .containsPattern("parley\\.conf: [23]: ")
        .doesNotContain("hun")
        .doesNotContain("ter2");
  }

  @Test
  void opensNoDoorWhereNobodyIsAskedForThePasswordUnlessItIsTold() throws IOException {
    String doors = "parley.doors = [\"lines:1\", \"raw:2\"]";
    assertRefused(file(ConfiguredServer.SERVER_PASSWORD_LINE, doors))
        .isEqualTo(
            "parley.access.server-password is set, but nobody is asked for it at raw:127.0.0.1:2;"
                + " leave that door out, or let everybody in there with without-password = on");
    file(ConfiguredServer.SERVER_PASSWORD_LINE, doors, "parley.raw.without-password = on").read();
    file(doors).read();
  }

  @ParameterizedTest
  @ValueSource(strings = {"store", "audit-log"})
  void wantsTheFolderOfWhatItWritesToBeThere(String key) throws IOException {
    assertRefused(file("parley." + key + " = \"" + folder.resolve("none/file") + "\""))
        .startsWith("parley." + key + " must be a file in a folder that there is, not ");
    assertRefused(file("parley." + key + " = \"" + folder + "\"")).startsWith("parley." + key);
    assertThat(file("parley.store = \"" + folder.resolve("a") + "\"").read().store())
        .contains(folder.resolve("a"));
  }
}
