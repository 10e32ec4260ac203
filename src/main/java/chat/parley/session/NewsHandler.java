package chat.parley.session;

import chat.parley.cases.Cases;
import chat.parley.moderation.ModerationReply;
import chat.parley.moderation.SessionStats;
import chat.parley.protocol.Notice;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import chat.parley.users.NameReply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/** Deals with what nobody has asked for. Not an actor: its dialogue calls it. */
final class NewsHandler {
  private static final Cases<NewsHandler, NameReply.News, Void> OF_NAMES =
      Cases.<NewsHandler, NameReply.News, Void>of(NameReply.News.class)
          .run(
              NameReply.Whispered.class,
              (it, said) -> it.session.write(new Notice.Whispered(said.from(), said.text())))
          .run(
              NameReply.WhisperedBefore.class,
              (it, said) ->
                  it.session.write(
                      new Notice.WhisperedBefore(said.from(), said.time(), said.text())))
          .run(
              NameReply.Ignoring.class,
              (it, ignoring) -> it.stays.updates().ignore(ignoring.ignored()))
          .run(
              NameReply.SessionReplaced.class,
              (it, replaced) -> it.dialogue.expel(new Notice.SessionReplaced()))
          .run(NameReply.RegistrationChanged.class, NewsHandler::registrationChanged)
          .build();

  private static final Cases<NewsHandler, ModerationReply.News, Void> OF_MODERATION =
      Cases.<NewsHandler, ModerationReply.News, Void>of(ModerationReply.News.class)
          .run(
              ModerationReply.Broadcast.class,
              (it, said) -> it.session.write(new Notice.Broadcast(said.from(), said.text())))
          .run(
              ModerationReply.StoreFails.class,
              (it, fails) -> it.session.write(new Notice.StoreFails(fails.why())))
          .run(
              ModerationReply.StoreWorksAgain.class,
              (it, again) -> it.session.write(new Notice.StoreWorksAgain(again.lostPosts())))
          .run(ModerationReply.Muted.class, (it, muted) -> it.mute(muted.until()))
          .run(ModerationReply.Unmuted.class, (it, unmuted) -> it.unmute())
          .run(
              ModerationReply.Kicked.class,
              (it, kicked) -> it.dialogue.expel(new Notice.Kicked(kicked.why())))
          .run(
              ModerationReply.NowBanned.class,
              (it, ban) -> it.dialogue.expel(new Notice.Banned(ban.until(), ban.why())))
          .run(ModerationReply.TellStats.class, NewsHandler::tellStats)
          .build();

  private static final Cases<NewsHandler, RoomReply.News, Void> OF_ROOMS =
      Cases.<NewsHandler, RoomReply.News, Void>of(RoomReply.News.class)
          .run(RoomReply.SentAway.class, (it, away) -> it.stays.sentAway(away))
          .run(RoomReply.OpenedAnew.class, (it, anew) -> it.openedAnew(anew.room()))
          .run(RoomReply.Invited.class, NewsHandler::invited)
          .build();

  private final SessionContext session;
  private final Dialogue dialogue;
  private final Identity identity;
  private final Stays stays;

  NewsHandler(SessionContext session, Dialogue dialogue, Identity identity, Stays stays) {
    this.session = session;
    this.dialogue = dialogue;
    this.identity = identity;
    this.stays = stays;
  }

  void news(NameReply.News news) {
    OF_NAMES.apply(this, news);
  }

  void news(ModerationReply.News news) {
    OF_MODERATION.apply(this, news);
  }

  void news(RoomReply.News news) {
    OF_ROOMS.apply(this, news);
  }

  private void registrationChanged(NameReply.RegistrationChanged changed) {
    identity.setRegistered(changed.registered());
    stays.updates().tellUpdate();
  }

  private void mute(Instant until) {
    identity.mute(Optional.of(until));
    if (dialogue.hasJoined()) {
      session.write(new Notice.Muted(until));
    }
  }

  private void unmute() {
    identity.mute(Optional.empty());
    session.write(new Notice.Unmuted());
  }

  private void tellStats(ModerationReply.TellStats ask) {
    boolean registered = identity.profile().registered();
    List<String> rooms = stays.memberships().names();
    long lines = session.lines();
    var id = identity.id();
    session.tellBacklog(
        backlog ->
            ask.replyTo()
                .tell(
                    new SessionStats(
                        id, registered, rooms, backlog.waiting(), backlog.missed(), lines)));
  }

  private void openedAnew(ActorRef<RoomCommand> room) {
    session.watch(room);
    stays.memberships().addFounded(room);
    stays.updates().tellUpdate();
  }

  private void invited(RoomReply.Invited invited) {
    if (!stays.updates().ignored().authors().contains(invited.byId())) {
      session.write(new Notice.Invited(invited.by(), invited.room()));
    }
  }
}
