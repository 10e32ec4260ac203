package chat.parley.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the program's own configuration promises to those who wait for a thread. */
class FairnessTest {
  private final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  @AfterEach
  void end() {
    kit.shutdownTestKit();
  }

  private record Ball(ActorRef<Ball> back) {}

  /** Never done: each message is answered, on the threads of the pool. */
  private static Behavior<Ball> player() {
    return Behaviors.receive(
        (context, ball) -> {
          long begun = System.nanoTime();
          while (System.nanoTime() - begun < TimeUnit.MICROSECONDS.toNanos(20)) {
            Thread.onSpinWait();
          }
          ball.back().tell(new Ball(context.getSelf()));
          return Behaviors.same();
        });
  }

  private void keepAllThreadsBusy() {
    for (int i = 0; i < 4 * Runtime.getRuntime().availableProcessors(); i++) {
      ActorRef<Ball> one = kit.spawn(player());
      ActorRef<Ball> other = kit.spawn(player());
      for (int balls = 0; balls < 100; balls++) {
        one.tell(new Ball(other));
      }
    }
  }

  @Test
  void whatComesFromOutsideGetsItsTurnWhileAllThreadsAreBusyWithEachOther()
      throws InterruptedException {
    keepAllThreadsBusy();
    CountDownLatch heard = new CountDownLatch(100);
    ActorRef<String> quiet =
        kit.spawn(
            Behaviors.receiveMessage(
                message -> {
                  heard.countDown();
                  return Behaviors.same();
                }));
    Thread selector =
        new Thread(
            () -> {
              for (long left = heard.getCount(); left > 0; left--) {
                long before = left;
                quiet.tell("post");
                while (heard.getCount() >= before && !Thread.currentThread().isInterrupted()) {
                  Thread.onSpinWait();
                }
              }
            },
            "selector");
    selector.setDaemon(true);
    selector.start();
    assertThat(heard.await(20, TimeUnit.SECONDS)).as("heard within 20 s").isTrue();
    selector.interrupt();
  }

  @Test
  void allDispatchersOfTheChatShareOnePool() {
    assertThat(threadOf(DispatcherSelector.defaultDispatcher())).startsWith("parley-chat-");
  }

  private String threadOf(DispatcherSelector dispatcher) {
    var probe = kit.<String>createTestProbe();
    kit.spawn(
        Behaviors.setup(
            context -> {
              probe.ref().tell(Thread.currentThread().getName());
              return Behaviors.stopped();
            }),
        dispatcher);
    return probe.receiveMessage();
  }
}
