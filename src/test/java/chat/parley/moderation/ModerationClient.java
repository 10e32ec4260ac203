package chat.parley.moderation;

import chat.parley.access.Origin;
import chat.parley.access.Secret;
import chat.parley.event.MemberId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** Somebody who speaks to moderation, with a session that does what the test says. */
final class ModerationClient {
  final TestProbe<ModerationReply> told;
  final Origin origin;
  private final MemberId id = TestVisitors.id();
  private final TestProbe<Object> session;
  private final ActorRef<ModerationCommand> moderation;

  /**
   * @param address where they come from
   */
  ModerationClient(ActorTestKit kit, ActorRef<ModerationCommand> moderation, String address) {
    this.moderation = moderation;
    this.told = kit.createTestProbe(ModerationReply.class);
    this.session = kit.createTestProbe(Object.class);
    this.origin = TestVisitors.origin(address);
  }

  MemberId id() {
    return id;
  }

  /** Has that name now. */
  void enters(String name) {
    moderation.tell(new ModerationCommand.Enter(id, session.ref(), name, origin, told.ref()));
  }

  void tells(ModerationCommand command) {
    moderation.tell(command);
  }

  void wantsToBeOperator() {
    tells(new ModerationCommand.BecomeOperator(id, new Secret("x")));
  }

  /** What comes of an order. */
  ModerationReply orders(Function<MemberId, ModerationCommand.Order> order) {
    tells(order.apply(id));
    return told.receiveMessage();
  }

  ModerationReply bans(String target, Optional<Duration> time, String why) {
    return orders(by -> new ModerationCommand.Ban(by, target, time, why));
  }

  ModerationReply mutes(String name, Optional<Duration> time) {
    return orders(by -> new ModerationCommand.Mute(by, name, time));
  }

  ModerationReply unmutes(String name) {
    return orders(by -> new ModerationCommand.Unmute(by, name));
  }

  ModerationReply kicks(String name, String why) {
    return orders(by -> new ModerationCommand.Kick(by, name, why));
  }

  void isTold(ModerationReply reply) {
    told.expectMessage(reply);
  }

  void isToldNothing() {
    told.expectNoMessage(Duration.ZERO);
  }

  void quits() {
    session.stop();
  }
}
