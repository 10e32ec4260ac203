package chat.parley.moderation;

import chat.parley.access.Origin;
import chat.parley.event.MemberId;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;

/** Visitors for tests of moderation. */
final class TestVisitors {
  /** When tests of moderation begin. */
  static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  private static final AtomicLong lastId = new AtomicLong();

  private TestVisitors() {}

  /** An id that nobody has. */
  static MemberId id() {
    return new MemberId(0, lastId.incrementAndGet());
  }

  /** Somebody new whom nobody hears, from there. */
  static Visitor named(String name, String address) {
    return new Visitor(
        id(), TestInbox.<ModerationReply>create().getRef(), origin(address), Instant.EPOCH, name);
  }

  static Origin origin(String address) {
    return new Origin("lines", new InetSocketAddress(address(address), 1));
  }

  static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
