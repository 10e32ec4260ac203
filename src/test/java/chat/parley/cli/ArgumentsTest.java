package chat.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arguments that Java could not read in the encoding of the locale. */
class ArgumentsTest {
  @TempDir private Path folder;

  private Path commandLine(String... words) throws IOException {
    return Files.writeString(folder.resolve("cmdline"), String.join("\0", words) + "\0");
  }

  @Test
  void areTheLastWordsOfTheCommandLine() throws IOException {
    Path line = commandLine("java", "-Dx=\u00fc", "-jar", "parley.jar", "--set", "", "a=\u5c0f");
    String[] read = {"--set", "", "a=\ufffd\ufffd\ufffd"};
    assertThat(Arguments.inUtf8(read, line)).containsExactly("--set", "", "a=\u5c0f");
    assertThat(Arguments.inUtf8(new String[0], line)).isEmpty();
  }

  @Test
  void stayAsTheyAreWhereTheCommandLineIsAnother() throws IOException {
    String[] read = {"--set", "a=\ufffd"};
    assertThat(Arguments.inUtf8(read, commandLine("java", "--listen", "a=\u5c0f"))).isSameAs(read);
    assertThat(Arguments.inUtf8(read, commandLine("--set", "a=\u5c0f"))).isSameAs(read);
    assertThat(Arguments.inUtf8(read, folder.resolve("none"))).isSameAs(read);
  }

  @Test
  void stayAsTheyAreWhenTheyAreNotUtf8() throws IOException {
    String[] read = {"a=\u00fc"};
    Path line = folder.resolve("cmdline");
    Files.writeString(line, "java\0a=\u00fc\0", StandardCharsets.ISO_8859_1);
    assertThat(Arguments.inUtf8(read, line)).isSameAs(read);
  }
}
