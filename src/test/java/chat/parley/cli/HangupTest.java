package chat.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a process gets SIGHUP, as Linux tells it. */
class HangupTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "0000000000000001, true",
    "0000000000001001, true",
    "ffffffffffffffff, true",
    "0000000000000000, false",
    "0000000000001002, false"
  })
  void isIgnoredWhenItsBitIsSet(String mask, boolean ignored) throws IOException {
    Path status =
        Files.writeString(
            folder.resolve("status"),
            "Name:\tjava\nSigBlk:\t0000000000000001\nSigIgn:\t" + mask + "\nSigCgt:\tffff\n");
    assertThat(Hangup.isIgnored(status)).isEqualTo(ignored);
  }

  @Test
  void isTakenForHeardWhereNothingIsTold() throws IOException {
    assertThat(Hangup.isIgnored(folder.resolve("none"))).isFalse();
    assertThat(Hangup.isIgnored(Files.createFile(folder.resolve("empty")))).isFalse();
  }
}
