package chat.parley.config;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where what outlives the server is kept. */
class StoreReaderTest {
  @TempDir private Path folder;

  @Test
  void isAFolderWhereTheServerIsStarted() {
    assertThat(new Sources().read().store())
        .isEqualTo(new StoreLocation.Folder(Path.of("parley-data")));
  }

  @Test
  void keepsNothingOfAServerThatIsStartedFromJavaUnlessItIsTold() {
    String named = folder.resolve("kept").toString();

    assertThat(fromJava().keeps()).isFalse();
    assertThat(fromJava("parley.store=" + named)).hasToString(named);
  }

  private static StoreLocation fromJava(String... assignments) {
    return Settings.of(List.of(), List.of(assignments), List.of()).store();
  }

  @Test
  void registersNoNamesWithoutAStore() {
    assertThat(new Sources().store("none").read().names().keeps()).isFalse();
    assertThat(new Sources().store("postgresql://bob@host/db").read().names().keeps()).isTrue();
  }

  @Test
  void saysWhatIsNone() {
    new Sources()
        .store("mysql://host/db")
        .areRefused()
        .startsWith("parley.store: \"mysql://host/db\" is not a folder, postgresql://")
        .endsWith(" (--store)");
    new Sources()
        .store("postgresql://bob:sesame@host/db")
        .areRefused()
        .contains("parley.store-password-file")
        .doesNotContain("sesame");
  }

  @Test
  void saysWhatIsInTheWayOfAFolder() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    for (Path each : List.of(folder.resolve("none/of/these"), plain.resolve("data"))) {
      new Sources()
          .store(each.toString())
          .areRefused()
          .startsWith("parley.store: " + each + " cannot be made: ")
          .endsWith("; name another folder, or none (--store)");
    }
    new Sources().store("a\u0000b").areRefused().contains("\"a\uFFFDb\" cannot name a file");
  }

  @Test
  void makesNothingWhenItChecksAFolder() throws IOException {
    Path data = folder.resolve("data");
    new Sources().store(data.toString()).read();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void takesThePasswordForPostgresqlFromAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "sesame\n");
    String assignment = "parley.store-password-file=" + file;

    assertThat(new Sources().set(assignment).store("postgresql://bob@host/db").read().store())
        .isInstanceOfSatisfying(
            StoreLocation.Server.class, server -> assertThat(server.passwordFile()).contains(file));
    assertThat(new Sources().set(assignment).store("none").read().store().keeps()).isFalse();
    new Sources()
        .set("parley.store-password-file=" + folder.resolve("missing"))
        .store("none")
        .areRefused()
        .contains("parley.store-password-file: ", "there is no such file");
  }
}
