package chat.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
  private static final int STEP = MemoryBudget.STEP;

  private final MemoryBudget store = new MemoryBudget();
  private final List<String> forgetful = new ArrayList<>();
  private final MemoryBudget.Share anna = share("anna");
  private final MemoryBudget.Share berta = share("berta");
  private final MemoryBudget.Share clara = share("clara");

  private MemoryBudget.Share share(String name) {
    return store.share(4 * STEP, () -> forgetful.add(name));
  }

  @Test
  void doesNotCountLittle() {
    anna.holds(STEP);
    assertThat(store.bytes()).isZero();
  }

  @Test
  void hasWhoHoldsSomethingForLongestForgetIt() {
    anna.holds(3 * STEP);
    berta.holds(3 * STEP);
    assertThat(forgetful).isEmpty();
    clara.holds(2 * STEP);
    assertThat(forgetful).containsExactly("anna");
    assertThat(store.bytes()).isEqualTo(3 * STEP);
  }

  @Test
  void sparesWhoHasBeenEmptyInBetween() {
    anna.holds(3 * STEP);
    berta.holds(3 * STEP);
    anna.holds(0);
    anna.holds(2 * STEP);
    clara.holds(3 * STEP);
    assertThat(forgetful).containsExactly("berta");
  }

  @Test
  void countsAgainWhoHasForgotten() {
    anna.holds(6 * STEP);
    assertThat(forgetful).containsExactly("anna");
    anna.holds(7 * STEP);
    assertThat(store.bytes()).as("it is told already").isZero();
    anna.holds(0);
    anna.holds(2 * STEP);
    assertThat(store.bytes()).isEqualTo(STEP);
  }
}
