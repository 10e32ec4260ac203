package chat.parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigSourcesTest {
  private static final String LEVEL = "parley.log-level";

  @TempDir private Path directory;

  @Test
  void saysWhatAVariableIsCalledNow() {
    Sources sources = new Sources().environment(Map.of("PARLEY_DOORS", "lines:1"));
    assertThatThrownBy(sources::load)
        .isInstanceOf(SettingsException.class)
        .hasMessage("PARLEY_DOORS is called PARLEY_LISTENERS now; set that");
  }

  @Test
  void takesAFlagBeforeAPropertyBeforeAVariableBeforeTheFileBeforeTheReference()
      throws IOException {
    assertThat(level(new Sources())).isEqualTo("info");

    Sources sources = new Sources().file(file("parley.log-level = file"));
    assertThat(level(sources)).isEqualTo("file");
    sources.environment(Map.of("PARLEY_LOG_LEVEL", "variable"));
    assertThat(level(sources)).isEqualTo("variable");
    sources.property(LEVEL, "property");
    assertThat(level(sources)).isEqualTo("property");
    sources.set(LEVEL + "=flag");
    assertThat(level(sources)).isEqualTo("flag");
  }

  @Test
  void takesListenersBeforeAnAssignmentBeforeTheVariable() {
    Sources sources = new Sources().environment(Map.of("PARLEY_LISTENERS", "lines:1, raw:2"));
    assertThat(listeners(sources)).containsExactly("lines:1", "raw:2");
    sources.set("parley.listeners=[\"lines:3\"]");
    assertThat(listeners(sources)).containsExactly("lines:3");
    sources.listeners("lines:4", "raw:5");
    assertThat(listeners(sources)).containsExactly("lines:4", "raw:5");
  }

  @Test
  void takesTheExtensionFolderOfTheFlagBeforeThatOfTheFile() throws IOException {
    Sources sources = new Sources().file(file("parley.extension.folder = file"));
    assertThat(sources.load().getString("parley.extension.folder")).isEqualTo("file");
    sources.extensions(Path.of("flag"));
    assertThat(sources.load().getString("parley.extension.folder")).isEqualTo("flag");
  }

  @Test
  void takesTheStoreOfTheFlagBeforeAnAssignmentBeforeTheVariableBeforeTheFile() throws IOException {
    Sources sources = new Sources().file(file("parley.store = file"));
    assertThat(store(sources)).isEqualTo("file");
    sources.environment(Map.of("PARLEY_STORE", "variable"));
    assertThat(store(sources)).isEqualTo("variable");
    sources.set("parley.store=assignment");
    assertThat(store(sources)).isEqualTo("assignment");
    sources.store("flag");
    assertThat(store(sources)).isEqualTo("flag");
  }

  @Test
  void takesTheFileThatTheFlagNamesBeforeTheVariables() throws IOException {
    Path named = file("parley.log-level = flag");
    Path other = Files.writeString(directory.resolve("other.conf"), "parley.log-level = variable");

    Sources sources = new Sources().environment(Map.of("PARLEY_CONFIG", other.toString()));
    assertThat(level(sources)).isEqualTo("variable");
    assertThat(level(sources.file(named))).isEqualTo("flag");
  }

  @Test
  void takesAVariableWithNothingInItForNone() {
    Sources sources =
        new Sources()
            .environment(
                Map.of(
                    "PARLEY_CONFIG", "",
                    "PARLEY_LISTENERS", "",
                    "PARLEY_STORE", "",
                    "PARLEY_LOG_LEVEL", " "));
    assertThat(store(sources)).isEqualTo("parley-data");
    assertThat(level(sources)).isEqualTo("info");
    assertThat(listeners(sources)).containsExactly("lines:127.0.0.1:5566");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parley.room.replay=10 | parley.room.replay | 10",
        "parley.room.replay = 10 | parley.room.replay | 10",
        "parley.room={replay=10} | parley.room.replay | 10",
        "parley.start-room=tea_room | parley.start-room | tea_room",
        "parley.start-room=\"tea\" | parley.start-room | tea",
        "parley.start-room=a=b | parley.start-room | a=b",
        "parley.start-room=a:b,c | parley.start-room | a:b,c",
        "parley.start-room=a,b=c | parley.start-room | a,b=c",
        "parley.start-room=[a | parley.start-room | [a",
        "parley.start-room=${HOME} | parley.start-room | ${HOME}",
        "parley.start-room= | parley.start-room | ''",
        "parley.\"start-room\"=tea | parley.start-room | tea",
        "pekko.loglevel=DEBUG | pekko.loglevel | DEBUG"
      })
  void readsAnAssignment(String assignment, String key, String value) {
    assertThat(new Sources().set(assignment).load().getString(key)).isEqualTo(value);
  }

  @Test
  void takesTheLastAssignmentOfAKeyAndKeepsThoseOfOthers() {
    var config =
        new Sources()
            .set("parley.room.replay=1", "parley.room.recent=2", "parley.room.replay=3")
            .load();
    assertThat(config.getInt("parley.room.replay")).isEqualTo(3);
    assertThat(config.getInt("parley.room.recent")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "=5", "parley.room.replay"})
  void refusesAnAssignmentThatIsNone(String assignment) {
    assertRefused(new Sources().set(assignment))
        .hasMessage("--set " + assignment + " is not KEY=VALUE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b=1", ".=1", " =1", "parley.=1", "a$b=1"})
  void refusesAnAssignmentWithoutAKey(String assignment) {
    assertRefused(new Sources().set(assignment))
        .hasMessageStartingWith("--set " + assignment)
        .hasMessageEndingWith("is not a key");
  }

  @ParameterizedTest
  @CsvSource({
    "parley.rooom.replay=1, parley.rooom",
    "parley.room.reply=1, parley.room.reply",
    "'parley.room={replay=1, x=2}', parley.room.x",
    "parley.lines.echo=on, parley.lines.echo",
    "room.replay=1, room.replay",
    "replay=1, replay"
  })
  void namesAnUnknownKeyOfAnAssignment(String assignment, String key) {
    assertRefused(new Sources().set(assignment))
        .hasMessageStartingWith("there is no setting " + key + " (--set")
        .hasMessageEndingWith("); see --print-default-config");
  }

  @Test
  void namesAnUnknownKeyOfTheFileAndItsLine() throws IOException {
    Path path = file("parley {\n  room {\n    reply = 3\n  }\n}\n");
    assertRefused(new Sources().file(path))
        .hasMessageContaining("there is no setting parley.room.reply (")
        .hasMessageContaining(path.getFileName() + ": 3)");
  }

  @Test
  void namesAnUnknownKeyOfTheSystemProperties() {
    assertRefused(new Sources().property("parley.room.reply", "3"))
        .hasMessageContaining("there is no setting parley.room.reply (system properties)");
  }

  @Test
  void leavesKeysThatAreNotParleysAlone() throws IOException {
    assertThat(level(new Sources().file(file("mine.key = 1\npekko.mine = 2")))).isEqualTo("info");
  }

  @Test
  void resolvesWhatTheFileRefersTo() throws IOException {
    Path path = file("base { replay = 7 }\nparley.room = ${base} { recent = ${parley.backlog} }");
    var config = new Sources().file(path).set("parley.backlog=9").load();
    assertThat(config.getInt("parley.room.replay")).isEqualTo(7);
    assertThat(config.getInt("parley.room.recent")).isEqualTo(9);

    assertRefused(new Sources().file(file("base { reply = 7 }\nparley.room = ${base}")))
        .hasMessageContaining("there is no setting parley.room.reply");
    assertRefused(new Sources().file(file("parley.room.replay = ${nowhere}")))
        .hasMessageContaining("nowhere");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parley = 5", "parley = [1]", "parley = null"})
  void refusesAnythingButSettingsForParley(String text) throws IOException {
    assertRefused(new Sources().file(file(text)))
        .hasMessageStartingWith("parley must hold settings (");
    assertRefused(new Sources().set(text)).hasMessage("parley must hold settings (--set)");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    Path missing = directory.resolve("missing.conf");
    assertRefused(new Sources().file(missing))
        .hasMessage("cannot read the configuration file " + missing + ": there is no such file");
    assertRefused(new Sources().file(directory))
        .hasMessage(
            "cannot read the configuration file "
                + directory
                + ": it is a folder; name a file in it");
  }

  @Test
  void saysWhereAFileCannotBeUnderstood() throws IOException {
    Path path = file("parley {\n  room = }\n");
    assertRefused(new Sources().file(path)).hasMessageContaining(path.getFileName() + ": 2: ");
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(Sources sources) {
    var refused = assertThatThrownBy(sources::load).isInstanceOf(SettingsException.class);
    refused.message().hasLineCount(1);
    return refused;
  }

  private static String level(Sources sources) {
    return sources.load().getString(LEVEL);
  }

  private static String store(Sources sources) {
    return sources.load().getString("parley.store");
  }

  private static List<String> listeners(Sources sources) {
    return sources.load().getStringList("parley.listeners");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("parley.conf"), text);
  }
}
