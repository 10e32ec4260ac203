package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.config.Settings;
import chat.parley.event.RoomEvent;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import chat.parley.room.RoomCommand;
import com.typesafe.config.Config;
import java.util.List;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

/** What people notice of it when their room fails. */
class RoomFailureOverTcpTest {

  /** Tells an author its post's number, or asks the room what no room can answer. */
  private static final class Clumsy implements MemberExtension {
    @Override
    public String name() {
      return "clumsy";
    }

    @Override
    public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
      return Behaviors.setup(
          context ->
              Behaviors.receive(RoomEvent.class)
                  .onMessage(
                      RoomEvent.Posted.class,
                      posted -> {
                        hear(posted, voice, context);
                        return Behaviors.same();
                      })
                  .onAnyMessage(event -> Behaviors.same())
                  .build());
    }

    private static void hear(
        RoomEvent.Posted posted, RoomHandle voice, ActorContext<RoomEvent> context) {
      if (posted.content().text().equals("boom")) {
        // Its host is the room's child.
        Adapter.toClassic(context.getSystem())
            .actorSelection(context.getSelf().path().parent().parent())
            .tell(new RoomCommand.AskTopic(null), ActorRef.noSender());
      } else {
        voice.tell(posted.author(), "number " + posted.number());
      }
    }
  }

  private static Server serverWithAClumsyExtension() {
    return Server.start(
        Settings.of(
            List.of("lines:0"),
            List.of(
                "parley.rooms.lobby.extensions=[clumsy, { name = slow-mode, interval = 10 ms }]"),
            List.of(new Clumsy())));
  }

  @Test
  void peopleStayInTheRoomAndItRemembersEverything() {
    try (Server server = serverWithAClumsyExtension();
        TestClient alice = TestClient.named("alice", server.listeners().get(0));
        TestClient bob = TestClient.named("bob", server.listeners().get(0))) {
      alice.hears("* bob has joined");
      alice.says("/topic bees");
      alice.hears("* you set the topic: bees");
      alice.says("boom");
      alice.hears("* something went wrong here just now; the room goes on");
      bob.hears(
          "* alice set the topic: bees",
          "[alice] boom",
          "* something went wrong here just now; the room goes on");
      bob.says("still here?");
      bob.hears("* number 2");
      alice.hears("[bob] still here?");
      bob.says("/topic");
      bob.hears("* topic: bees");
      bob.says("/history");
      bob.hears("* nothing older is kept");
      assertThat(bob.line()).endsWith("[alice] boom");
      assertThat(bob.line()).endsWith("[bob] still here?");
      bob.says("/extensions");
      bob.hears("* lobby has clumsy, slow-mode");
    }
  }

  @Test
  void aRoomThatFailsTooOftenIsOpenedAnew() {
    try (Server server = serverWithAClumsyExtension();
        TestClient alice = TestClient.named("alice", server.listeners().get(0))) {
      for (int i = 0; i < 5; i++) {
        alice.says("boom");
        alice.hears("* something went wrong here just now; the room goes on");
      }
      alice.says("boom");
      alice.hears(
          "* something went wrong in lobby; it has been opened again",
          "* you are in lobby with nobody else");
      alice.says("hi");
      alice.hears("* number 1");
    }
  }
}
