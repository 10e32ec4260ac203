package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.extension.Gate;
import chat.parley.extension.GateExtension;
import chat.parley.hosting.EnabledExtension;
import chat.parley.hosting.ExtensionSettings;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What becomes of who wants to come in while a gate considers that. */
class RoomBehindGateTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  /** A gate that answers when the test does. */
  private record Asking(TestProbe<Gate.Question> questions) implements GateExtension {
    @Override
    public String name() {
      return "asking";
    }

    @Override
    public Behavior<Gate.Question> gate(Config settings) {
      return Behaviors.receiveMessage(
          question -> {
            questions.ref().tell(question);
            return Behaviors.same();
          });
    }
  }

  private final TestProbe<Gate.Question> questions = kit.createTestProbe(Gate.Question.class);
  private final EnabledExtension asking =
      new EnabledExtension(
          new Asking(questions),
          ConfigFactory.empty(),
          new ExtensionSettings(100, 5, LONG, LONG, LONG, LONG, false));
  private final TestRoom room = TestRoom.behind(kit, asking);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private Gate.Question question() {
    return questions.receiveMessage();
  }

  private void gate(Gate.Answer answer) {
    question().replyTo().tell(answer);
  }

  /** Somebody who has come through the gate. */
  private RoomClient in(String name, boolean founder) {
    RoomClient client = room.client(name);
    client.knocks(room.ref);
    gate(new Gate.Pass());
    client.isTold(new RoomReply.Admitted(founder));
    return client;
  }

  @Test
  void leavesEverythingAsItWasForWhoIsRefused() {
    RoomClient bob = room.client("bob");
    bob.knocks(room.ref);
    gate(new Gate.Refuse("not today"));
    bob.isTold(new RoomReply.Refused("not today"));
    room.reportsIdle();
    assertThat(bob.present(room.ref).names()).isEmpty();
    in("alice", true).locks(room.ref, TestRoom.NAME);
    room.reports(1, false);
    bob.hearsNothing();
  }

  @Test
  void keepsTheInvitationOfWhoIsRefused() {
    RoomClient alice = in("alice", true);
    alice.locks(room.ref, TestRoom.NAME);
    RoomClient bob = room.client("bob");
    alice.invites(room.ref, bob);
    bob.isTold(new RoomReply.Invited("alice", alice.id, TestRoom.NAME));
    bob.knocks(room.ref);
    gate(new Gate.Refuse("not today"));
    bob.isTold(new RoomReply.Refused("not today"));
    bob.knocks(room.ref);
    gate(new Gate.Pass());
    bob.isTold(new RoomReply.Admitted(false));
  }

  @Test
  void holdsNoPlaceForWhoIsRefused() {
    RoomClient alice = in("alice", true);
    RoomClient bob = room.client("bob");
    bob.wantsPlace(room.ref);
    gate(new Gate.Refuse("not today"));
    bob.isTold(new RoomReply.Refused("not today"));
    bob.arrivesInVain(room.ref);
    assertThat(alice.present(room.ref).names()).containsExactly("alice");
  }

  @Test
  void asksNoGateAboutWhomItDoesNotLetIn() {
    RoomClient alice = in("alice", true);
    alice.locks(room.ref, TestRoom.NAME);
    assertThat(room.client("bob").enters(room.ref)).isEqualTo(new RoomReply.Locked());
    room.configure(TestRoom.settings(1, asking));
    assertThat(room.client("bob").enters(room.ref)).isEqualTo(new RoomReply.Full());
    questions.expectNoMessage(Duration.ZERO);
    assertThat(alice.present(room.ref).names()).containsExactly("alice");
  }

  @Test
  void asksNoGateAboutWhoArrives() {
    RoomClient alice = in("alice", true);
    RoomClient bob = room.client("bob");
    bob.wantsPlace(room.ref);
    gate(new Gate.Pass());
    bob.isTold(new RoomReply.Admitted(false));
    bob.arrives(room.ref);
    assertThat(alice.present(room.ref).names()).containsExactly("alice", "bob");
    questions.expectNoMessage(Duration.ZERO);
  }

  @Test
  void letsNobodyThroughTheGateIntoWhatIsLockedMeanwhile() {
    RoomClient alice = in("alice", true);
    RoomClient bob = room.client("bob");
    bob.knocks(room.ref);
    Gate.Question aboutBob = question();
    alice.locks(room.ref, TestRoom.NAME);
    aboutBob.replyTo().tell(new Gate.Pass());
    bob.isTold(new RoomReply.Locked());
    assertThat(alice.present(room.ref).names()).containsExactly("alice");
  }

  @Test
  void letsNoMoreThroughTheGateThanMayBe() {
    room.configure(TestRoom.settings(1, asking));
    RoomClient alice = room.client("alice");
    RoomClient bob = room.client("bob");
    alice.knocks(room.ref);
    bob.knocks(room.ref);
    gate(new Gate.Pass());
    gate(new Gate.Pass());
    alice.isTold(new RoomReply.Admitted(true));
    bob.isTold(new RoomReply.Full());
    assertThat(alice.present(room.ref).names()).containsExactly("alice");
  }

  @Test
  void isNotIdleWhileAGateConsidersWhoComes() {
    RoomClient bob = room.client("bob");
    bob.knocks(room.ref);
    Gate.Question aboutBob = question();
    room.ref.tell(new RoomCommand.Retire());
    aboutBob.replyTo().tell(new Gate.Pass());
    bob.isTold(new RoomReply.Admitted(true));
    room.reports(1, false);
    assertThat(bob.present(room.ref).names()).containsExactly("bob");
  }

  @Test
  void isIdleWhenWhoWantedToComeHasGone() {
    RoomClient bob = room.client("bob");
    bob.knocks(room.ref);
    Gate.Question aboutBob = question();
    bob.leaves(room.ref);
    room.reportsIdle();
    aboutBob.replyTo().tell(new Gate.Pass());
    room.reportsIdle();
    assertThat(bob.present(room.ref).names()).isEmpty();
    bob.hearsNothing();
  }

  @Test
  void letsNobodyThroughTheGateIntoWhatIsClosedMeanwhile() {
    RoomClient alice = in("alice", true);
    RoomClient bob = room.client("bob");
    bob.knocks(room.ref);
    Gate.Question aboutBob = question();
    room.ref.tell(new RoomCommand.Close("olga"));
    alice.isTold(new RoomReply.SentAway(room.ref, TestRoom.NAME, "olga", new RoomReply.Closed()));
    aboutBob.replyTo().tell(new Gate.Pass());
    assertThat(alice.present(room.ref).names()).isEmpty();
    alice.leaves(room.ref);
    bob.awaitEnd(room.ref);
    bob.isToldNothing();
  }
}
