package chat.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.bench.BenchCommand;
import chat.parley.config.Settings;
import chat.parley.server.Server;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code parley bench} against a real server. */
class BenchServerTest {
  private final Server server = start();

  private static Server start() {
    var listeners = List.of("lines:127.0.0.1:0", "raw:127.0.0.1:0");
    return Server.start(Settings.of(listeners, List.of(), List.of()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void countsEveryDeliveryOfAFlood() {
    Config result = bench(0, "--members 5 --senders 2 --messages 50");

    assertThat(result.getLong("messages")).isEqualTo(50);
    assertThat(result.getLong("deliveries")).isEqualTo(50 * 4);
    assertThat(result.getLong("lost")).isZero();
    assertThat(result.getDouble("latency_max_us"))
        .isGreaterThanOrEqualTo(result.getDouble("latency_p50_us"));
    assertThat(result.getIsNull("server_cpu_us_per_delivery")).isTrue();
  }

  @Test
  void sendsByTheClockToSeveralRooms() {
    Config result = bench(0, "--members 7 --rooms 2 --messages 10 --rate 200");

    assertThat(result.getLong("messages")).isEqualTo(10);
    assertThat(result.getLong("deliveries")).as("rooms of 4 and 3").isEqualTo(5 * 3 + 5 * 2);
  }

  @Test
  void measuresARawListener() {
    Config result = bench(1, "--bare --members 3 --messages 20 --size 5000");

    assertThat(result.getLong("deliveries")).isEqualTo(20 * 2);
  }

  @Test
  void isPartOfTheCommandLineAndSaysWhyItCannotConnect() {
    assertThat(Main.run("bench", "--target", "127.0.0.1:1", "--members", "2")).isEqualTo(1);
  }

  private Config bench(int listener, String options) {
    StringWriter out = new StringWriter();
    String target = "127.0.0.1:" + server.listeners().get(listener).port();
    String all = options + " --warm-up 0 --json --target " + target;
    int status =
        new CommandLine(new BenchCommand(Main.class))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(new StringWriter()))
            .execute(all.split(" "));
    assertThat(status).as(out.toString()).isZero();
    return ConfigFactory.parseString(out.toString());
  }
}
