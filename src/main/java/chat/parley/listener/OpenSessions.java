package chat.parley.listener;

import chat.parley.session.SessionCommand;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/** The sessions of one listener, and which of them have yet to drain before the end. */
final class OpenSessions {
  /** Each with the address that its client comes from. */
  private final Map<ActorRef<SessionCommand>, InetSocketAddress> clients = new HashMap<>();

  /** Those who still have something to say before the end; null as long as the end is not near. */
  private Set<ActorRef<SessionCommand>> draining;

  void add(ActorRef<SessionCommand> session, InetSocketAddress client) {
    clients.put(session, client);
  }

  /**
   * A session has ended.
   *
   * @return where its client came from
   */
  InetAddress remove(ActorRef<SessionCommand> session) {
    return clients.remove(session).getAddress();
  }

  boolean isEmpty() {
    return clients.isEmpty();
  }

  void tellAll(SessionCommand message) {
    clients.keySet().forEach(session -> session.tell(message));
  }

  /** Tells those whose clients come from {@code addresses}. */
  void tell(Set<InetSocketAddress> addresses, SessionCommand message) {
    clients.forEach(
        (session, client) -> {
          if (addresses.contains(client)) {
            session.tell(message);
          }
        });
  }

  /** Has all drain; each tells {@code replyTo} when it has. */
  void drain(ActorRef<SessionCommand.Drained> replyTo) {
    draining = new HashSet<>(clients.keySet());
    tellAll(new SessionCommand.Drain(replyTo));
  }

  /**
   * A session has drained, or has ended.
   *
   * @return whether it was the last one that all were waiting for
   */
  boolean drained(ActorRef<SessionCommand> session) {
    return draining != null && draining.remove(session) && draining.isEmpty();
  }
}
