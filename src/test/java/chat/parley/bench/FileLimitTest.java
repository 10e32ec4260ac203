package chat.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileLimitTest {
  @Test
  void complainsOnlyWhenThereAreMoreMembersThanFiles() {
    assertThat(FileLimit.complaint(90, 10, 100)).isEmpty();
    assertThat(FileLimit.complaint(91, 10, 100))
        .hasValueSatisfying(
            complaint ->
                assertThat(complaint).contains("101").contains("100").contains("ulimit -n"));
  }
}
