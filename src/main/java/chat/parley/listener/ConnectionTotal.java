package chat.parley.listener;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * How many connections this process can bear, worked out once from what it is given: each takes a
 * descriptor, and a direct buffer while a write of it does not go through.
 *
 * @param connections how many
 * @param reason what they are bounded by, for the log
 */
public record ConnectionTotal(int connections, String reason) {
  private static final int NO_BOUND = 1_000_000;

  /** As many as were asked for. */
  public static ConnectionTotal of(int connections) {
    return new ConnectionTotal(connections, "parley.limits.connections");
  }

  /**
   * As many as this process can bear.
   *
   * @param reserved how many descriptors are kept for other things than connections
   * @param directBuffer how many bytes a connection pins when its client does not read
   */
  public static ConnectionTotal auto(int reserved, long directBuffer) {
    long descriptors =
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getMaxFileDescriptorCount()
            : NO_BOUND;
    return auto(descriptors, reserved, maxDirectMemory(), directBuffer);
  }

  static ConnectionTotal auto(
      long descriptors, int reserved, long directMemory, long directBuffer) {
    long byDescriptors = Math.min(descriptors - reserved, NO_BOUND);
    long byMemory = directMemory / directBuffer;
    return byDescriptors <= byMemory
        ? new ConnectionTotal(
            (int) Math.max(1, byDescriptors),
            String.format(
                Locale.ROOT, "%d file descriptors less %d reserved", descriptors, reserved))
        : new ConnectionTotal(
            (int) Math.max(1, byMemory),
            String.format(
                Locale.ROOT,
                "%d MiB of direct memory, %d KiB for each",
                directMemory >> 20,
                directBuffer >> 10));
  }

  private static long maxDirectMemory() {
    var diagnostics = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    String set =
        diagnostics == null ? "0" : diagnostics.getVMOption("MaxDirectMemorySize").getValue();
    // 0 stands for as much as the heap may have.
    return set.equals("0") ? Runtime.getRuntime().maxMemory() : Long.parseLong(set);
  }
}
