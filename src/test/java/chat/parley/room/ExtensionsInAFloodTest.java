package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.RoomEvent;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import chat.parley.patience.Wait;
import chat.parley.testkit.OverTcp;
import chat.parley.testkit.Scenario;
import chat.parley.testkit.ScenarioExtension;
import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What extensions cannot do to a room, in a server where time passes. */
@OverTcp
@ExtendWith(ScenarioExtension.class)
class ExtensionsInAFloodTest {
  private static final int POSTS = 2_000;

  private record Clumsy(String name) implements MemberExtension {
    @Override
    public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
      return Behaviors.receiveMessage(
          event -> {
            throw new IllegalStateException(event.toString());
          });
    }
  }

  private record Stuck(String name, CountDownLatch until) implements MemberExtension {
    @Override
    public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
      return Behaviors.receive(RoomEvent.class)
          .onMessage(
              RoomEvent.Posted.class,
              posted -> {
                Wait.forLatch("the end of the test", until);
                return Behaviors.same();
              })
          .onAnyMessage(event -> Behaviors.same())
          .build();
    }
  }

  @Test
  void loseAndReorderNothingWhenTheyFailOrBlock(Scenario scenario) {
    CountDownLatch end = new CountDownLatch(1);
    var room =
        scenario
            .room("lobby")
            .with(new Stuck("stuck", end))
            .with(new Clumsy("clumsy"))
            .set("parley.extension.mailbox=10")
            .set("parley.extension.min-backoff=1ms")
            .set("parley.extension.max-failures=3");
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < POSTS; i++) {
      alice.says("" + i);
      expected.add("[alice] " + i);
    }
    List<String> heard = bob.hears(POSTS + 1);
    assertThat(heard).contains("* clumsy has failed too often and is put aside");
    assertThat(heard).filteredOn(line -> line.startsWith("[")).isEqualTo(expected);
    end.countDown();
  }
}
