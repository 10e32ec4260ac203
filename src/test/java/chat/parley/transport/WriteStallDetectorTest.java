package chat.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WriteStallDetectorTest {
  private final WriteStallDetector watch = new WriteStallDetector();

  private void looksInVain(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(watch.look()).isFalse();
    }
  }

  @Test
  void findsAClientStuckThatHasTakenNothingForFourLooks() {
    looksInVain(3);
    assertThat(watch.look()).isTrue();
  }

  @Test
  void beginsAnewWheneverTheClientTakesSomething() {
    for (int i = 0; i < 10; i++) {
      looksInVain(3);
      watch.taken();
      assertThat(watch.look()).isFalse();
    }
  }
}
