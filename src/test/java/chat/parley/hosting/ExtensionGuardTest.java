package chat.parley.hosting;

import chat.parley.event.Events;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.LoggingTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

class ExtensionGuardTest {
  private static final Duration TIME = Duration.ofMillis(1);

  @Test
  void hasTheLogNameTheExtension() {
    Behavior<Object> logging =
        Behaviors.receive(
            (context, message) -> {
              context.getLog().warn("{}", message);
              return Behaviors.same();
            });
    ActorTestKit kit = ActorTestKit.create();
    try {
      ActorRef<Object> extension =
          kit.spawn(
              ExtensionGuard.around(
                  "noting in lobby",
                  logging,
                  new ExtensionSettings(10, 1, TIME, TIME, TIME, TIME, false),
                  () -> {}));
      LoggingTestKit.warn("hello")
          .withLoggerName("noting in lobby")
          .expect(
              kit.system(),
              () -> {
                extension.tell("hello");
                return null;
              });
    } finally {
      kit.shutdownTestKit();
    }
  }

  @Test
  void countsTheRoomsEventsAndNotWhatTheExtensionTellsItself() {
    ActorTestKit kit = ActorTestKit.create();
    try {
      TestProbe<String> handled = kit.createTestProbe(String.class);
      Behavior<Object> noting =
          Behaviors.receiveMessage(
              message -> {
                handled.ref().tell("" + message);
                return Behaviors.same();
              });
      ActorRef<Object> extension =
          kit.spawn(
              ExtensionGuard.around(
                  "noting in lobby",
                  noting,
                  new ExtensionSettings(10, 1, TIME, TIME, TIME, TIME, false),
                  () -> handled.ref().tell("handled")));
      extension.tell("to itself");
      extension.tell(Events.joined("alice"));
      handled.expectMessage("to itself");
      handled.expectMessage("" + Events.joined("alice"));
      handled.expectMessage("handled");
    } finally {
      kit.shutdownTestKit();
    }
  }
}
