package chat.parley.session;

import chat.parley.access.Origin;
import chat.parley.access.Secret;
import chat.parley.cases.Cases;
import chat.parley.moderation.ModerationReply;
import chat.parley.names.Names;
import chat.parley.protocol.Notice;
import chat.parley.users.NameCommand;
import chat.parley.users.NameReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a client that has a name comes by another one: a free one, or a registered one with its
 * password. Not an actor: its request handler calls it.
 */
final class NameChange {
  private static final Logger log = LoggerFactory.getLogger(NameChange.class);

  private static final Cases<NameChange, NameReply.ToClaim, Void> CLAIM =
      Cases.<NameChange, NameReply.ToClaim, Void>of(NameReply.ToClaim.class)
          .run(NameReply.Claimed.class, NameChange::claimed)
          .run(
              NameReply.NameTaken.class,
              (it, taken) -> it.session.write(new Notice.NameTaken(taken.name(), false)))
          .run(
              NameReply.Misleading.class,
              (it, name) -> it.session.write(Refusals.of(name, Notice.Then.STAY_AS_IT_WAS)))
          .run(
              NameReply.NameRegistered.class,
              (it, registered) -> it.session.write(new Notice.NameRegistered(registered.name())))
          .run(
              NameReply.NotRegistered.class,
              (it, not) -> it.session.write(new Notice.NotRegistered(not.name())))
          .run(
              NameReply.Banned.class,
              (it, banned) -> it.session.write(new Notice.NameBanned(it.wanted)))
          .run(
              NameReply.WrongPassword.class,
              (it, wrong) -> it.session.write(new Notice.WrongPasswordOf(it.wanted, false)))
          .run(
              NameReply.TooManyWrong.class,
              (it, many) -> it.dialogue.sendAway(new Notice.TooManyWrong()))
          .run(NameReply.Failed.class, (it, failed) -> it.dialogue.failed())
          .build();

  private final SessionContext session;
  private final Dialogue dialogue;
  private final Identity identity;
  private final Stays stays;
  private final Origin origin;
  private String wanted;

  NameChange(
      SessionContext session, Dialogue dialogue, Identity identity, Stays stays, Origin origin) {
    this.session = session;
    this.dialogue = dialogue;
    this.identity = identity;
    this.stays = stays;
    this.origin = origin;
  }

  void rename(String name) {
    int maxName = session.settings().limits().maxName();
    wanted = Names.shown(name);
    if (Names.isPersonName(wanted, maxName)) {
      ask(new NameCommand.Rename(identity.id(), wanted, identity.isOperator()));
    } else {
      session.write(new Notice.IllegalNick(maxName));
    }
  }

  void login(String name, Secret password) {
    wanted = Names.shown(name);
    ask(new NameCommand.Login(session.contact(), identity.idIfNamed(), wanted, password, origin));
  }

  private void ask(NameCommand command) {
    session.question().expect(NameReply.ToClaim.class, reply -> CLAIM.apply(this, reply));
    session.services().names().tell(command);
  }

  private void claimed(NameReply.Claimed claimed) {
    log.info("{} is now called {}", identity.name(), claimed.name());
    dialogue.enter(claimed, this::goOn);
  }

  private void goOn(ModerationReply.Standing standing) {
    boolean muted = identity.isMuted();
    identity.mute(standing.mutedUntil());
    if (identity.isMuted() && !muted) {
      session.write(new Notice.Muted(identity.mutedUntil()));
    }
    session.write(new Notice.Renamed(identity.name()));
    stays.updates().update(() -> {});
    dialogue.collectMessages();
  }
}
