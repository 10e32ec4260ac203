package chat.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helps() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains(
            "Usage: parley",
            "--listen",
            "--config",
            "--set",
            "--check-config",
            "PARLEY_LISTENERS",
            "--store",
            "PARLEY_STORE",
            "--extensions")
        .contains("--print-default-config", "--version", "Exit status");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void tellsItsVersion() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString().strip()).matches("parley \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @Test
  void printsAFileThatHasEveryDefaultOfParleyAndNothingElse() {
    assertThat(run("--print-default-config")).isZero();

    var printed = ConfigFactory.parseString(out.toString());
    assertThat(printed.root().keySet()).containsExactly("parley");
    assertThat(printed.getConfig("parley"))
        .isEqualTo(ConfigFactory.defaultReference().getConfig("parley"));
    assertThat(out.toString()).contains("# The listeners: where to listen");
  }

  @Test
  void checksAConfigurationWithoutServing() {
    assertThat(run("--check-config", "--listen", "lines:0", "--set", "parley.room.replay=5"))
        .isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("parley: the configuration is in order");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void saysWhatAnOptionIsCalledNow() {
    assertThat(run("--door", "lines:0")).isEqualTo(2);
    assertThat(err.toString()).contains("--door is called --listen now: --listen lines:0");
  }

  @Test
  void saysWhatASettingIsCalledNow() {
    assertThat(run("--check-config", "--set", "parley.doors=[\"lines:0\"]")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("parley: parley.doors is called parley.listeners now (--set)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--nosuch | --nosuch",
        "--check-confg | --check-confg",
        "extra | extra",
        "--listen | --listen",
        "--set | --set",
        "--config | --config",
        "--config a --config b | --config",
        "--listen nosuch:5566 | nosuch",
        "--listen lines:99999 | 99999",
        "--set parley.room.reply=5 | parley.room.reply",
        "--set parley.room.replay=many | parley.room.replay",
        "--set parley.listeners=[] | parley.listeners",
        "--config missing.conf | missing.conf",
        "--extensions | --extensions",
        "--store | --store",
        "--store jdbc:x | parley.store",
        "--check-config --store a --store b | --store",
        "bench --store none --target a:1 | --store is for a server of its own",
        "--extensions missing | parley.extension.folder",
        "--check-config --set parley.raw.echo=maybe | parley.raw.echo",
        "bench --members 5x | --members': \"5x\" is not a whole number",
        "bench --messages 99999999999 | --messages': \"99999999999\" is not a whole number",
        "bench --pid 0x10 | --pid': \"0x10\" is not a whole number",
        "bench --window 1_000 | --window': \"1_000\" is not a whole number",
        "bench --duration 5d | --duration': \"5d\" is not a number, such as 10 or 0.5",
        "bench --rate NaN | --rate': \"NaN\" is not a number, such as 10 or 0.5",
        "bench --target ::1:5 | \"::1:5\" is not HOST:PORT: an IPv6 address goes in brackets",
        "certificate --self-signed x --days 1y | --days': \"1y\" is not a whole number",
        "certificate --self-signed 1.2.3.256 | \"1.2.3.256\" is not the name or the address",
        "chat --for 5x a@b | --for': \"5x\" is not a time, which is a whole number with its unit",
        "chat --for -5s a@b | --for': \"-5s\" is not a time",
        "chat a@1.2.3.256 | \"1.2.3.256\" is not a host"
      })
  void saysInOneLineWhatIsWrongWithTheCommandLine(String line, String named) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("parley: ")
        .contains(named)
        .doesNotContain("Exception")
        .hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void countsInTensAlsoWhatBeginsWithANought() {
    assertThat(run("certificate", "--self-signed", "localhost", "--days", "040000")).isEqualTo(2);
    assertThat(err.toString()).contains("--days must be from 1 to 36500, not 40000");
  }

  @Test
  void keepsToOneLineWhateverItWasGiven() {
    assertThat(run("--check-config", "--listen", "lines:5566\nraw:5567")).isEqualTo(2);
    assertThat(err.toString()).startsWith("parley: \"lines:5566").hasLineCount(1);
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
