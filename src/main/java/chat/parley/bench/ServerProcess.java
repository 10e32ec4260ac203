package chat.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** A server's process, as far as the operating system tells about it. */
record ServerProcess(ProcessHandle handle) {
  private static final String RESIDENT = "VmRSS:";
  private static final int BYTES_PER_KB = 1024;

  /** The processor time it has used so far, in user and system mode. */
  Optional<Duration> cpu() {
    return handle.info().totalCpuDuration();
  }

  /** The memory it has resident, in bytes; known on Linux. */
  Optional<Long> memory() {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc", String.valueOf(handle.pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .findFirst()
          .map(line -> line.replaceAll("[^0-9]", ""))
          .map(kilobytes -> Long.parseLong(kilobytes) * BYTES_PER_KB);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
