package chat.parley.cli;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jline.utils.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signal SIGHUP, on which daemons read their configuration again. A process that is started
 * with the signal ignored, by {@code nohup} for example, never gets it.
 */
final class Hangup {
  private static final Logger log = LoggerFactory.getLogger(Hangup.class);
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String IGNORED = "SigIgn:";
  private static final int NUMBER = 1;

  private Hangup() {}

  /** Does {@code action} whenever the signal comes; the log says so if it never will. */
  static void onEach(Runnable action) {
    Signals.register("HUP", action);
    if (isIgnored(STATUS)) {
      log.info(
          "SIGHUP is ignored, as this was started with it ignored (by nohup, for example);"
              + " /reload reads the configuration again");
    }
  }

  /**
   * Whether the process ignores the signal; false where that cannot be told.
   *
   * @param status what Linux tells of a process
   */
  static boolean isIgnored(Path status) {
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(IGNORED))
          .map(line -> new BigInteger(line.substring(IGNORED.length()).strip(), 16))
          .anyMatch(mask -> mask.testBit(NUMBER - 1));
    } catch (IOException e) {
      return false;
    }
  }
}
