package chat.parley.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;

/** The limit of open files, connections among them, that the operating system sets. */
final class FileLimit {
  /** What a server that is started for the bench, under the same limit, has open besides. */
  private static final int SPARE = 100;

  private FileLimit() {}

  /** What is wrong with so many members, if anything. */
  static Optional<String> complaint(int members) {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? complaint(members, unix.getOpenFileDescriptorCount(), unix.getMaxFileDescriptorCount())
        : Optional.empty();
  }

  /**
   * As above.
   *
   * @param open how many files are open already
   * @param max how many may be
   */
  static Optional<String> complaint(int members, long open, long max) {
    long needed = members + open + SPARE;
    if (needed <= max) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%d members need %d open files, but this program may have only %d; raise it first"
                + " with ulimit -n, or use fewer --members",
            members,
            needed,
            max));
  }
}
