package chat.parley.users;

import chat.parley.access.Origin;
import chat.parley.access.Secret;
import chat.parley.event.MemberId;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/** What the {@link NameService} can be told. No secret is shown when one is printed. */
public sealed interface NameCommand
    permits NameCommand.Claiming,
        NameCommand.CheckServerPassword,
        NameCommand.OfUser,
        NameCommand.Configure,
        InternalCommand {

  /** Asks for a name; answered with {@link NameReply.ToClaim}. */
  sealed interface Claiming extends NameCommand {

    /** Who is to have it, and where this and all further answers and news go. */
    Contact contact();
  }

  /** Asks for a name that belongs to nobody else. */
  record Claim(Contact contact, String name, Origin origin) implements Claiming {}

  /** Asks for any free {@code guestN}. */
  record ClaimGuestName(Contact contact, Origin origin) implements Claiming {}

  /**
   * Asks for a registered name, as its owner, under another name or none. Who has the name now is
   * disconnected first.
   *
   * @param member who asks; empty for who has no name yet
   */
  record Login(
      Contact contact, Optional<MemberId> member, String name, Secret password, Origin origin)
      implements Claiming {}

  /**
   * Asks whether {@code password} is the server's; answered with {@link
   * NameReply.ToServerPassword}.
   */
  record CheckServerPassword(Secret password, Origin origin, ActorRef<NameReply> replyTo)
      implements NameCommand {}

  /** What somebody asks who has a name. */
  sealed interface OfUser extends NameCommand {

    /** Who asks. */
    MemberId member();
  }

  /**
   * Asks for another name; answered with {@link NameReply.ToClaim}.
   *
   * @param operator whether names that are reserved are for them
   */
  record Rename(MemberId member, String name, boolean operator) implements OfUser {}

  /**
   * Says something to one user, wherever that user is, which gets {@link NameReply.Whispered}, or
   * to the owner of a registered name that nobody has now, for whom it waits; answered with {@link
   * NameReply.ToWhisper}.
   */
  record Whisper(MemberId member, String to, String text) implements OfUser {}

  /**
   * Has what waits for whoever the name belongs to handed over, each as a {@link
   * NameReply.WhisperedBefore}; not answered otherwise.
   */
  record CollectMessages(MemberId member) implements OfUser {}

  /** Asks who is called so; answered with {@link NameReply.ToFind}. */
  record Find(MemberId member, String name) implements OfUser {}

  /** What somebody orders; answered with {@link NameReply.NameOutcome}. */
  sealed interface Order extends OfUser {}

  /** Keeps the name for whoever has it now; with a new password if it is kept already. */
  record Register(MemberId member, Secret password) implements Order {}

  /**
   * Gives a registered name up: one's own, or as an operator anybody's.
   *
   * @param name empty for one's own
   */
  record Unregister(MemberId member, Optional<String> name, boolean operator) implements Order {}

  /** Hears nothing more from somebody; without a name, asks who is not heard. */
  record Ignore(MemberId member, Optional<String> name) implements Order {}

  /** Hears somebody again. */
  record Unignore(MemberId member, String name) implements Order {}

  /** Goes by other settings from now on; answered at once. */
  record Configure(NameSettings settings, ActorRef<Configured> replyTo) implements NameCommand {}

  /** The name service goes by other settings. */
  record Configured() {}
}
