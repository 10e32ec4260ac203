package chat.parley.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The writer of the log, to standard error. When that cannot be written (its disk is full, its
 * reader is gone, it is closed) it says so once on standard output, and goes on when it can be.
 * Named in {@code logback.xml}.
 */
public final class LogWriter extends OutputStreamAppender<ILoggingEvent> {
  private final OutputStream log;
  private final String what;
  private final String where;

  /** Called by Logback. */
  public LogWriter() {
    // Not System.err, which keeps to itself what goes wrong.
    this(new FileOutputStream(FileDescriptor.err), "the log", "standard error");
  }

  /**
   * Writes to another place.
   *
   * @param what is written
   * @param where it is written
   */
  LogWriter(OutputStream log, String what, String where) {
    this.log = log;
    this.what = what;
    this.where = where;
  }

  @Override
  public void start() {
    setOutputStream(new Lines(log, System.out, what + " cannot be written to " + where));
    super.start();
  }

  /** Leaves out what cannot be written, and counts it; each call of {@code write} is a line. */
  static final class Lines extends OutputStream {
    private final OutputStream log;
    private final PrintStream otherwise;
    private final String trouble;
    private long missing;

    Lines(OutputStream log, PrintStream otherwise, String trouble) {
      this.log = log;
      this.otherwise = otherwise;
      this.trouble = trouble;
    }

    @Override
    public void write(byte[] line, int offset, int length) {
      try {
        if (missing > 0) {
          log.write(
              ("parley: " + missing + " lines of the log are missing here\n")
                  .getBytes(StandardCharsets.UTF_8));
          missing = 0;
        }
        log.write(line, offset, length);
      } catch (IOException e) {
        if (missing++ == 0) {
          otherwise.println("parley: " + trouble + ", and is not until it can: " + e.getMessage());
          otherwise.flush();
        }
      }
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }
  }
}
