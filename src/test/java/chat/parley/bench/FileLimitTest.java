package chat.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileLimitTest {
  @Test
  void complainsOnlyWhenThereAreMoreMembersThanFiles() {
    assertThat(FileLimit.complaint(890, 10, 1000)).isEmpty();
    assertThat(FileLimit.complaint(891, 10, 1000))
        .hasValueSatisfying(
            complaint ->
                assertThat(complaint).contains("1001").contains("only 1000").contains("ulimit -n"));
  }
}
