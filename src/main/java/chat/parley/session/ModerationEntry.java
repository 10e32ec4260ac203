package chat.parley.session;

import chat.parley.access.Origin;
import chat.parley.cases.Cases;
import chat.parley.moderation.ModerationCommand;
import chat.parley.moderation.ModerationReply;
import chat.parley.protocol.Notice;
import chat.parley.users.NameReply;
import java.util.function.Consumer;

/**
 * The entry of a client into moderation, under its first name and under each further one.
 *
 * @param goOn what follows when the client may be here
 */
record ModerationEntry(Dialogue dialogue, Consumer<ModerationReply.Standing> goOn) {
  private static final Cases<ModerationEntry, ModerationReply.ToEntering, Void> ANSWERS =
      Cases.<ModerationEntry, ModerationReply.ToEntering, Void>of(ModerationReply.ToEntering.class)
          .run(ModerationReply.Standing.class, (it, standing) -> it.goOn.accept(standing))
          .run(
              ModerationReply.Banned.class,
              (it, banned) -> it.dialogue.expel(new Notice.Banned(banned.until(), banned.why())))
          .run(ModerationReply.Failed.class, (it, failed) -> it.dialogue.failed())
          .build();

  /** The client has been given a name. */
  void enter(NameReply.Claimed claimed, SessionContext session, Identity identity, Origin origin) {
    identity.named(claimed.member(), claimed.name(), claimed.registered());
    session
        .question()
        .expect(ModerationReply.ToEntering.class, reply -> ANSWERS.apply(this, reply));
    session
        .services()
        .moderation()
        .tell(
            new ModerationCommand.Enter(
                identity.id(), session.self(), identity.name(), origin, session.fromModeration()));
  }
}
