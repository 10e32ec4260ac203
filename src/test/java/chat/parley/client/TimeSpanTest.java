package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class TimeSpanTest {

  @Test
  void readsANumberWithAUnit() {
    assertThat(new TimeSpan().convert("5s")).isEqualTo(Duration.ofSeconds(5));
    assertThat(new TimeSpan().convert("250ms")).isEqualTo(Duration.ofMillis(250));
    assertThat(new TimeSpan().convert("2h")).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void needsTheUnit() {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> new TimeSpan().convert("5"))
        .withMessageContaining("a unit: ms, s, m or h");
  }
}
