package chat.parley;

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
            "--door",
            "--config",
            "--set",
            "--check-config",
            "PARLEY_DOORS",
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
    assertThat(out.toString()).contains("# The doors: where to listen");
  }

  @Test
  void checksAConfigurationWithoutServing() {
    assertThat(run("--check-config", "--door", "lines:0", "--set", "parley.room.replay=5"))
        .isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("parley: the configuration is in order");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--nosuch | --nosuch",
        "--check-confg | --check-confg",
        "extra | extra",
        "--door | --door",
        "--set | --set",
        "--config | --config",
        "--config a --config b | --config",
        "--door nosuch:5566 | nosuch",
        "--door lines:99999 | 99999",
        "--set parley.room.reply=5 | parley.room.reply",
        "--set parley.room.replay=many | parley.room.replay",
        "--set parley.doors=[] | parley.doors",
        "--config missing.conf | missing.conf",
        "--extensions | --extensions",
        "--extensions missing | parley.extension.folder",
        "--check-config --set parley.raw.echo=maybe | parley.raw.echo"
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
  void keepsToOneLineWhateverItWasGiven() {
    assertThat(run("--check-config", "--door", "lines:5566\nraw:5567")).isEqualTo(2);
    assertThat(err.toString()).startsWith("parley: \"lines:5566").hasLineCount(1);
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
