package chat.parley.directory;

import chat.parley.access.Origin;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.actor.typed.ActorRef;

/** Users for tests of the directory's parts. */
final class TestUsers {
  /** When tests of the directory begin that set the time. */
  static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  private TestUsers() {}

  /** Somebody new whom nobody hears. */
  static User named(String name) {
    return named(name, "192.0.2.1");
  }

  /** As {@link #named(String)}, from there. */
  static User named(String name, String address) {
    return named(name, address, TestInbox.<Directory.Reply>create().getRef());
  }

  /**
   * Somebody new.
   *
   * @param told where the directory's answers go
   */
  static User named(String name, String address, ActorRef<Directory.Reply> told) {
    Origin origin = new Origin("lines", new InetSocketAddress(address(address), 1));
    return new User(TestInbox.<Object>create().getRef(), told, origin, Instant.EPOCH, name);
  }

  static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
