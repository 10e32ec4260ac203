package chat.parley.moderation;

import chat.parley.access.Origin;
import chat.parley.event.Outcome;
import chat.parley.store.Sanction;
import chat.parley.store.StoreStats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/** What {@link Moderation} tells a session. */
public sealed interface ModerationReply {

  /** Answers what the session has asked. */
  sealed interface Answer extends ModerationReply {}

  /** Comes unasked, at any time. */
  sealed interface News extends ModerationReply {}

  /** Answers {@link ModerationCommand.Enter}. */
  sealed interface ToEntering extends Answer {}

  /** Answers an {@link ModerationCommand.Order}. */
  sealed interface ToOrder extends Answer {}

  /** What was asked for could not be done, for no fault of who asked. */
  record Failed() implements ToEntering, ToOrder {}

  /**
   * Whoever has come may be here.
   *
   * @param mutedUntil until when they may only listen; empty when they may speak
   */
  record Standing(Optional<Instant> mutedUntil) implements ToEntering {}

  /**
   * Whoever has come may not be here, or not under that name.
   *
   * @param until empty for ever
   */
  record Banned(Optional<Instant> until, String why) implements ToEntering {}

  /** Too many wrong passwords have come from the session's address. */
  record TooManyWrong() implements ToOrder {}

  /** An operator disconnects the session. */
  record Kicked(String why) implements News {}

  /** The session is banned from now on, and disconnected. */
  record NowBanned(Optional<Instant> until, String why) implements News {}

  /** The session may only listen until then. */
  record Muted(Instant until) implements News {}

  /** The session may speak again. */
  record Unmuted() implements News {}

  /** What is said cannot be kept; {@code why} is a line for operators. */
  record StoreFails(String why) implements News {}

  /**
   * What is said can be kept again.
   *
   * @param lostPosts how many could not be, since the server started
   */
  record StoreWorksAgain(long lostPosts) implements News {}

  /** An operator says something to everybody. */
  record Broadcast(String from, String text) implements News {}

  /** The session is asked how it is. */
  record TellStats(ActorRef<SessionStats> replyTo) implements News {}

  /** What came of an order. */
  sealed interface ModerationOutcome extends ToOrder, Outcome {}

  /** Only operators may do that. */
  record OperatorsOnly() implements ModerationOutcome {}

  /** Whoever wants to be an operator is one. */
  record AlreadyOperator() implements ModerationOutcome {}

  /** This server has no operators. */
  record NoOperators() implements ModerationOutcome {}

  /** The session has the rights of an operator now. */
  record OperatorNow() implements ModerationOutcome {}

  /** That is not the operators' password. */
  record WrongOperatorPassword() implements ModerationOutcome {}

  /** There is nobody of this name. */
  record NobodyCalled(String name) implements ModerationOutcome {}

  /** Nobody disconnects themselves in that way. */
  record CannotKickYourself() implements ModerationOutcome {}

  /** This user is disconnected. */
  record Disconnected(String name) implements ModerationOutcome {}

  /** What is to be banned is neither a name nor an address. */
  record NeitherNameNorAddress(String target) implements ModerationOutcome {}

  /** The ban would keep out who orders it. */
  record WouldBanYourself(String name, Origin origin) implements ModerationOutcome {}

  /** Who is to be muted has no possible name. */
  record NoName(String name) implements ModerationOutcome {}

  /**
   * These bans or mutes are in force.
   *
   * @param keeping whether they outlive the server
   */
  record Imposed(List<Sanction> sanctions, Keeping keeping) implements ModerationOutcome {}

  /** Whether something outlives the server. */
  sealed interface Keeping {}

  /** It does. */
  record Kept() implements Keeping {}

  /** It does not, as the server has no store. */
  record NoStore() implements Keeping {}

  /** It could not be written; {@code why} is one line. */
  record NotKept(String why) implements Keeping {}

  /** Nobody of this name, or from there, is banned or muted. */
  record NotImposed(Sanction.Kind kind, String target) implements ModerationOutcome {}

  /**
   * A ban or mute is over.
   *
   * @param keeping {@link NotKept} when it will be there again after a restart
   */
  record Lifted(Sanction.Kind kind, String target, Keeping keeping) implements ModerationOutcome {}

  /** All that are in force, bans first, the oldest first. */
  record InForce(List<Sanction> sanctions) implements ModerationOutcome {}

  /** So many people have been told. */
  record SaidToAll(int people) implements ModerationOutcome {}

  /** There is nobody whose name or address begins so. */
  record NobodyLike(String like) implements ModerationOutcome {}

  /**
   * Who is here.
   *
   * @param more how many others there are that are not listed
   */
  record Sessions(List<SessionLine> sessions, int more) implements ModerationOutcome {}

  /**
   * A session.
   *
   * @param stats empty when it does not answer
   */
  record SessionLine(
      String name,
      boolean operator,
      boolean muted,
      Origin origin,
      Instant since,
      Optional<SessionRates> stats) {}

  /**
   * How a session is.
   *
   * @param waiting how many messages wait for its client
   * @param missed how many its client has missed
   * @param perSecond how many lines its client sends a second
   */
  record SessionRates(
      boolean registered, List<String> rooms, long waiting, long missed, long perSecond) {}

  /**
   * How the server is.
   *
   * @param up for how long it has been running
   * @param connections how many there are, with a name or without
   * @param people how many have a name
   * @param sanctions how many bans and mutes there are
   * @param store how the store is
   */
  record Stats(
      Instant since,
      Duration up,
      int connections,
      int people,
      int rooms,
      int registeredNames,
      int sanctions,
      StoreStats store,
      Memory memory)
      implements ModerationOutcome {}

  /** What the server takes: bytes, but for {@code threads}. */
  record Memory(long heapUsed, long heapMax, long direct, int threads) {}

  /** The configuration has been read again, with this result. */
  record ConfigurationReloaded(List<String> lines) implements ModerationOutcome {}
}
