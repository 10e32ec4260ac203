package chat.parley.session;

import chat.parley.access.Origin;
import chat.parley.cases.Cases;
import chat.parley.moderation.ModerationCommand;
import chat.parley.names.Names;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Request;
import chat.parley.rooms.RegistryCommand;
import chat.parley.rooms.RegistryReply;
import chat.parley.users.NameCommand;
import chat.parley.users.NameReply;
import java.util.Optional;

/**
 * Does what a client that has a name wants, but for what it says. Not an actor: its dialogue calls
 * it.
 */
final class RequestHandler {
  private static final Cases<RequestHandler, Request, Void> REQUESTS =
      Cases.<RequestHandler, Request, Void>of(Request.class)
          .run(Request.Answer.class, (it, answer) -> it.session.write(answer.notice()))
          .run(Request.Nick.class, (it, nick) -> it.nameChange.rename(nick.name()))
          .run(
              Request.Login.class,
              (it, login) -> it.nameChange.login(login.name(), login.password()))
          .run(Request.Quit.class, (it, quit) -> it.dialogue.leave())
          .run(Request.Join.class, (it, join) -> it.join(Names.shown(join.room())))
          .run(Request.Rooms.class, (it, rooms) -> it.listRooms())
          .run(Request.HistoryOf.class, (it, history) -> it.historyRequests.read(history))
          .run(Request.Sync.class, (it, sync) -> it.dialogue.synchronize(sync))
          .run(Request.Whisper.class, RequestHandler::whisper)
          .run(
              Request.Register.class,
              (it, order) -> it.order(new NameCommand.Register(it.identity.id(), order.password())))
          .run(
              Request.Unregister.class,
              (it, order) ->
                  it.order(
                      new NameCommand.Unregister(
                          it.identity.id(), order.name(), it.identity.isOperator())))
          .run(
              Request.Ignore.class,
              (it, order) -> it.order(new NameCommand.Ignore(it.identity.id(), order.name())))
          .run(
              Request.Unignore.class,
              (it, order) -> it.order(new NameCommand.Unignore(it.identity.id(), order.name())))
          .run(
              Request.BecomeOperator.class,
              (it, become) ->
                  it.operatorRequests.ask(
                      new ModerationCommand.BecomeOperator(it.identity.id(), become.password())))
          .run(Request.OfOperator.class, (it, wanted) -> it.operatorRequests.fulfil(wanted))
          .run(
              Request.In.class,
              (it, in) -> it.ofRoom(in.request(), it.stays.memberships().named(in.room())))
          .run(
              Request.OfRoom.class,
              (it, wanted) -> it.ofRoom(wanted, it.stays.memberships().current()))
          .build();

  private static final Cases<RequestHandler, NameReply.ToWhisper, Void> WHISPERED =
      Cases.<RequestHandler, NameReply.ToWhisper, Void>of(NameReply.ToWhisper.class)
          .run(
              NameReply.WhisperSent.class,
              (it, sent) -> it.session.write(new Notice.WhisperSent(sent.to(), sent.text())))
          .run(
              NameReply.NobodyCalled.class,
              (it, nobody) -> it.session.write(new Notice.NobodyCalled(nobody.name())))
          .run(
              NameReply.MessageOutcome.class,
              (it, outcome) -> it.session.write(new Notice.Result(outcome)))
          .run(NameReply.Failed.class, (it, failed) -> it.dialogue.failed())
          .build();

  private static final Cases<RequestHandler, NameReply.ToOrder, Void> ORDERED =
      Cases.<RequestHandler, NameReply.ToOrder, Void>of(NameReply.ToOrder.class)
          .run(
              NameReply.NameOutcome.class,
              (it, outcome) -> it.session.write(new Notice.Result(outcome)))
          .run(NameReply.Failed.class, (it, failed) -> it.dialogue.failed())
          .build();

  private static final Cases<RequestHandler, RegistryReply.ToList, Void> LISTED =
      Cases.<RequestHandler, RegistryReply.ToList, Void>of(RegistryReply.ToList.class)
          .run(RegistryReply.Rooms.class, RequestHandler::listed)
          .run(RegistryReply.Failed.class, (it, failed) -> it.dialogue.failed())
          .build();

  private final SessionContext session;
  private final Dialogue dialogue;
  private final Identity identity;
  private final Stays stays;
  private final NameChange nameChange;
  private final HistoryRequests historyRequests;
  private final RoomRequests roomRequests;
  private final OperatorRequests operatorRequests;

  RequestHandler(
      SessionContext session, Dialogue dialogue, Identity identity, Stays stays, Origin origin) {
    this.session = session;
    this.dialogue = dialogue;
    this.identity = identity;
    this.stays = stays;
    this.nameChange = new NameChange(session, dialogue, identity, stays, origin);
    this.operatorRequests = new OperatorRequests(session, dialogue, identity, stays, origin);
    this.historyRequests = new HistoryRequests(session, dialogue, identity, stays);
    this.roomRequests =
        new RoomRequests(session, dialogue, identity, stays, historyRequests, operatorRequests);
  }

  void fulfil(Request request) {
    REQUESTS.apply(this, request);
  }

  private void ofRoom(Request.OfRoom wanted, Optional<RoomMembership> membership) {
    if (membership.isPresent()) {
      roomRequests.fulfil(wanted, membership.get());
    } else {
      session.write(new Notice.NoRoom());
    }
  }

  private void join(String room) {
    int maxName = session.settings().limits().maxName();
    if (!Names.isRoomName(room, maxName)) {
      session.write(new Notice.IllegalRoom(maxName));
      return;
    }
    Optional<RoomMembership> here = stays.memberships().named(room);
    if (here.isPresent()) {
      session.write(new Notice.AlreadyHere(here.get().name()));
    } else {
      stays.enter(room);
    }
  }

  private void listRooms() {
    session.question().expect(RegistryReply.ToList.class, reply -> LISTED.apply(this, reply));
    session.services().rooms().tell(new RegistryCommand.ListRooms(session.fromRegistry()));
  }

  private void listed(RegistryReply.Rooms rooms) {
    session.write(new Notice.Rooms(rooms.rooms().stream().map(this::roomLine).toList()));
  }

  private Notice.RoomLine roomLine(RegistryReply.RoomSummary room) {
    boolean here = stays.memberships().named(room.name()).isPresent();
    return new Notice.RoomLine(room.name(), room.people(), room.locked(), here);
  }

  private void whisper(Request.Whisper whisper) {
    session.question().expect(NameReply.ToWhisper.class, reply -> WHISPERED.apply(this, reply));
    session
        .services()
        .names()
        .tell(new NameCommand.Whisper(identity.id(), Names.shown(whisper.to()), whisper.text()));
  }

  private void order(NameCommand.Order order) {
    session.question().expect(NameReply.ToOrder.class, reply -> ORDERED.apply(this, reply));
    session.services().names().tell(order);
  }
}
