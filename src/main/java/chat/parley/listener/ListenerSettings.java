package chat.parley.listener;

import chat.parley.session.SessionSettings;
import chat.parley.tls.ServerTls;
import java.time.Duration;
import java.util.Optional;

/**
 * A listener; {@code parley.lines}, {@code parley.raw} and {@code parley.tls} in {@code
 * reference.conf} explain each.
 *
 * @param maxLine how many bytes a line may have; means nothing to a raw listener
 * @param commands whether lines that begin with {@code /} are commands; means nothing to a raw
 *     listener
 * @param backlog how many connections may wait to be accepted
 * @param keepAlive after how much silence a client is asked whether it is still there; zero for
 *     never
 * @param tls what a TLS listener needs; empty for the others
 */
public record ListenerSettings(
    ListenerAddress address,
    int maxLine,
    boolean commands,
    int backlog,
    Duration keepAlive,
    SessionSettings session,
    Optional<ServerTls> tls) {

  /** A listener without TLS. */
  public ListenerSettings(
      ListenerAddress address,
      int maxLine,
      boolean commands,
      int backlog,
      Duration keepAlive,
      SessionSettings session) {
    this(address, maxLine, commands, backlog, keepAlive, session, Optional.empty());
  }
}
