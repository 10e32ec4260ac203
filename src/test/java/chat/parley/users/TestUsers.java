package chat.parley.users;

import chat.parley.access.Origin;
import chat.parley.event.MemberId;
import chat.parley.room.RoomReply;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.actor.typed.ActorRef;

/** Users for tests of the name service's parts. */
final class TestUsers {
  private static final AtomicLong lastId = new AtomicLong();

  private TestUsers() {}

  /** Somebody new whom nobody hears. */
  static User named(String name) {
    return named(name, "192.0.2.1", TestInbox.<NameReply>create().getRef());
  }

  /**
   * Somebody new.
   *
   * @param told where the name service's answers go
   */
  static User named(String name, String address, ActorRef<NameReply> told) {
    var contact =
        new Contact(
            TestInbox.<Object>create().getRef(), told, TestInbox.<RoomReply>create().getRef());
    return new User(
        new MemberId(0, lastId.incrementAndGet()), contact, origin(address), name, false);
  }

  static Origin origin(String address) {
    try {
      return new Origin("lines", new InetSocketAddress(InetAddress.getByName(address), 1));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
