package chat.parley.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTroubleTest {
  @TempDir private Path folder;

  private Path plain;

  @BeforeEach
  void aFileIsThere() throws IOException {
    plain = Files.writeString(folder.resolve("plain"), "text");
  }

  @Test
  void findsNothingWrongWithWhatCanBeUsed() throws IOException {
    assertThat(FileTrouble.withReading(plain)).isEmpty();
    assertThat(FileTrouble.withWriting(plain)).isEmpty();
    assertThat(FileTrouble.withWriting(folder.resolve("new"))).isEmpty();
    assertThat(FileTrouble.withListing(folder)).isEmpty();
    assertThat(plain).hasContent("text");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(plain);
    }
  }

  @Test
  void tellsWhatIsMissing() {
    Path none = folder.resolve("none");
    assertThat(FileTrouble.withReading(none)).contains("there is no such file");
    assertThat(FileTrouble.withListing(none)).contains("there is no such folder");
    Path deep = none.resolve("of/these");
    Optional<String> noFolder = Optional.of("there is no folder " + none);
    assertThat(FileTrouble.withReading(deep)).isEqualTo(noFolder);
    assertThat(FileTrouble.withWriting(deep)).isEqualTo(noFolder);
    assertThat(FileTrouble.withListing(deep)).isEqualTo(noFolder);
  }

  @Test
  void tellsAFileFromAFolder() {
    assertThat(FileTrouble.withReading(folder)).contains("it is a folder; name a file in it");
    assertThat(FileTrouble.withWriting(folder)).contains("it is a folder; name a file in it");
    assertThat(FileTrouble.withListing(plain)).contains("it is no folder");
    Path below = plain.resolve("below");
    Optional<String> noFolder = Optional.of(plain + " is no folder");
    assertThat(FileTrouble.withReading(below)).isEqualTo(noFolder);
    assertThat(FileTrouble.withWriting(below)).isEqualTo(noFolder);
    assertThat(FileTrouble.withListing(below)).isEqualTo(noFolder);
  }

  @Test
  void tellsALinkThatLeadsNowhere() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nothing"));
    assertThat(FileTrouble.withReading(link))
        .contains("it is a link to a file that does not exist");
    assertThat(FileTrouble.withWriting(link))
        .contains("it is a link to a file that does not exist");
  }

  @Test
  void saysThatNothingCanBeMadeWhereTheSystemCallsThatMissing() {
    Path impossible = Path.of("/proc/x");
    assumeTrue(Files.isDirectory(impossible.getParent()), "/proc is needed");
    assertThat(FileTrouble.withWriting(impossible).orElse(""))
        .isIn("nothing can be made in /proc", "permission denied");
  }

  @Test
  void tellsWhichFolderCouldNotBeMade() throws IOException {
    assertThatThrownBy(() -> Files.createDirectories(plain))
        .isInstanceOfSatisfying(
            IOException.class,
            e ->
                assertThat(FileTrouble.writing(plain.resolve("page"), e))
                    .isEqualTo(plain + " is no folder"));
    var none = new NoSuchFileException("/proc/x");
    assertThat(FileTrouble.writing(Path.of("/proc/x/y/page"), none))
        .isEqualTo("nothing can be made in /proc");
  }

  @Test
  void repeatsWhatTheSystemSaysOtherwise() {
    String path = plain.toString();
    assertThat(FileTrouble.writing(plain, new AccessDeniedException(path)))
        .isEqualTo("permission denied");
    assertThat(FileTrouble.reading(folder, new AccessDeniedException(path)))
        .isEqualTo("permission denied");
    var full = new FileSystemException(path, null, "No space left on device");
    assertThat(FileTrouble.writing(plain, full)).isEqualTo("No space left on device");
    assertThat(FileTrouble.listing(folder, full)).isEqualTo("No space left on device");
    assertThat(FileTrouble.writing(plain, new IOException("Input/output error")))
        .isEqualTo("Input/output error");
  }

  @Test
  void opensNoDevice() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device), "/dev/null is needed");
    assertThat(FileTrouble.withReading(device)).isEmpty();
    assertThat(FileTrouble.withWriting(device)).isEmpty();
  }
}
