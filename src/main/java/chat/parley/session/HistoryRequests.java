package chat.parley.session;

import chat.parley.cases.Cases;
import chat.parley.names.Names;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Request;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import chat.parley.rooms.RegistryCommand;
import chat.parley.rooms.RegistryReply;
import chat.parley.store.HistoryQuery;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/** Has shown to a client what was said in a room. Not an actor: its request handler calls it. */
final class HistoryRequests {

  /** What is wanted, and whether of the room that the client's commands are about. */
  private record Wanted(HistoryRequests it, HistoryQuery query, boolean here) {}

  private static final Cases<Wanted, RoomReply.ToHistory, Void> READ =
      Cases.<Wanted, RoomReply.ToHistory, Void>of(RoomReply.ToHistory.class)
          .run(RoomReply.History.class, (wanted, read) -> wanted.it().show(read, wanted))
          .run(
              RoomReply.NotForYou.class,
              (wanted, not) -> wanted.it().session.write(EntryRefusals.of(not.room(), not.why())))
          .run(
              RoomReply.HistoryUnavailable.class,
              (wanted, no) -> wanted.it().session.write(new Notice.HistoryUnavailable(no.room())))
          .build();

  private static final Cases<Wanted, RegistryReply.ToFindKnown, Void> FOUND =
      Cases.<Wanted, RegistryReply.ToFindKnown, Void>of(RegistryReply.ToFindKnown.class)
          .run(RegistryReply.Found.class, (wanted, found) -> wanted.it().read(found, wanted))
          .run(
              RegistryReply.Unknown.class,
              (wanted, no) -> wanted.it().session.write(new Notice.NoSuchRoom(no.name())))
          .run(
              RegistryReply.TooManyRooms.class,
              (wanted, no) -> wanted.it().session.write(new Notice.TooManyRooms(no.name())))
          .run(RegistryReply.Failed.class, (wanted, failed) -> wanted.it().dialogue.failed())
          .build();

  private final SessionContext session;
  private final Dialogue dialogue;
  private final Identity identity;
  private final Stays stays;

  HistoryRequests(SessionContext session, Dialogue dialogue, Identity identity, Stays stays) {
    this.session = session;
    this.dialogue = dialogue;
    this.identity = identity;
    this.stays = stays;
  }

  /** Shows some of what was said in a room that the client is in. */
  void read(HistoryQuery query, RoomMembership in) {
    boolean here = stays.memberships().current().filter(in::equals).isPresent();
    Wanted wanted = new Wanted(this, query, here);
    stays.ask(in, RoomReply.ToHistory.class, ask(query), read -> READ.apply(wanted, read));
  }

  /** Shows some of what was said in a room that the client need not be in. */
  void read(Request.HistoryOf history) {
    String room = Names.shown(history.room());
    int maxName = session.settings().limits().maxName();
    Optional<RoomMembership> in = stays.memberships().named(room);
    if (!Names.isRoomName(room, maxName)) {
      session.write(new Notice.IllegalRoom(maxName));
    } else if (in.isPresent()) {
      read(history.query(), in.get());
    } else {
      Wanted wanted = new Wanted(this, history.query(), false);
      session
          .question()
          .expect(RegistryReply.ToFindKnown.class, reply -> FOUND.apply(wanted, reply));
      session.services().rooms().tell(new RegistryCommand.FindKnown(room, session.fromRegistry()));
    }
  }

  private void read(RegistryReply.Found found, Wanted wanted) {
    ActorRef<RoomCommand> room = found.room();
    session.watch(room);
    session
        .question()
        .expect(
            room,
            RoomReply.class,
            reply -> {
              if (!stays.memberships().hasFounded(room)) {
                session.unwatch(room);
              }
              if (reply instanceof RoomReply.ToHistory read) {
                READ.apply(wanted, read);
              } else {
                dialogue.failed();
              }
            },
            () -> session.write(new Notice.NoSuchRoom(found.name())));
    room.tell(ask(wanted.query()));
  }

  private RoomCommand ask(HistoryQuery query) {
    return new RoomCommand.AskHistory(
        identity.id(), identity.profile(), query, session.contact().rooms());
  }

  private void show(RoomReply.History read, Wanted wanted) {
    Set<String> unheard = stays.updates().ignored().names();
    session.write(
        new Notice.History(read.room(), wanted.here(), wanted.query(), read.page(), unheard));
  }
}
