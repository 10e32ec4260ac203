package chat.parley.bench;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** The report for programs: one JSON object; what is not known is null. */
final class JsonReport {
  private final StringJoiner out = new StringJoiner(",", "{", "}");

  private JsonReport() {}

  /** One line. */
  static String of(Load load, String target, Result result) {
    var report = new JsonReport();
    report.load(load, target);
    report.joined(result.joined());
    report.speed(result);
    report.faults(result.faults());
    return report.out.toString();
  }

  private void put(String key, String json) {
    out.add("\"" + key + "\":" + json);
  }

  private void put(String key, long value) {
    put(key, String.valueOf(value));
  }

  private void put(String key, double value) {
    put(key, String.format(Locale.ROOT, "%.4f", value));
  }

  private void put(String key, Optional<Double> value) {
    value.ifPresentOrElse(known -> put(key, known.doubleValue()), () -> put(key, "null"));
  }

  private void load(Load load, String target) {
    put("target", "\"" + target + "\"");
    put("members", load.members());
    put("rooms", load.rooms());
    put("senders", load.senders());
    put("size", load.size());
    if (load.hasRate()) {
      put("rate", load.rate());
    } else {
      put("window", load.window());
    }
  }

  private void joined(Result.Joined joined) {
    put("join_s", joined.seconds());
    put("memory_before_bytes", joined.memoryBefore().map(Long::doubleValue));
    put("memory_joined_bytes", joined.memoryAfter().map(Long::doubleValue));
    put("memory_per_member_bytes", joined.memoryPerMember());
  }

  private void speed(Result result) {
    put("seconds", result.seconds());
    put("messages", result.messages());
    put("deliveries", result.deliveries());
    put("deliveries_per_s", result.deliveriesPerSecond());
    result
        .stats()
        .percentiles()
        .forEach((name, micros) -> put("latency_" + name.replace(".", "") + "_us", micros));
    put("server_cpu_us_per_delivery", result.serverCpuPerDelivery());
    put("server_processors_busy", result.serverBusy());
    put("reader_busy", result.readerBusy());
  }

  private void faults(Result.Faults faults) {
    put("lost", faults.lost());
    put("misordered", faults.misordered());
    put("stray", faults.stray());
    put("disconnected", faults.disconnected());
  }
}
