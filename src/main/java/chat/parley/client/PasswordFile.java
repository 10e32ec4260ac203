package chat.parley.client;

import chat.parley.notation.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** A file whose first line is a password. */
final class PasswordFile {
  /** In bytes; more than any password has, and not the memory, if it is the wrong file. */
  private static final int LONGEST = 4096;

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private final Path file;

  PasswordFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the password.
   *
   * @throws IOException saying in one line why there is none
   */
  String read() throws IOException {
    String start;
    try (InputStream in = Files.newInputStream(file)) {
      start = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IOException(
          "cannot read the password in " + file + ": " + FileTrouble.reading(file, e), e);
    }
    return start
        .lines()
        .findFirst()
        .filter(line -> !line.isBlank())
        .orElseThrow(
            () -> new IOException(file + " has no password; it belongs on the first line of it"));
  }

  /** Whether somebody else than its owner may read it; false where that cannot be told. */
  boolean isOpenToOthers() {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    try {
      return view != null
          && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
    } catch (IOException e) {
      return false;
    }
  }
}
