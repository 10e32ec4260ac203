package chat.parley.bench;

import java.util.Locale;
import java.util.stream.Collectors;

/** The report for people. */
final class TextReport {
  private static final double MICROS_PER_MILLI = 1000;
  private static final double BYTES_PER_KIB = 1024;
  private static final String UNKNOWN = "not known of this server; --pid may help";

  private final StringBuilder out = new StringBuilder();

  private TextReport() {}

  /** Several lines. */
  static String of(Load load, String target, Result result) {
    var report = new TextReport();
    report.load(load, target);
    report.joined(result.joined());
    report.speed(result);
    report.faults(result.faults());
    return report.out.toString();
  }

  private void line(String what, String format, Object... values) {
    out.append(String.format(Locale.ROOT, "%-11s", what)).append(format(format, values));
    out.append(System.lineSeparator());
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private void load(Load load, String target) {
    line("server", "%s", target);
    line(
        "load",
        "%,d members in %,d %s, %,d of each sending; %,d bytes; %s",
        load.members(),
        load.rooms(),
        load.rooms() == 1 ? "room" : "rooms",
        load.senders(),
        load.size(),
        load.hasRate()
            ? format("%,.1f messages/s", load.rate())
            : format("%,d messages on their way in each room", load.window()));
  }

  private void joined(Result.Joined joined) {
    line("joined", "in %.2f s", joined.seconds());
    line(
        "memory",
        "%s",
        joined
            .memoryPerMember()
            .map(
                each ->
                    format(
                        "%.1f KiB per member (%,.0f KiB before they joined, %,.0f after)",
                        each / BYTES_PER_KIB,
                        joined.memoryBefore().orElseThrow() / BYTES_PER_KIB,
                        joined.memoryAfter().orElseThrow() / BYTES_PER_KIB))
            .orElse(UNKNOWN));
  }

  private void speed(Result result) {
    line(
        "speed",
        "%,.0f deliveries/s (%,d messages, delivered %,d times in %.2f s)",
        result.deliveriesPerSecond(),
        result.messages(),
        result.deliveries(),
        result.seconds());
    line(
        "latency",
        "%s",
        result.stats().percentiles().entrySet().stream()
            .map(each -> format("%s %.3f ms", each.getKey(), each.getValue() / MICROS_PER_MILLI))
            .collect(Collectors.joining(", ")));
    line(
        "server CPU",
        "%s",
        result
            .serverCpuPerDelivery()
            .map(
                each ->
                    format(
                        "%.3f µs per delivery (%.2f processors busy)",
                        each, result.serverBusy().orElseThrow()))
            .orElse(UNKNOWN));
    line("bench", "its reading thread was busy %.0f %% of the time", result.readerBusy() * 100);
  }

  private void faults(Result.Faults faults) {
    line(
        "faults",
        "%s",
        faults.none()
            ? "none: every message came once and in order"
            : format(
                "%,d deliveries lost, %,d out of order or twice, %,d to whom they were not for;"
                    + " %,d members disconnected",
                faults.lost(), faults.misordered(), faults.stray(), faults.disconnected()));
  }
}
