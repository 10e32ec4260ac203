package chat.parley.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import chat.parley.notation.FileTrouble;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/**
 * The log of what operators do: a file of its own, which is appended to, or the program's log,
 * whatever its level. Nobody waits for the disk; closing it writes what waits.
 */
public final class AuditLog implements AutoCloseable {
  private static final String NAME = "chat.parley.logging.Audit";
  private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %msg%n";
  private static final AtomicInteger count = new AtomicInteger();

  private final ch.qos.logback.classic.Logger logger;
  private final Runnable close;

  private AuditLog(ch.qos.logback.classic.Logger logger, Runnable close) {
    this.logger = logger;
    this.close = close;
    logger.setLevel(Level.INFO);
  }

  /**
   * Opens it.
   *
   * @param file empty for the log
   * @throws IOException when the file cannot be written; its message says which, and why
   */
  public static AuditLog open(Optional<Path> file) throws IOException {
    LoggerContext context = context();
    if (file.isEmpty()) {
      return new AuditLog(context.getLogger(NAME), () -> {});
    }
    var encoder = new LogLines();
    encoder.setContext(context);
    encoder.setPattern(LINE);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.start();
    var writer = new LogWriter(append(file.get()), "the audit log", file.get().toString());
    writer.setContext(context);
    writer.setEncoder(encoder);
    writer.start();
    var queue = new LogQueue();
    queue.setContext(context);
    queue.addAppender(writer);
    queue.start();
    var logger = context.getLogger(NAME + "." + count.incrementAndGet());
    logger.setAdditive(false);
    logger.addAppender(queue);
    return new AuditLog(logger, logger::detachAndStopAllAppenders);
  }

  /** While another thread sets logging up, there is something else in its place. */
  private static LoggerContext context() {
    while (true) {
      if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
        return context;
      }
      Thread.onSpinWait();
    }
  }

  private static FileOutputStream append(Path file) throws IOException {
    try {
      return new FileOutputStream(file.toFile(), true);
    } catch (IOException e) {
      String why = FileTrouble.withWriting(file).orElse(e.getMessage());
      throw new IOException(file + " cannot be written: " + why, e);
    }
  }

  /** Writes a line, from any thread. */
  public void write(String line) {
    logger.info("{}", line);
  }

  @Override
  public void close() {
    close.run();
  }
}
