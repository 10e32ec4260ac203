package chat.parley.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.patience.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Many byte strings for each listener, {@code mvn verify -Pfuzz}: Jazzer makes them up, and goes on
 * from those that have led the server where none had before. What makes it fail is kept in {@code
 * target/fuzz}, and can be given to it again.
 */
@Timeout(900)
class FuzzIT {
  private static final Path FOLDER = Path.of("target", "fuzz");
  private static final int LONGEST = 2_048;
  private static final Duration PATIENCE = Duration.ofMinutes(14);

  /** In which Jazzer looks for what it knows to be dangerous, but connections are meant here. */
  private static final String SANITIZERS = "com.code_intelligence.jazzer.sanitizers.";

  @ParameterizedTest(name = "{0}")
  @CsvSource({"lines, 100000", "raw, 100000", "tls, 20000"})
  void survivesByteStringsThatLeadEverywhere(String listener, int strings) throws Exception {
    Path folder = Files.createDirectories(FOLDER.resolve(listener));
    Path log = folder.resolve("jazzer.log");
    ProcessBuilder command =
        new ProcessBuilder(command(listener, strings, folder))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    try (Child jazzer = Child.start("jazzer", command)) {
      int status = jazzer.end(PATIENCE);
      assertThat(status).as("%s says:%n%s", log, verdict(log)).isZero();
      System.out.println(listener + ": " + verdict(log));
    }
  }

  private static List<String> command(String listener, int strings, Path folder)
      throws IOException {
    Path found = Files.createDirectories(folder.resolve("found"));
    return List.of(
        Child.JAVA,
        "-Xmx1g",
        "-Dfuzz.listener=" + listener,
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + ListenerFuzz.class.getName(),
        "--instrumentation_includes=chat.parley.**",
        "--disabled_hooks=" + SANITIZERS + "ServerSideRequestForgery",
        "--reproducer_path=" + folder,
        "-artifact_prefix=" + folder + "/",
        "-runs=" + Integer.getInteger("fuzz.strings", strings),
        "-max_len=" + LONGEST,
        found.toString(),
        Path.of("src", "test", "fuzz").toString());
  }

  /** What Jazzer has said of how it went: what it has found, or how far it has come. */
  private static String verdict(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return String.join(
          "\n",
          lines
              .filter(line -> line.matches("== Java Exception.*|.*DONE .*|\\tat chat.*|==.*"))
              .toList());
    }
  }
}
