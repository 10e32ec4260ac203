package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {
  @TempDir private Path directory;

  @Test
  void hasThePasswordOnItsFirstLine() throws IOException {
    assertThat(file("two words\r\nand a remark\n").read()).isEqualTo("two words");
    assertThat(file("hünter2").read()).isEqualTo("hünter2");
  }

  @Test
  void saysWhenOthersCanReadIt() throws IOException {
    PasswordFile file = file("hunter2");
    allow("rw-------");
    assertThat(file.isOpenToOthers()).isFalse();
    allow("rw-r-----");
    assertThat(file.isOpenToOthers()).isTrue();
    allow("rw----r--");
    assertThat(file.isOpenToOthers()).isTrue();
  }

  @Test
  void saysWhyThereIsNoPassword() throws IOException {
    PasswordFile empty = file("\nhunter2\n");
    assertThatIOException()
        .isThrownBy(empty::read)
        .withMessage("%s has no password; it belongs on the first line of it", path());
    Path missing = directory.resolve("missing");
    assertThatIOException()
        .isThrownBy(() -> new PasswordFile(missing).read())
        .withMessage("cannot read the password in %s: there is no such file", missing);
    assertThatIOException()
        .isThrownBy(() -> new PasswordFile(directory).read())
        .withMessageStartingWith("cannot read the password in " + directory + ": ");
  }

  private Path path() {
    return directory.resolve("password");
  }

  private PasswordFile file(String content) throws IOException {
    return new PasswordFile(Files.writeString(path(), content));
  }

  private void allow(String permissions) throws IOException {
    Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString(permissions));
  }
}
