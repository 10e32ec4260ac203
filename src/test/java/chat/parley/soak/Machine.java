package chat.parley.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a machine must have for a soak run. */
final class Machine {
  private static final int DESCRIPTORS = 10_000;

  private Machine() {}

  /**
   * @throws AssertionError when something is missing
   */
  static void check() {
    if (!Files.isDirectory(Path.of("/proc/self/fd"))) {
      throw new AssertionError("a soak run reads /proc, so it needs Linux");
    }
    if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)
        || unix.getMaxFileDescriptorCount() < DESCRIPTORS) {
      throw new AssertionError(
          "a soak run needs "
              + DESCRIPTORS
              + " open files, but this shell allows fewer; raise it first with ulimit -n "
              + DESCRIPTORS);
    }
    if (!Files.exists(Path.of("target", "parley.jar"))) {
      throw new AssertionError("there is no target/parley.jar; mvn verify -Psoak builds it");
    }
  }
}
