package chat.parley.room;

import chat.parley.event.MemberId;
import chat.parley.names.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * The way into a room and out of it again: who is in it, has a place in it, or is about to go.
 * Whoever has opened the room is told. Not an actor: its room calls it.
 */
final class Entrance {
  private final ActorContext<RoomCommand> context;
  private final String room;
  private final RoomAccess access;
  private final Roster roster;
  private final Fanout fanout;
  private final RoomReports reports;
  private final Consumer<Member> seat;

  private final InTransit inTransit = new InTransit();
  private boolean closed;

  /** Whether the room stays for those who were in the one before it, which has failed. */
  private boolean waitsForReturning = true;

  /**
   * @param room its name
   * @param seat makes a member of somebody who has been let in
   */
  Entrance(
      ActorContext<RoomCommand> context,
      String room,
      RoomAccess access,
      Roster roster,
      Fanout fanout,
      RoomReports reports,
      Consumer<Member> seat) {
    this.context = context;
    this.room = room;
    this.access = access;
    this.roster = roster;
    this.fanout = fanout;
    this.reports = reports;
    this.seat = seat;
    access.concerned().forEach(this::watch);
    // They may be elsewhere, and prove later of which registered name they are.
    access.tellFounder(new RoomReply.OpenedAnew(context.getSelf()));
  }

  /** The room belongs to the registered name with this key. */
  void belongTo(String ownerKey) {
    access.belongTo(ownerKey);
  }

  /** The room belongs to no registered name any more. */
  void disown() {
    access.disown();
    report();
  }

  void configure(RoomSettings settings) {
    access.configure(settings);
    report();
  }

  /** Whether nobody is here, but perhaps extensions, nor comes, nor is about to go. */
  boolean isIdle() {
    return roster.people() == 0
        && inTransit.isEmpty()
        && !(waitsForReturning && access.expectsSomebody());
  }

  /** Whoever wanted to come has had the time for it. */
  void waitNoLonger() {
    waitsForReturning = false;
  }

  /** Takes somebody who wants to come in, when {@code gates} let them. */
  void join(RoomCommand.Join join, GateChain gates) {
    if (closed) {
      return; // who is not answered looks for the room again when it has ended
    }
    Member member = join.member();
    if (roster.membership(member.id()) != null) {
      join.replyTo().tell(admitted(member.id()));
    } else if (!member.isPerson()) {
      admit(member);
      answerWhenIn(join.replyTo(), admitted(member.id()));
    } else if (gates.isOpen()) {
      enter(join);
    } else {
      refusal(member).ifPresentOrElse(why -> join.replyTo().tell(why), () -> await(join, gates));
    }
  }

  private void await(RoomCommand.Join join, GateChain gates) {
    inTransit.await(join.member().id());
    gates.join(join);
  }

  private Optional<RoomReply.Entry> refusal(Member member) {
    return access.refusal(member, roster.people() + inTransit.withPlaces().size());
  }

  private RoomReply.Admitted admitted(MemberId member) {
    return new RoomReply.Admitted(access.isFounder(member));
  }

  /** A gate does not let somebody in, who may have gone. */
  void refuse(RoomCommand.Join join, RoomReply.Entry why) {
    if (inTransit.isDecided(join.member().id())) {
      join.replyTo().tell(why);
    }
  }

  /** The gates let somebody in, who may have gone. */
  void pass(RoomCommand.Join join) {
    if (inTransit.isDecided(join.member().id())) {
      enter(join);
    }
  }

  private void enter(RoomCommand.Join join) {
    Member member = join.member();
    // Also when the gates were asked: meanwhile the room may have been locked, or filled.
    Optional<RoomReply.Entry> refusal = refusal(member);
    if (refusal.isPresent()) {
      join.replyTo().tell(refusal.get());
      return;
    }
    access.admitted(member);
    tellIfProven(member.id(), member.profile());
    if (join.hold()) {
      watch(member.id(), member.ref());
      inTransit.hold(member);
      join.replyTo().tell(admitted(member.id()));
    } else {
      admit(member);
      answerWhenIn(join.replyTo(), admitted(member.id()));
    }
  }

  /** So that who is answered has been welcomed before. */
  private void answerWhenIn(ActorRef<RoomReply> who, RoomReply.Entry answer) {
    fanout.then(() -> who.tell(answer));
  }

  /** Somebody comes who has, or had, a place. */
  void arrive(RoomCommand.Arrive arrival) {
    Member member = arrival.member();
    if (inTransit.givesUpPlace(member.id())) {
      admit(member);
    }
    answerWhenIn(arrival.replyTo(), afterArrival(member.id()));
  }

  /** Whether somebody is in who wanted to arrive. */
  RoomReply.Entry afterArrival(MemberId member) {
    return roster.membership(member) == null ? new RoomReply.Failed() : admitted(member);
  }

  /** Lets somebody in who need not ask. */
  void admit(Member member) {
    watch(member.id(), member.ref());
    inTransit.forget(member.id());
    // Before it is welcomed, so that it is counted when it says that it is here.
    report(roster.people() + (member.isPerson() ? 1 : 0));
    seat.accept(member);
  }

  /** Tells somebody that {@code by} lets them in; the room hears of it when they end. */
  void invite(RoomCommand.Invite invitation, Membership by) {
    watch(invitation.invited(), invitation.ref());
    invitation.replies().tell(new RoomReply.Invited(by.name(), by.id(), room));
  }

  private void watch(MemberId member, ActorRef<?> ref) {
    context.watchWith(ref, new InternalCommand.Gone(member));
  }

  /** Somebody goes, who hears all that was said until now, or does not come. */
  void leave(MemberId member) {
    ActorRef<?> ref = ref(member);
    roster.dismiss(member);
    forget(member);
    if (ref != null && !access.concerns(member)) {
      context.unwatch(ref);
    }
  }

  private ActorRef<?> ref(MemberId member) {
    Membership membership = roster.membership(member);
    return membership == null ? inTransit.ref(member) : membership.member().ref();
  }

  /** The actor that stands for somebody has ended. */
  void gone(MemberId member) {
    roster.remove(member);
    access.gone(member);
    forget(member);
  }

  private void forget(MemberId member) {
    inTransit.forget(member);
    report();
  }

  /** Sends somebody out, who stays watched until they have gone. */
  void sendAway(Member member, String by, RoomReply.Why why) {
    inTransit.sendAway(member);
    roster.dismiss(member.id());
    report();
    var news = new RoomReply.SentAway(context.getSelf(), room, by, why);
    fanout.then(() -> member.replies().tell(news));
  }

  /** Sends all people out, and those who have a place, and lets nobody in any more. */
  void close(String by) {
    closed = true;
    inTransit.awaitNobody();
    List<Member> all = new ArrayList<>(inTransit.withPlaces());
    roster.all().stream().filter(Membership::isPerson).forEach(each -> all.add(each.member()));
    all.forEach(each -> sendAway(each, by, new RoomReply.Closed()));
  }

  /** Whether the room ends as soon as all have gone. */
  boolean isClosed() {
    return closed;
  }

  /** Somebody, who may be elsewhere, has another name, or other rights. */
  void update(MemberId member, Profile profile) {
    roster.update(member, profile);
    tellIfProven(member, profile);
  }

  private void tellIfProven(MemberId member, Profile profile) {
    if (access.isToBelongTo(member, profile)) {
      reports.ownerProven(Names.key(profile.name()));
    }
  }

  /** Tells how many people are here, and whether the room is locked, if that has changed. */
  void report() {
    report(roster.people());
  }

  private void report(int people) {
    reports.status(people, access.isLocked());
  }

  /** Tells that nobody is here. */
  void reportIdle() {
    reports.idle();
  }

  /** What somebody is told whose coming has failed. */
  RoomReply.Entry afterFailure(RoomCommand.Join join) {
    MemberId member = join.member().id();
    inTransit.isDecided(member);
    boolean in = join.hold() ? inTransit.hasPlace(member) : roster.membership(member) != null;
    return in ? admitted(member) : new RoomReply.Failed();
  }

  /** The room fails for good: those who are in it may come into the next one. */
  void expectAll() {
    access.expect(
        roster.all().stream().filter(Membership::isPerson).map(Membership::member).toList());
    access.expect(inTransit.withPlaces());
  }
}
