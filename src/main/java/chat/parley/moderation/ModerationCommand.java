package chat.parley.moderation;

import chat.parley.access.Origin;
import chat.parley.access.Secret;
import chat.parley.event.MemberId;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/** What {@link Moderation} can be told. No secret is shown when one is printed. */
public sealed interface ModerationCommand
    permits ModerationCommand.Enter,
        ModerationCommand.Configure,
        ModerationCommand.ActedAsOperator,
        ModerationCommand.Order,
        InternalCommand {

  /**
   * Somebody has a name now, or another one; answered with {@link ModerationReply.Standing} or
   * {@link ModerationReply.Banned}.
   *
   * @param session the actor that stands for them
   * @param replyTo where this and all further answers and news for them go
   */
  record Enter(
      MemberId member,
      ActorRef<?> session,
      String name,
      Origin origin,
      ActorRef<ModerationReply> replyTo)
      implements ModerationCommand {}

  /** Goes by other settings from now on; answered at once. */
  record Configure(ModerationSettings settings, ActorRef<Configured> replyTo)
      implements ModerationCommand {}

  /** Moderation goes by other settings. */
  record Configured() {}

  /** Somebody has done something elsewhere with the rights of an operator only. */
  record ActedAsOperator(String name, Origin origin, String what) implements ModerationCommand {}

  /** What somebody orders; answered with {@link ModerationReply.ToOrder}. */
  sealed interface Order extends ModerationCommand {

    /** Who orders it. */
    MemberId member();
  }

  /** What only operators may order. */
  sealed interface OperatorOrder extends Order {}

  /** Makes whoever knows the password an operator. */
  record BecomeOperator(MemberId member, Secret password) implements Order {}

  /** Sends somebody off the server. */
  record Kick(MemberId member, String name, String why) implements OperatorOrder {}

  /**
   * Keeps somebody out.
   *
   * @param target a name, an address, or {@code ADDRESS/BITS}
   * @param time for how long; empty for ever
   */
  record Ban(MemberId member, String target, Optional<Duration> time, String why)
      implements OperatorOrder {}

  /** Ends a ban. */
  record Unban(MemberId member, String target) implements OperatorOrder {}

  /** Asks for all bans and mutes. */
  record ListBans(MemberId member) implements OperatorOrder {}

  /** Lets somebody listen only; without a time, for ever. */
  record Mute(MemberId member, String name, Optional<Duration> time) implements OperatorOrder {}

  /** Ends a {@link Mute}. */
  record Unmute(MemberId member, String name) implements OperatorOrder {}

  /** Says something to everybody, in whatever room. */
  record SayToAll(MemberId member, String text) implements OperatorOrder {}

  /**
   * Asks who is here, and from where.
   *
   * @param like what a name or an address must begin with; empty for all
   */
  record ListSessions(MemberId member, String like) implements OperatorOrder {}

  /** Asks how the server is. */
  record ShowStats(MemberId member) implements OperatorOrder {}

  /** Has the configuration read again. */
  record Reload(MemberId member) implements OperatorOrder {}
}
