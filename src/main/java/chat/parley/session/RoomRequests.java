package chat.parley.session;

import chat.parley.cases.Cases;
import chat.parley.moderation.ModerationCommand;
import chat.parley.names.Names;
import chat.parley.notation.Characters;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Request;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import chat.parley.users.NameCommand;
import chat.parley.users.NameReply;
import java.util.List;

/** Has done what a client wants in one of its rooms. Not an actor: its request handler calls it. */
final class RoomRequests {

  /** What is wanted, and where. */
  private record Wanted(RoomRequests handler, RoomMembership in) {
    RoomRequests it() {
      return handler;
    }
  }

  private static final Cases<Wanted, Request.OfRoom, Void> REQUESTS =
      Cases.<Wanted, Request.OfRoom, Void>of(Request.OfRoom.class)
          .run(Request.Say.class, (of, say) -> of.it().stays.post(List.of(say.content()), of.in()))
          .run(Request.Who.class, (of, who) -> of.it().listPresent(of.in()))
          .run(Request.AskTopic.class, (of, ask) -> of.it().askTopic(of.in()))
          .run(Request.SetTopic.class, (of, set) -> of.it().setTopic(set.topic(), of.in()))
          .run(
              Request.History.class,
              (of, history) -> of.it().historyRequests.read(history.query(), of.in()))
          .run(
              Request.Search.class,
              (of, search) -> of.it().searchRequests.search(search.query(), of.in()))
          .run(Request.SearchMore.class, (of, more) -> of.it().searchRequests.goOn(of.in()))
          .run(Request.Delete.class, (of, delete) -> of.it().delete(delete, of.in()))
          .run(Request.Extensions.class, (of, list) -> of.it().listExtensions(of.in()))
          .run(Request.Part.class, (of, part) -> of.it().part(of.in()))
          .run(Request.Kick.class, (of, kick) -> of.it().kick(kick, of.in()))
          .run(Request.Invite.class, (of, invite) -> of.it().invite(invite.name(), of.in()))
          .run(Request.Lock.class, (of, lock) -> of.it().lock(of.in()))
          .run(Request.Unlock.class, (of, unlock) -> of.it().unlock(of.in()))
          .build();

  private static final Cases<Wanted, NameReply.ToFind, Void> FOUND =
      Cases.<Wanted, NameReply.ToFind, Void>of(NameReply.ToFind.class)
          .run(NameReply.Found.class, (of, found) -> of.it().invite(found, of.in()))
          .run(
              NameReply.NobodyCalled.class,
              (of, nobody) -> of.it().session.write(new Notice.NobodyCalled(nobody.name())))
          .run(NameReply.Failed.class, (of, failed) -> of.it().dialogue.failed())
          .build();

  private final SessionContext session;
  private final Dialogue dialogue;
  private final Identity identity;
  private final Stays stays;
  private final HistoryRequests historyRequests;
  private final SearchRequests searchRequests;
  private final OperatorRequests operatorRequests;

  RoomRequests(
      SessionContext session,
      Dialogue dialogue,
      Identity identity,
      Stays stays,
      HistoryRequests historyRequests,
      OperatorRequests operatorRequests) {
    this.session = session;
    this.dialogue = dialogue;
    this.identity = identity;
    this.stays = stays;
    this.historyRequests = historyRequests;
    this.searchRequests = new SearchRequests(session, identity, stays);
    this.operatorRequests = operatorRequests;
  }

  void fulfil(Request.OfRoom request, RoomMembership in) {
    stays.memberships().setCurrent(in);
    REQUESTS.apply(new Wanted(this, in), request);
  }

  private void listPresent(RoomMembership in) {
    stays.ask(
        in,
        RoomReply.Present.class,
        new RoomCommand.AskPresent(session.contact().rooms()),
        present -> session.write(new Notice.Present(in.name(), present.names(), present.behind())));
  }

  private void askTopic(RoomMembership in) {
    stays.ask(
        in,
        RoomReply.Topic.class,
        new RoomCommand.AskTopic(session.contact().rooms()),
        topic -> session.write(new Notice.Topic(in.name(), topic.text())));
  }

  private void listExtensions(RoomMembership in) {
    stays.ask(
        in,
        RoomReply.ExtensionStates.class,
        new RoomCommand.AskExtensions(session.contact().rooms()),
        states -> session.write(new Notice.Extensions(in.name(), states.extensions())));
  }

  private void part(RoomMembership in) {
    if (dialogue.isInOneRoom()) {
      dialogue.leave();
    } else {
      stays.leave(in, () -> session.write(new Notice.Parted(in.name())));
    }
  }

  private void setTopic(String topic, RoomMembership in) {
    int length = Characters.count(topic);
    int maxTopic = session.settings().limits().maxTopic();
    if (length > maxTopic) {
      session.write(new Notice.TopicTooLong(maxTopic, length));
    } else {
      rule(
          in,
          new RoomCommand.SetTopic(identity.id(), topic, session.contact().rooms()),
          "sets the topic of the room " + in.name());
    }
  }

  /** What an operator kicks goes off the server. */
  private void kick(Request.Kick kick, RoomMembership in) {
    if (identity.isOperator()) {
      operatorRequests.ask(new ModerationCommand.Kick(identity.id(), kick.name(), kick.why()));
    } else {
      rule(
          in,
          new RoomCommand.Kick(identity.id(), kick.name(), kick.why(), session.contact().rooms()),
          "in the room " + in.name() + ": kick " + kick.name());
    }
  }

  private void lock(RoomMembership in) {
    rule(
        in,
        new RoomCommand.Lock(identity.id(), session.contact().rooms()),
        "in the room " + in.name() + ": lock");
  }

  private void unlock(RoomMembership in) {
    rule(
        in,
        new RoomCommand.Unlock(identity.id(), session.contact().rooms()),
        "in the room " + in.name() + ": unlock");
  }

  private void invite(String name, RoomMembership in) {
    session
        .question()
        .expect(NameReply.ToFind.class, reply -> FOUND.apply(new Wanted(this, in), reply));
    session.services().names().tell(new NameCommand.Find(identity.id(), Names.shown(name)));
  }

  private void invite(NameReply.Found found, RoomMembership in) {
    rule(
        in,
        new RoomCommand.Invite(
            identity.id(),
            found.id(),
            found.name(),
            found.contact().session(),
            found.contact().rooms(),
            session.contact().rooms()),
        "in the room " + in.name() + ": invite " + found.name());
  }

  /** What somebody else has said is not deleted without being written down. */
  private void delete(Request.Delete delete, RoomMembership in) {
    stays.ask(
        in,
        RoomReply.Ruled.class,
        new RoomCommand.Delete(identity.id(), delete.number(), session.contact().rooms()),
        ruled -> {
          if (ruled.outcome() instanceof RoomReply.PostDeleted deleted && !deleted.own()) {
            operatorRequests.audit(
                "in the room "
                    + in.name()
                    + ": delete #"
                    + deleted.number()
                    + " of "
                    + deleted.author()
                    + (delete.why().isEmpty() ? "" : ": " + delete.why()));
          }
          session.write(new Notice.Result(ruled.outcome()));
        });
  }

  /**
   * Asks a room for what depends on whose it is.
   *
   * @param what the audit log says when it is done as an operator
   */
  private void rule(RoomMembership in, RoomCommand.Ruling wanted, String what) {
    stays.ask(
        in,
        RoomReply.Ruled.class,
        wanted,
        ruled -> {
          if (ruled.audited()) {
            operatorRequests.audit(what);
          }
          session.write(new Notice.Result(ruled.outcome()));
        });
  }
}
