package chat.parley.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import chat.parley.patience.Wait;
import chat.parley.testkit.FakeRoom;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MemberHostTest {
  private static final MemberId BOT = new MemberId(0, -1);
  private static final Duration TIME = Duration.ofSeconds(1);
  private static final ActorTestKit kit =
      ActorTestKit.create(ManualTime.config().withFallback(ConfigFactory.load()));

  /** Is busy with the first post until the test lets it go on; tells what befalls it. */
  private record Stuck(TestProbe<String> fate, CountDownLatch until) implements MemberExtension {
    @Override
    public String name() {
      return "stuck";
    }

    @Override
    public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
      return Behaviors.receive(RoomEvent.class)
          .onMessage(
              RoomEvent.Posted.class,
              posted -> {
                fate.ref().tell("hears " + posted.content().text());
                Wait.forLatch("the end of the test", until);
                return Behaviors.same();
              })
          .onSignal(
              PostStop.class,
              stop -> {
                fate.ref().tell("ends");
                return Behaviors.same();
              })
          .build();
    }
  }

  /** A room that only notes who leaves. */
  private record LeftRoom(TestProbe<MemberId> left) implements HostingRoom {
    @Override
    public String name() {
      return "lobby";
    }

    @Override
    public RoomHandle handle(MemberId member) {
      return new FakeRoom(name());
    }

    @Override
    public void disable(String name, ActorRef<?> host) {
      throw new IllegalStateException(name + " has not failed");
    }

    @Override
    public void leave(MemberId member) {
      left.ref().tell(member);
    }
  }

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @Test
  void leavesWhenItsExtensionDoesNotEndInTime() {
    TestProbe<MemberId> left = kit.createTestProbe(MemberId.class);
    TestProbe<String> fate = kit.createTestProbe(String.class);
    var until = new CountDownLatch(1);
    var enabled =
        new EnabledExtension(
            new Stuck(fate, until),
            ConfigFactory.empty(),
            new ExtensionSettings(100, 1, TIME, TIME, TIME, TIME, false));
    ActorRef<Object> host = kit.spawn(MemberHost.create(enabled, new LeftRoom(left), BOT));
    var post = Events.posted(1, Instant.EPOCH, "alice", new Content.Text("a"));
    host.tell(new Batch(Events.ROOM, List.of(post)));
    fate.expectMessage("hears a");
    host.tell(new MemberHost.End());
    left.awaitAssert(
        () -> {
          ManualTime.get(kit.system()).timePasses(Duration.ofSeconds(5));
          MemberId who = left.receiveMessage(Duration.ofMillis(50));
          assertThat(who).isEqualTo(BOT);
          return who;
        });
    until.countDown();
    fate.expectMessage("ends");
    left.expectTerminated(host);
  }
}
