package chat.parley.config;

import chat.parley.session.SessionLimits;
import chat.parley.session.SessionSettings;
import chat.parley.transport.ConnectionSettings;
import chat.parley.transport.ConnectionSettings.Slow;
import java.time.Duration;

/** A reader of {@code parley.session} and what else is set for the clients of a listener. */
final class SessionReader {
  /** The kernel takes up to 32,767 s. */
  private static final Duration MAX_KEEP_ALIVE = Duration.ofHours(9);

  private final CheckedConfig root;
  private final CheckedConfig session;
  private final AccessReader access;
  private final LimitsReader limits;
  private final RoomReader rooms;
  private final HistoryReader history;

  SessionReader(
      CheckedConfig root,
      AccessReader access,
      LimitsReader limits,
      RoomReader rooms,
      HistoryReader history) {
    this.root = root;
    this.session = root.inner("session");
    this.access = access;
    this.limits = limits;
    this.rooms = rooms;
    this.history = history;
  }

  /** The settings of sessions of {@code listener} whose clients send lines. */
  SessionSettings lines(CheckedConfig listener) {
    return new SessionSettings(
        rooms.startRoom(),
        access.password("server-password").isPresent(),
        root.text("message-of-the-day"),
        false,
        connection(listener),
        limits.session(rooms.maxTopic()),
        history.perSearch());
  }

  /** The settings of sessions of {@code listener} whose clients send bytes and are told nothing. */
  SessionSettings raw(CheckedConfig listener) {
    return new SessionSettings(
        rooms.startRoom(),
        false,
        "",
        listener.bool("echo"),
        connection(listener),
        SessionLimits.NONE);
  }

  private ConnectionSettings connection(CheckedConfig listener) {
    return new ConnectionSettings(
        session.integer("max-waiting", 1, 100_000_000),
        session.bytes("max-waiting-bytes", 1024),
        Runtime.getRuntime().maxMemory() / 100 * session.integer("max-waiting-heap", 1, 90),
        listener.oneOf("slow", Slow.class),
        session.duration("stuck-after"),
        session.duration("linger"));
  }

  /** After how much silence a client is asked whether it is still there; zero for never. */
  Duration keepAlive() {
    Duration time = session.duration("keep-alive", MAX_KEEP_ALIVE);
    if (!time.isZero() && time.toSeconds() == 0) {
      throw session.wrong("keep-alive", "0 s for never, or a time of at least 1 s");
    }
    return time;
  }
}
