package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.patience.Wait;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Outbox outbox = new Outbox();

  @Test
  void keepsLinesInOrderUntilTheyHaveBeenSent() throws InterruptedException {
    outbox.add("one");
    outbox.add("two");
    outbox.open();
    assertThat(outbox.next()).isEqualTo("one");
    assertThat(outbox.next()).isEqualTo("one");
    outbox.sent();
    assertThat(outbox.next()).isEqualTo("two");
    assertThat(outbox.waiting()).isEqualTo(1);
  }

  @Test
  void handsOutNothingWhileItIsShut() {
    outbox.open();
    outbox.shut();
    outbox.add("kept");
    CompletableFuture<String> next = CompletableFuture.supplyAsync(this::next);
    assertThat(next).isNotDone();
    outbox.open();
    assertThat(Wait.forResult("the next line", next)).isEqualTo("kept");
  }

  @Test
  void letsNobodyWaitWhenItIsClosed() throws InterruptedException {
    outbox.add("never sent");
    CompletableFuture<String> next = CompletableFuture.supplyAsync(this::next);
    outbox.close();
    assertThat(Wait.forResult("the next line", next)).isNull();
    outbox.awaitEmpty(0);
    assertThat(outbox.waiting()).isEqualTo(1);
  }

  private String next() {
    try {
      return outbox.next();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
