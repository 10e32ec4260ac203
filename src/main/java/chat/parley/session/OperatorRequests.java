package chat.parley.session;

import chat.parley.access.Origin;
import chat.parley.cases.Cases;
import chat.parley.moderation.ModerationCommand;
import chat.parley.moderation.ModerationReply;
import chat.parley.names.Names;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Request;
import chat.parley.rooms.RegistryCommand;
import chat.parley.rooms.RegistryReply;

/** Has done what only operators may order. Not an actor: its request handler calls it. */
final class OperatorRequests {
  private static final Cases<OperatorRequests, Request.OfOperator, Void> REQUESTS =
      Cases.<OperatorRequests, Request.OfOperator, Void>of(Request.OfOperator.class)
          .run(
              Request.Ban.class,
              (it, ban) ->
                  it.ask(
                      new ModerationCommand.Ban(
                          it.identity.id(), ban.target(), ban.time(), ban.why())))
          .run(
              Request.Unban.class,
              (it, unban) -> it.ask(new ModerationCommand.Unban(it.identity.id(), unban.target())))
          .run(
              Request.ListBans.class,
              (it, list) -> it.ask(new ModerationCommand.ListBans(it.identity.id())))
          .run(
              Request.Mute.class,
              (it, mute) ->
                  it.ask(new ModerationCommand.Mute(it.identity.id(), mute.name(), mute.time())))
          .run(
              Request.Unmute.class,
              (it, unmute) -> it.ask(new ModerationCommand.Unmute(it.identity.id(), unmute.name())))
          .run(
              Request.SayToAll.class,
              (it, say) -> it.ask(new ModerationCommand.SayToAll(it.identity.id(), say.text())))
          .run(
              Request.ListSessions.class,
              (it, list) ->
                  it.ask(new ModerationCommand.ListSessions(it.identity.id(), list.like())))
          .run(
              Request.ShowStats.class,
              (it, show) -> it.ask(new ModerationCommand.ShowStats(it.identity.id())))
          .run(
              Request.Reload.class,
              (it, reload) -> it.ask(new ModerationCommand.Reload(it.identity.id())))
          .run(Request.CloseRoom.class, (it, close) -> it.close(close.room()))
          .build();

  private static final Cases<OperatorRequests, ModerationReply.ToOrder, Void> ORDERED =
      Cases.<OperatorRequests, ModerationReply.ToOrder, Void>of(ModerationReply.ToOrder.class)
          .run(ModerationReply.OperatorNow.class, OperatorRequests::operatorNow)
          .run(
              ModerationReply.ModerationOutcome.class,
              (it, outcome) -> it.session.write(new Notice.Result(outcome)))
          .run(
              ModerationReply.TooManyWrong.class,
              (it, many) -> it.dialogue.sendAway(new Notice.TooManyWrong()))
          .run(ModerationReply.Failed.class, (it, failed) -> it.dialogue.failed())
          .build();

  private static final Cases<OperatorRequests, RegistryReply.ToClose, Void> CLOSED =
      Cases.<OperatorRequests, RegistryReply.ToClose, Void>of(RegistryReply.ToClose.class)
          .run(
              RegistryReply.RegistryOutcome.class,
              (it, outcome) -> it.session.write(new Notice.Result(outcome)))
          .run(RegistryReply.Failed.class, (it, failed) -> it.dialogue.failed())
          .build();

  private final SessionContext session;
  private final Dialogue dialogue;
  private final Identity identity;
  private final Stays stays;
  private final Origin origin;

  OperatorRequests(
      SessionContext session, Dialogue dialogue, Identity identity, Stays stays, Origin origin) {
    this.session = session;
    this.dialogue = dialogue;
    this.identity = identity;
    this.stays = stays;
    this.origin = origin;
  }

  void fulfil(Request.OfOperator request) {
    REQUESTS.apply(this, request);
  }

  /** Orders something of moderation, which decides whether the client may. */
  void ask(ModerationCommand.Order order) {
    session.question().expect(ModerationReply.ToOrder.class, reply -> ORDERED.apply(this, reply));
    session.services().moderation().tell(order);
  }

  private void operatorNow(ModerationReply.OperatorNow now) {
    identity.makeOperator();
    stays.updates().update(() -> session.write(new Notice.Result(now)));
  }

  private void close(String room) {
    if (!identity.isOperator()) {
      session.write(new Notice.Result(new ModerationReply.OperatorsOnly()));
      return;
    }
    if (!Names.same(room, session.settings().startRoom())) { // which stays open
      audit("close: " + room);
    }
    session.question().expect(RegistryReply.ToClose.class, reply -> CLOSED.apply(this, reply));
    session
        .services()
        .rooms()
        .tell(new RegistryCommand.Close(room, identity.name(), session.fromRegistry()));
  }

  /**
   * Has it written down what the client does with the rights of an operator only, or to what others
   * have said.
   */
  void audit(String what) {
    session
        .services()
        .moderation()
        .tell(new ModerationCommand.ActedAsOperator(identity.name(), origin, what));
  }
}
