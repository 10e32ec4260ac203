package chat.parley.listener;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionTotalTest {

  @Test
  void isWhatTheDescriptorsAllowLessTheReserve() {
    assertThat(ConnectionTotal.auto(1024, 100, 1 << 30, 32 << 10))
        .isEqualTo(new ConnectionTotal(924, "1024 file descriptors less 100 reserved"));
  }

  @Test
  void isNoMoreThanThereIsDirectMemoryFor() {
    assertThat(ConnectionTotal.auto(1 << 20, 100, 64 << 20, 32 << 10))
        .isEqualTo(new ConnectionTotal(2048, "64 MiB of direct memory, 32 KiB for each"));
  }

  @Test
  void isOneAtLeast() {
    assertThat(ConnectionTotal.auto(50, 100, 1 << 30, 32 << 10).connections()).isEqualTo(1);
  }

  @Test
  void isWorkedOutForThisProcess() {
    assertThat(ConnectionTotal.auto(100, 32 << 10).connections()).isBetween(1, 1_000_000);
  }
}
