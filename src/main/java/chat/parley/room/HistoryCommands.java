package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decides who may read what was said in a room, and delete it, and has that done. Not an actor: its
 * room calls it.
 */
final class HistoryCommands {
  private final String room;
  private final RoomAccess access;
  private final Roster roster;
  private final GateChain gates;
  private final History history;
  private final Clock clock;
  private Duration deleteWithin;

  /**
   * @param room its name
   */
  HistoryCommands(
      String room,
      RoomAccess access,
      Roster roster,
      GateChain gates,
      History history,
      RoomSettings settings,
      Clock clock) {
    this.room = room;
    this.access = access;
    this.roster = roster;
    this.gates = gates;
    this.history = history;
    this.clock = clock;
    configure(settings);
  }

  void configure(RoomSettings settings) {
    deleteWithin = settings.history().deleteWithin();
  }

  void ask(RoomCommand.AskHistory ask) {
    Optional<RoomReply.Entry> refusal = refusal(ask);
    if (refusal.isPresent()) {
      ask.replyTo().tell(new RoomReply.NotForYou(room, refusal.get()));
    } else {
      history.read(ask.query(), ask.replyTo()::tell);
    }
  }

  /** Why somebody may not read what was said here; empty when they may. */
  private Optional<RoomReply.Entry> refusal(RoomCommand.AskHistory ask) {
    if (roster.membership(ask.member()) != null) {
      return Optional.empty();
    }
    if (!access.letsIn(ask.member(), ask.profile())) {
      return Optional.of(new RoomReply.Locked());
    }
    // Gates decide about those who come, and not about those who only read.
    return gates.isOpen()
        ? Optional.empty()
        : Optional.of(new RoomReply.Refused("only who is in it reads what was said there"));
  }

  void search(RoomCommand.AskSearch ask) {
    if (roster.membership(ask.member()) == null) {
      ask.replyTo().tell(new RoomReply.NotForYou(room, new RoomReply.Failed()));
    } else {
      history.search(ask.query(), ask.before(), ask.count(), ask.replyTo()::tell);
    }
  }

  void delete(RoomCommand.Delete delete) {
    Membership by = roster.membership(delete.member());
    if (by == null) {
      delete.replyTo().tell(new RoomReply.Ruled(new RoomReply.NotOwner(room), false));
    } else {
      history.find(delete.number(), post -> delete(delete, post, by));
    }
  }

  private void delete(RoomCommand.Delete delete, Optional<FoundPost> post, Membership by) {
    boolean owner = access.belongsTo(by.id(), by.profile());
    boolean own = post.isPresent() && post.get().isBy(by);
    Optional<RoomReply.RoomOutcome> refusal =
        post.isEmpty()
            ? Optional.of(new RoomReply.NoSuchPost(room, delete.number()))
            : refusal(post.get().post(), own, owner || by.profile().operator());
    if (refusal.isPresent()) {
      delete.replyTo().tell(new RoomReply.Ruled(refusal.get(), false));
    } else {
      replace(
          post.get().post(),
          by,
          own,
          outcome -> delete.replyTo().tell(new RoomReply.Ruled(outcome, !own)));
    }
  }

  /**
   * Why a post stays; empty when it does not.
   *
   * @param own whether who wants it deleted has said it
   * @param any whether they may delete what others say
   */
  private Optional<RoomReply.RoomOutcome> refusal(RoomEvent.Posted post, boolean own, boolean any) {
    if (post.content() instanceof Content.Deleted) {
      return Optional.of(new RoomReply.DeletedAlready(room, post.number()));
    }
    if (any) {
      return Optional.empty();
    }
    if (!own) {
      return Optional.of(new RoomReply.NotYourPost(room, post.number()));
    }
    Instant last = post.time().plus(deleteWithin);
    return clock.instant().isAfter(last)
        ? Optional.of(new RoomReply.TooLateToDelete(room, post.number(), deleteWithin))
        : Optional.empty();
  }

  private void replace(
      RoomEvent.Posted post, Membership by, boolean own, Consumer<RoomReply.RoomOutcome> answer) {
    String name = by.name();
    var deleted =
        new RoomEvent.Posted(
            room,
            post.number(),
            post.time(),
            post.member(),
            post.author(),
            new Content.Deleted(name));
    history.replace(
        deleted,
        done -> {
          if (done) {
            roster.announce(new RoomEvent.PostDeleted(room, post.number(), by.id(), name), by.id());
            answer.accept(new RoomReply.PostDeleted(room, post.number(), post.author(), own));
          } else {
            answer.accept(new RoomReply.CannotDeleteNow(room, post.number()));
          }
        });
  }
}
