package chat.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.store.Store;
import chat.parley.store.StoreLocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands export, import and backup, as they are typed. */
class TransferCommandsTest {
  private static final String LINES =
      """
      {"type":"room","room":"lobby","name":"Lobby","epoch":"a1","topic":"bees","last":2}
      {"type":"post","room":"lobby","number":1,"time":"2026-11-28T14:03:22.000Z","author":"bob","registered":false,"kind":"text","text":"hello"}
      {"type":"post","room":"lobby","number":2,"time":"2026-11-28T14:03:23.000Z","author":"bob","registered":false,"kind":"text","text":"你好"}
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return fed("", args);
  }

  private int fed(String in, String... args) {
    InputStream input = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
    return Main.run(input, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String output() {
    String all = out.toString();
    out.getBuffer().setLength(0);
    return all;
  }

  private void isRefused(int status, String message) {
    assertThat(status).isEqualTo(1);
    assertThat(err.toString()).isEqualToIgnoringNewLines("parley: " + message);
    assertThat(out.toString()).isEmpty();
  }

  private void fill() {
    assertThat(fed(LINES, "import", "--store", path("data"))).isZero();
    output();
  }

  @Test
  void importFromStandardInputOrAFileAndExportItAgain() throws IOException {
    assertThat(fed(LINES, "import", "--store", path("data"))).isZero();
    assertThat(output())
        .isEqualToIgnoringNewLines(
            "parley: 2 posts imported into " + path("data") + ", 0 were already there");
    Path file =
        Files.writeString(
            folder.resolve("lines"),
            LINES.lines().limit(2).toList().get(0) + "\n" + LINES.lines().toList().get(1));
    assertThat(run("import", "--store", path("data"), file.toString())).isZero();
    assertThat(output()).contains("parley: 0 posts imported", "1 was already there");
    assertThat(run("export", "--store", path("data"))).isZero();
    assertThat(output()).isEqualTo(LINES);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void exportOneRoomFromATimeOn() {
    fill();
    assertThat(run("export", "--store", path("data"), "--room", "LOBBY", "--since", "0s")).isZero();
    assertThat(output()).isEqualTo(LINES.lines().findFirst().orElseThrow() + "\n");
    isRefused(
        run("export", "--store", path("data"), "--room", "attic"),
        "there is no room \"attic\" in the store " + path("data"));
  }

  @Test
  void exportWhileAServerUsesTheStoreButDoNotImport() {
    fill();
    Store store = Store.open(new StoreLocation.Folder(folder.resolve("data")));
    try (store) {
      assertThat(run("export", "--store", path("data"))).isZero();
      assertThat(output()).isEqualTo(LINES);
      isRefused(
          fed(LINES, "import", "--store", path("data")),
          "the store "
              + path("data")
              + " is in use by process "
              + ProcessHandle.current().pid()
              + "; stop that, or name another with --store DIR, or none with --store none");
    }
  }

  @Test
  void backUpIntoAStoreThatIsUsedAsItIs() throws IOException {
    fill();
    Path config = folder.resolve("parley.conf");
    Files.writeString(config, "parley.store = \"" + path("data") + "\"");
    assertThat(run("backup", "--config", config.toString(), path("copy"))).isZero();
    assertThat(output())
        .isEqualToIgnoringNewLines(
            "parley: the copy of %s, with 2 posts, is in %s; --store %s uses it"
                .formatted(path("data"), path("copy"), path("copy")));
    assertThat(run("export", "--store", path("copy"))).isZero();
    assertThat(output()).isEqualTo(LINES);
  }

  @Test
  void sayWhichLineIsNone() {
    isRefused(
        fed(LINES + "oops", "import", "--store", path("data")),
        "line 4 is no JSON object, or not a whole one; put it right and import all of it again:"
            + " what is there is passed over");
  }

  @ParameterizedTest
  @ValueSource(strings = {"export", "import", "backup copy"})
  void sayThatNothingIsKeptWhereNothingIs(String command) {
    isRefused(
        run((command + " --store none").split(" ")),
        "nothing is kept with --store none; name a store with --store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"export", "import", "backup"})
  void showAnExample(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString())
        .contains("Example: parley " + command, "PARLEY_STORE", "--store", "Exit status");
  }

  @Test
  void endQuietlyWhenWhoeverReadsHasReadEnough() {
    fill();
    assertThat(exportTo("Broken pipe")).isZero();
    assertThat(err.toString()).isEmpty();
    isRefused(
        exportTo("No space left on device"),
        "the export cannot be written: No space left on device");
  }

  private int exportTo(String failure) {
    Writer to =
        new Writer() {
          @Override
          public void write(char[] chars, int from, int length) throws IOException {
            throw new IOException(failure);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    return Main.run(
        new StandardStreams(InputStream.nullInputStream(), to, () -> false),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        "export",
        "--store",
        path("data"));
  }

  @Test
  void tellATerminalHowFarTheyAre() {
    fill();
    var streams = new StandardStreams(InputStream.nullInputStream(), out, () -> true);
    int status =
        Main.run(
            streams,
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            "export",
            "--store",
            path("data"));
    assertThat(status).isZero();
    assertThat(err.toString()).isEqualToIgnoringNewLines("parley: 2 posts exported");
  }
}
