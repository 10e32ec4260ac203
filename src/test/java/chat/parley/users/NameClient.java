package chat.parley.users;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Origin;
import chat.parley.access.Secret;
import chat.parley.event.MemberId;
import chat.parley.room.RoomReply;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** Somebody who speaks to a name service, with a session that does what the test says. */
final class NameClient {
  final Contact contact;
  final TestProbe<NameReply> told;
  private final TestProbe<Object> session;
  private final ActorRef<NameCommand> service;
  final Origin origin;

  /** Null before it has a name. */
  private MemberId id;

  /**
   * Somebody who has no name yet.
   *
   * @param address where they come from
   */
  NameClient(ActorTestKit kit, ActorRef<NameCommand> service, String address) {
    this.service = service;
    this.session = kit.createTestProbe(Object.class);
    this.told = kit.createTestProbe(NameReply.class);
    this.contact =
        new Contact(session.ref(), told.ref(), kit.createTestProbe(RoomReply.class).ref());
    this.origin = TestUsers.origin(address);
  }

  MemberId id() {
    return id;
  }

  void tells(NameCommand command) {
    service.tell(command);
  }

  private NameReply asks(NameCommand command) {
    tells(command);
    return told.receiveMessage();
  }

  NameReply claims(String name) {
    return asks(new NameCommand.Claim(contact, name, origin));
  }

  NameReply claimsAGuestName() {
    return asks(new NameCommand.ClaimGuestName(contact, origin));
  }

  /** {@code reply} gives it the name, under the id that it had, if it had one. */
  void isNamed(NameReply reply, String name, boolean registered) {
    assertThat(reply).isInstanceOf(NameReply.Claimed.class);
    MemberId given = ((NameReply.Claimed) reply).member();
    assertThat(reply).isEqualTo(new NameReply.Claimed(given, name, registered));
    if (id != null) {
      assertThat(given).isEqualTo(id);
    }
    id = given;
  }

  NameReply renames(String name) {
    return asks(new NameCommand.Rename(id, name, false));
  }

  NameReply renamesAsOperator(String name) {
    return asks(new NameCommand.Rename(id, name, true));
  }

  /** Has another name now. */
  void hasRenamed(String name) {
    isNamed(renames(name), name, false);
  }

  NameReply finds(String name) {
    return asks(new NameCommand.Find(id, name));
  }

  void whispers(String to, String text) {
    tells(new NameCommand.Whisper(id, to, text));
  }

  /** Says something, and is told what came of it. */
  NameReply leaves(String text, String to) {
    return asks(new NameCommand.Whisper(id, to, text));
  }

  void collects() {
    tells(new NameCommand.CollectMessages(id));
  }

  void logsIn(String name) {
    tells(new NameCommand.Login(contact, Optional.ofNullable(id), name, new Secret("x"), origin));
  }

  void givesServerPassword() {
    tells(new NameCommand.CheckServerPassword(new Secret("x"), origin, told.ref()));
  }

  void registers() {
    tells(new NameCommand.Register(id, new Secret("x")));
  }

  NameReply gives(NameCommand.Order order) {
    return asks(order);
  }

  void isTold(NameReply reply) {
    told.expectMessage(reply);
  }

  /** Is told that whom it does not hear has changed, and then {@code reply}. */
  void isToldBeyondIgnoring(NameReply reply) {
    NameReply next = told.receiveMessage();
    while (next instanceof NameReply.Ignoring) {
      next = told.receiveMessage();
    }
    assertThat(next).isEqualTo(reply);
  }

  void quits() {
    session.stop();
  }
}
