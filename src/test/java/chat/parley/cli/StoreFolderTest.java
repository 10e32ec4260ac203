package chat.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.patience.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder in which a server keeps things, as whoever starts it sees it. */
class StoreFolderTest {
  @TempDir private Path folder;

  /** A server that is started in the folder. */
  private Child serves(String... options) throws IOException {
    return serves(List.of(), options);
  }

  private Child serves(List<String> ofJava, String... options) throws IOException {
    List<String> java = new ArrayList<>(ofJava);
    java.add("-Dlogback.configurationFile=logback.xml"); // not that of the tests
    List<String> arguments = new ArrayList<>(List.of("--listen", "lines:0"));
    arguments.addAll(List.of("--set", "parley.log-level=warn"));
    arguments.addAll(List.of(options));
    ProcessBuilder builder = Child.java(Main.class, java, arguments);
    builder.environment().remove("PARLEY_STORE");
    return Child.start("the server", builder.directory(folder.toFile()));
  }

  private static void ends(Child server, String line) {
    assertThat(server.end()).isEqualTo(1);
    assertThat(server.errors().rest()).singleElement().asString().matches("parley: " + line);
  }

  @Test
  void isMadeWhereTheServerIsStartedForOneServerAtATime() throws IOException {
    try (Child first = serves()) {
      first
          .output()
          .next(
              "parley: what is said is kept in parley-data; --store none turns that off"::equals,
              "where things are kept");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
          .isEqualTo("rwx------");
      try (Child second = serves()) {
        ends(
            second,
            "the store parley-data is in use by process " + first.pid() + "; stop that, or .*");
      }
    }
  }

  @Test
  void isNoFile() throws IOException {
    Files.createFile(data());
    try (Child server = serves()) {
      ends(server, "the store parley-data is a file, where a folder is needed; .*");
    }
    assertThat(data()).isEmptyFile();
  }

  @Test
  void isNotMadeWhenNothingIsToBeKept() throws IOException {
    try (Child server = serves("--store", "none")) {
      server.output().next(line -> line.contains("listening on"), "a listener");
      server.terminate();
      assertThat(server.output().rest()).noneMatch(line -> line.contains("kept"));
    }
    assertThat(data()).doesNotExist();
  }

  @Test
  void saysWhatToDoWhereTheNativeLibraryCannotBeLoaded() throws IOException {
    Path nowhere = folder.resolve("nowhere");
    try (Child server = serves(List.of("-Dorg.sqlite.tmpdir=" + nowhere))) {
      ends(
          server,
          "the store .*parley-data cannot be opened: SQLite's native library cannot be loaded from "
              + nowhere
              + "; name a folder from which programs may run with java -Dorg.sqlite.tmpdir=DIR, or"
              + " no store with --store none");
    }
  }

  private Path data() {
    return folder.resolve("parley-data");
  }
}
