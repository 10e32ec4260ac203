package chat.parley.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogWriterTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final ByteArrayOutputStream otherwise = new ByteArrayOutputStream();
  private boolean full;

  private final LogWriter.Lines lines =
      new LogWriter.Lines(
          new OutputStream() {
            @Override
            public void write(int b) throws IOException {
              if (full) {
                throw new IOException("No space left on device");
              }
              written.write(b);
            }
          },
          new PrintStream(otherwise, true, StandardCharsets.UTF_8),
          "the log cannot be written to standard error");

  private void logs(String line) throws IOException {
    lines.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void countsWhatItCouldNotWriteAndGoesOnWhenItCan() throws IOException {
    logs("one");
    full = true;
    logs("two");
    logs("three");
    full = false;
    logs("four");
    logs("five");
    assertThat(written.toString(StandardCharsets.UTF_8))
        .isEqualTo("one\nparley: 2 lines of the log are missing here\nfour\nfive\n");
    assertThat(otherwise.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "parley: the log cannot be written to standard error, and is not until it can:"
                + " No space left on device\n");
  }
}
