package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationsTest {
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void areAllTheFilesThereAreInTheOrderOfTheirNumbers(Dialect dialect) throws IOException {
    Path folder =
        Path.of("src/main/resources/chat/parley/store", dialect.name().toLowerCase(Locale.ROOT));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .containsExactlyElementsOf(Migrations.NAMES.stream().map(name -> name + ".sql").toList());
    }
    for (int i = 0; i < Migrations.NAMES.size(); i++) {
      assertThat(Migrations.NAMES.get(i)).startsWith("000" + (i + 1) + "-");
    }
  }
}
