package chat.parley.bench;

import java.time.Duration;
import java.util.Optional;

/**
 * The result of a run.
 *
 * @param messages how many were sent while it was measured
 * @param stats the deliveries of them
 * @param seconds from the first message to the last delivery
 * @param faults what went wrong, also while warming up
 * @param serverCpu what the server used in that time
 * @param readerBusy which part of the time the reading thread was busy; near 1 it is the limit
 */
record Result(
    Joined joined,
    long messages,
    LatencyStats stats,
    double seconds,
    Faults faults,
    Optional<Duration> serverCpu,
    double readerBusy) {

  /**
   * How the members got in.
   *
   * @param memoryBefore the server's, in bytes, when nobody had connected
   * @param memoryAfter the same when all had joined
   */
  record Joined(
      double seconds, Optional<Long> memoryBefore, Optional<Long> memoryAfter, int members) {

    /** In bytes. */
    Optional<Double> memoryPerMember() {
      return memoryAfter.flatMap(
          after -> memoryBefore.map(before -> (double) (after - before) / members));
    }
  }

  /**
   * What must not be.
   *
   * @param lost deliveries that did not come
   * @param misordered those that came out of order or twice
   * @param stray messages that came to whom they were not for
   * @param disconnected members that the server disconnected
   */
  record Faults(long lost, long misordered, long stray, int disconnected) {
    boolean none() {
      return lost == 0 && misordered == 0 && stray == 0 && disconnected == 0;
    }
  }

  long deliveries() {
    return stats.deliveries();
  }

  double deliveriesPerSecond() {
    return deliveries() / seconds;
  }

  /** In microseconds. */
  Optional<Double> serverCpuPerDelivery() {
    return serverCpu.filter(cpu -> deliveries() > 0).map(cpu -> cpu.toNanos() / 1e3 / deliveries());
  }

  /** How many processors the server kept busy. */
  Optional<Double> serverBusy() {
    return serverCpu.map(cpu -> cpu.toNanos() / 1e9 / seconds);
  }
}
