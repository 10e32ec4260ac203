package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told when a store cannot be used. */
class StoreErrorsTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("parley.store");
  }

  private static void isRefused(Path file, String message) {
    assertThatThrownBy(() -> Store.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessage("the store %s %s", file, message);
  }

  /** Writes an entry past the store, as another program, or another parley, might. */
  private void writes(String map, String key, String value) {
    try (MVStore store = MVStore.open(file().toString())) {
      store
          .openMap(
              map,
              new MVMap.Builder<String, String>()
                  .keyType(StringDataType.INSTANCE)
                  .valueType(StringDataType.INSTANCE))
          .put(key, value);
    }
  }

  @Test
  void aDirectory() {
    isRefused(folder, "cannot be opened: it is a folder; name a file in it");
  }

  @Test
  void noDirectory() {
    isRefused(
        folder.resolve("no/store"), "cannot be opened: there is no folder " + folder.resolve("no"));
  }

  @Test
  void noOrdinaryFile() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device), "/dev/null is needed");
    isRefused(device, "is no ordinary file; name one that is");
  }

  @Test
  void aFileThatCannotBeMade() {
    Path forbidden = Path.of("/sys/parley.store");
    assumeTrue(Files.isDirectory(forbidden.getParent()), "/sys is needed, where nobody may write");
    assertThatThrownBy(() -> Store.open(forbidden))
        .isInstanceOf(StoreException.class)
        .hasMessageMatching(
            "the store /sys/parley.store cannot be opened: (permission denied|.*Read-only.*)");
  }

  /**
   * Where even who may write anything can make nothing, and the system says that it is not there.
   */
  @Test
  void aFileWhereNoneCanBeMade() {
    Path impossible = Path.of("/proc/parley.store");
    assumeTrue(Files.isDirectory(impossible.getParent()), "/proc is needed");
    assertThatThrownBy(() -> Store.open(impossible))
        .isInstanceOf(StoreException.class)
        .hasMessageMatching(
            "the store /proc/parley.store cannot be opened:"
                + " (permission denied|nothing can be made in /proc)");
  }

  @Test
  void aLinkToNothing() throws IOException {
    Files.createSymbolicLink(file(), folder.resolve("nothing"));
    isRefused(file(), "cannot be opened: it is a link to a file that does not exist");
  }

  @Test
  void aFileThatCannotBeWritten() throws IOException {
    Files.createFile(file());
    assertThat(file().toFile().setReadOnly()).isTrue();
    assumeTrue(!Files.isWritable(file()), "whoever runs this must not be able to write anything");
    isRefused(file(), "cannot be opened: permission denied");
  }

  @Test
  void aFileInUse() {
    try (Store store = Store.open(file())) {
      isRefused(file(), "is in use by another process; stop that one or name another file");
      assertThat(store.load().registrations()).isEmpty();
    }
  }

  @Test
  void aFileOfANewerParley() {
    writes("parley", "format", "2");
    isRefused(
        file(), "was written by a newer parley (its format is 2, this one knows 1); run that one");
  }

  @Test
  void aFileOfAnotherProgram() {
    writes("users", "alice", "1");
    isRefused(file(), "is no store of parley; name another file");
  }

  @Test
  void textAndWhateverElse() throws IOException {
    byte[] noise = new byte[100_000];
    new Random(6).nextBytes(noise);
    for (byte[] content :
        List.of("parley {}\n".getBytes(StandardCharsets.UTF_8), new byte[20_000], noise)) {
      Files.write(file(), content);
      isRefused(
          file(),
          "is damaged, or is no store of parley; put a copy in its place or name another file");
      assertThat(file()).hasBinaryContent(content);
    }
  }

  @Test
  void anItemThatIsNone() {
    Store.open(file()).close();
    writes("sanctions", "ban name bob", "{\"kind\":\"kiss\"}");
    try (Store store = Store.open(file())) {
      assertThatThrownBy(store::load)
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "the store %s is damaged: its sanctions cannot be read at ban name bob; put a copy"
                  + " in its place",
              file());
    }
  }

  @Test
  void aFileThatIsDamagedInTheMiddle() throws IOException {
    try (Store store = Store.open(file())) {
      for (int i = 0; i < 100; i++) {
        StoredRecord item = Items.registration("name" + i);
        store.write(List.of(new Store.Change(item.id(), Optional.of(item))));
      }
    }
    byte[] content = Files.readAllBytes(file());
    new Random(6).nextBytes(content);
    System.arraycopy(Files.readAllBytes(file()), 0, content, 0, 8192);
    Files.write(file(), content);
    isRefused(
        file(),
        "is damaged, or is no store of parley; put a copy in its place or name another file");
  }
}
