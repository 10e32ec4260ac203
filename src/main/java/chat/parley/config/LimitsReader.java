package chat.parley.config;

import chat.parley.access.AddressRange;
import chat.parley.listener.ConnectionLimits;
import chat.parley.listener.ConnectionTotal;
import chat.parley.names.Names;
import chat.parley.session.SessionLimits;
import chat.parley.users.MessageLimits;
import com.typesafe.config.ConfigValue;
import java.time.Duration;
import java.util.List;

/** A reader of {@code parley.limits}: how many there may be, how long and how fast. */
final class LimitsReader {
  private static final Duration MAX_IDLE = Duration.ofDays(7);
  private static final Duration MAX_WAITING = Duration.ofDays(3650);

  private final CheckedConfig limits;

  LimitsReader(CheckedConfig root) {
    this.limits = root.inner("limits");
  }

  /**
   * How many connections there may be.
   *
   * @param directBuffer how many bytes a connection pins when its client does not read
   */
  ConnectionLimits connections(long directBuffer) {
    return new ConnectionLimits(
        total(directBuffer),
        limits.integer("connections-per-address", 0, 1_000_000),
        limits.integer("new-connections-per-address", 0, 100_000),
        exemptAddresses());
  }

  private ConnectionTotal total(long directBuffer) {
    int reserved = limits.integer("reserved-descriptors", 0, 1_000_000);
    String connections = limits.text("connections");
    if (connections.equals("auto")) {
      return ConnectionTotal.auto(reserved, directBuffer);
    }
    if (!connections.matches("[1-9]\\d{0,5}")) {
      throw limits.wrong("connections", "auto, or a whole number from 1 to 999999");
    }
    return ConnectionTotal.of(Integer.parseInt(connections));
  }

  /** Where people come from who have nothing to do with each other. */
  List<AddressRange> exemptAddresses() {
    return limits.listOrNone("exempt-addresses", "addresses").stream().map(this::range).toList();
  }

  private AddressRange range(ConfigValue written) {
    return AddressRange.parse(String.valueOf(written.unwrapped()))
        .orElseThrow(
            () -> limits.wrong("exempt-addresses", "a list of addresses, ADDRESS or ADDRESS/BITS"));
  }

  /** How many rooms there may be. */
  int rooms() {
    return limits.integer("rooms", 1, 1_000_000);
  }

  /** How many people there may be in a room. */
  int roomMembers() {
    return limits.integer("room-members", 1, 1_000_000);
  }

  /** How many characters a name may have. */
  int maxName() {
    return limits.integer("max-name", 1, Names.MAX_LENGTH);
  }

  /** How many messages may wait for people who are away. */
  MessageLimits messages() {
    return new MessageLimits(
        limits.integer("messages-per-sender", 1, 10_000),
        limits.integer("messages-per-receiver", 1, 10_000),
        limits.integer("messages-in-all", 0, 1_000_000),
        limits.duration("messages-within", MAX_WAITING));
  }

  /**
   * What a client of a lines listener may do.
   *
   * @param maxTopic how many characters a topic may have
   */
  SessionLimits session(int maxTopic) {
    return new SessionLimits(
        maxName(),
        maxTopic,
        limits.integer("posts-per-second", 0, 1_000_000),
        limits.integer("burst", 1, 1_000_000),
        limits.oneOf("too-fast", SessionLimits.TooFast.class),
        limits.duration("name-within"),
        limits.duration("idle", MAX_IDLE));
  }
}
