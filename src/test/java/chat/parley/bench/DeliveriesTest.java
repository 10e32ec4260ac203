package chat.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private static final int FIRST = 10;
  private static final int NOT_A_SENDER = 7;

  private final Deliveries deliveries = new Deliveries(FIRST, 2, NOT_A_SENDER);

  @Test
  void acceptsEachSendersNumbersInOrder() {
    assertThat(take(0, 0)).isTrue();
    assertThat(take(1, 0)).isTrue();
    assertThat(take(1, 1)).isTrue();
    assertThat(take(0, 1)).isTrue();

    assertFaults(0, 0, 0, 2, 2);
    assertThat(deliveries.settled()).isEqualTo(4);
  }

  @Test
  void countsWhatIsLeftOutAsLost() {
    take(0, 0);
    take(0, 3);

    assertFaults(2, 0, 0, 4, 0);
    assertThat(deliveries.settled()).as("nobody waits for what was left out").isEqualTo(4);
  }

  @Test
  void countsWhatIsMissingInTheEndAsLost() {
    take(0, 0);

    assertFaults(4, 0, 0, 3, 2);
    assertThat(deliveries.settled()).isEqualTo(1);
  }

  @Test
  void countsWhatComesTooLateAsOutOfOrderNotAsLost() {
    take(0, 1);
    assertThat(take(0, 0)).isTrue();

    assertFaults(0, 1, 0, 2, 0);
    assertThat(deliveries.settled()).isEqualTo(2);
  }

  @Test
  void countsWhatComesTwiceOnce() {
    take(0, 0);
    assertThat(take(0, 0)).isFalse();

    assertFaults(0, 1, 0, 1, 0);
    assertThat(deliveries.settled()).isEqualTo(1);
  }

  @Test
  void knowsWhatIsNotForIt() {
    var own = new Deliveries(FIRST, 2, 1);

    assertThat(own.take(FIRST + 1, 0)).as("its own").isFalse();
    assertThat(own.take(FIRST - 1, 0)).as("of the room before").isFalse();
    assertThat(own.take(FIRST + 2, 0)).as("of the room after").isFalse();
    assertThat(own.stray()).isEqualTo(3);
    assertThat(own.settled()).isZero();
    assertThat(own.lost(new int[] {0, 5})).as("its own are not missing").isZero();
  }

  private boolean take(int sender, int number) {
    return deliveries.take(FIRST + sender, number);
  }

  private void assertFaults(long lost, long misordered, long stray, int... sent) {
    assertThat(deliveries.lost(sent)).isEqualTo(lost);
    assertThat(deliveries.misordered()).isEqualTo(misordered);
    assertThat(deliveries.stray()).isEqualTo(stray);
  }
}
