package chat.parley.directory;

import chat.parley.access.Order;
import chat.parley.access.Origin;
import chat.parley.event.Batch;
import chat.parley.room.Member;
import chat.parley.room.Room;
import java.net.InetSocketAddress;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** Somebody who speaks to a directory, with a session that does what the test says. */
final class Visitor {
  final TestProbe<Batch> session;
  final TestProbe<Directory.Reply> told;
  final Origin origin;
  private final ActorTestKit kit;
  private final ActorRef<Directory.Command> directory;

  /**
   * Somebody who has no name yet.
   *
   * @param address where they come from
   */
  Visitor(ActorTestKit kit, ActorRef<Directory.Command> directory, String address) {
    this.kit = kit;
    this.directory = directory;
    this.session = kit.createTestProbe(Batch.class);
    this.told = kit.createTestProbe(Directory.Reply.class);
    this.origin = new Origin("lines", new InetSocketAddress(TestUsers.address(address), 1));
  }

  void isTold(Directory.Reply reply) {
    told.expectMessage(reply);
  }

  Directory.Reply claims(String name) {
    directory.tell(new Directory.Claim(session.ref(), name, origin, told.ref()));
    return told.receiveMessage();
  }

  Directory.Reply claimsAGuestName() {
    directory.tell(new Directory.ClaimGuestName(session.ref(), origin, told.ref()));
    return told.receiveMessage();
  }

  Directory.Reply renames(String name) {
    directory.tell(new Directory.Rename(session.ref(), name));
    return told.receiveMessage();
  }

  void whispers(String name, String text) {
    directory.tell(new Directory.Whisper(session.ref(), name, text));
  }

  Directory.Reply enters(String room) {
    directory.tell(new Directory.Enter(session.ref(), room));
    return told.receiveMessage();
  }

  Directory.Admitted isAdmittedTo(String room) {
    directory.tell(new Directory.Enter(session.ref(), room));
    return told.expectMessageClass(Directory.Admitted.class);
  }

  /** Is a member of the room from now on, where its name is x. */
  void joins(Directory.Admitted admitted) {
    TestProbe<Room.Reply> replies = kit.createTestProbe(Room.Reply.class);
    Member member = new Member("x", session.ref(), session.ref(), false);
    admitted.room().tell(new Room.Join(member, replies.ref()));
    replies.expectMessage(new Room.Accepted());
  }

  void gives(Order order) {
    directory.tell(new Directory.Give(session.ref(), order));
  }

  /** What comes of an order, whatever is told before. */
  String orders(Order order) {
    gives(order);
    return words();
  }

  /** What it is told in words next, whatever else it is told before. */
  String words() {
    Directory.Reply reply = told.receiveMessage();
    while (!(reply instanceof Directory.InWords)) {
      reply = told.receiveMessage();
    }
    return String.join("\n", ((Directory.InWords) reply).lines());
  }

  void quits() {
    session.stop();
  }
}
