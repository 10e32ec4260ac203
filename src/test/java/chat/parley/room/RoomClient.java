package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import chat.parley.store.HistoryPage;
import chat.parley.store.HistoryQuery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Somebody who goes in and out of rooms, with a session that does what the test says. */
public final class RoomClient {
  private static final AtomicLong lastId = new AtomicLong();
  private static final RoomReply ACCEPTED = new RoomReply.Accepted();

  final MemberId id = new MemberId(0, lastId.incrementAndGet());
  private final ActorTestKit kit;
  private final TestProbe<Object> session;
  private final TestProbe<Batch> outlet;
  private final TestProbe<RoomReply> told;
  private Profile profile;

  /** Somebody who has shown nothing, and is in no room. */
  public RoomClient(ActorTestKit kit, String name) {
    this.kit = kit;
    this.session = kit.createTestProbe(Object.class);
    this.outlet = kit.createTestProbe(Batch.class);
    this.told = kit.createTestProbe(RoomReply.class);
    this.profile = Profile.of(name);
  }

  /** The same, whose name is registered and theirs. */
  public RoomClient registered() {
    profile = new Profile(profile.name(), true, profile.operator());
    return this;
  }

  /** The same, who is an operator. */
  RoomClient operator() {
    profile = new Profile(profile.name(), profile.registered(), true);
    return this;
  }

  String name() {
    return profile.name();
  }

  private Member member() {
    return new Member(id, profile, session.ref(), outlet.ref(), told.ref(), false, Ignored.NOBODY);
  }

  /** Wants to come in. */
  void knocks(ActorRef<RoomCommand> room) {
    room.tell(new RoomCommand.Join(member(), false, told.ref()));
  }

  /** Wants a place, having to leave another room first. */
  void wantsPlace(ActorRef<RoomCommand> room) {
    room.tell(new RoomCommand.Join(member(), true, told.ref()));
  }

  public RoomReply answer() {
    return told.receiveMessage();
  }

  /** What it is told who wants to come in. */
  public RoomReply enters(ActorRef<RoomCommand> room) {
    knocks(room);
    return answer();
  }

  /** Is in the room now, as its owner or not. */
  public RoomClient in(ActorRef<RoomCommand> room, boolean founder) {
    assertThat(enters(room)).isEqualTo(new RoomReply.Admitted(founder));
    return this;
  }

  /** As {@link #enters}; {@link RoomReply.Failed} when the room has ended before it answers. */
  public RoomReply entersUnlessItEnds(ActorRef<RoomCommand> room) {
    TestProbe<RoomReply> first = kit.createTestProbe(RoomReply.class);
    kit.spawn(
        Behaviors.<RoomReply>setup(
            context -> {
              context.watchWith(room, new RoomReply.Failed());
              return Behaviors.receiveMessage(
                  ended -> {
                    first.ref().tell(ended);
                    return Behaviors.stopped();
                  });
            }));
    room.tell(new RoomCommand.Join(member(), false, first.ref()));
    return first.receiveMessage();
  }

  /** Has a place in the room now, as its owner or not. */
  public RoomClient withPlace(ActorRef<RoomCommand> room, boolean founder) {
    wantsPlace(room);
    told.expectMessage(new RoomReply.Admitted(founder));
    return this;
  }

  public void arrives(ActorRef<RoomCommand> room) {
    room.tell(new RoomCommand.Arrive(member(), told.ref()));
    told.expectMessageClass(RoomReply.Admitted.class);
  }

  /** Wants to come in where it has no place. */
  public void arrivesInVain(ActorRef<RoomCommand> room) {
    room.tell(new RoomCommand.Arrive(member(), told.ref()));
    told.expectMessage(new RoomReply.Failed());
  }

  public void leaves(ActorRef<RoomCommand> room) {
    room.tell(new RoomCommand.Leave(id, told.ref()));
    told.expectMessage(ACCEPTED);
  }

  /** Says something, and does not wait to be answered. */
  public void says(ActorRef<RoomCommand> room, String text) {
    room.tell(new RoomCommand.Post(id, List.of(new Content.Text(text)), told.ref()));
  }

  /** Tells the room what it is now. */
  void updates(ActorRef<RoomCommand> room) {
    room.tell(new RoomCommand.Update(id, profile, told.ref()));
    told.expectMessage(ACCEPTED);
  }

  /** What comes of something that depends on whose room it is. */
  public RoomReply.Ruled rules(
      ActorRef<RoomCommand> room,
      BiFunction<MemberId, ActorRef<RoomReply>, RoomCommand.Ruling> wanted) {
    room.tell(wanted.apply(id, told.ref()));
    return told.expectMessageClass(RoomReply.Ruled.class);
  }

  /** Locks the room, which is its own. */
  public void locks(ActorRef<RoomCommand> room, String name) {
    assertThat(rules(room, RoomCommand.Lock::new))
        .isEqualTo(new RoomReply.Ruled(new RoomReply.NowLocked(name), false));
  }

  /** What comes of the invitation of somebody else. */
  public RoomReply.Ruled invites(ActorRef<RoomCommand> room, RoomClient other) {
    return rules(
        room,
        (by, replyTo) ->
            new RoomCommand.Invite(
                by, other.id, other.name(), other.session.ref(), other.told.ref(), replyTo));
  }

  RoomReply.Ruled kicks(ActorRef<RoomCommand> room, String name, String why) {
    return rules(room, (by, replyTo) -> new RoomCommand.Kick(by, name, why, replyTo));
  }

  RoomReply.Ruled setsTopic(ActorRef<RoomCommand> room, String topic) {
    return rules(room, (by, replyTo) -> new RoomCommand.SetTopic(by, topic, replyTo));
  }

  /** Who is in the room. */
  public RoomReply.Present present(ActorRef<RoomCommand> room) {
    room.tell(new RoomCommand.AskPresent(told.ref()));
    return told.expectMessageClass(RoomReply.Present.class);
  }

  public void isTold(RoomReply reply) {
    told.expectMessage(reply);
  }

  void isToldNothing() {
    told.expectNoMessage(Duration.ZERO);
  }

  /** Asks for the last posts, whoever that is. */
  static RoomCommand asksForTheLast(int count, ActorRef<RoomReply> replyTo) {
    return new RoomCommand.AskHistory(
        MemberId.NOBODY, Profile.of("nobody"), new HistoryQuery.Last(count), replyTo);
  }

  /** What is answered to that in the lobby, when nothing older is kept. */
  static RoomReply last(RoomEvent.Posted... posts) {
    return new RoomReply.History("lobby", new HistoryPage(List.of(posts), false, false));
  }

  /** What it is told who wants to read what was said in the room. */
  RoomReply reads(ActorRef<RoomCommand> room, HistoryQuery query) {
    room.tell(new RoomCommand.AskHistory(id, profile, query, told.ref()));
    return answer();
  }

  /** What comes of its wish that a post be deleted. */
  RoomReply.Ruled deletes(ActorRef<RoomCommand> room, long number) {
    room.tell(new RoomCommand.Delete(id, number, told.ref()));
    return told.expectMessageClass(RoomReply.Ruled.class);
  }

  /** What it hears next of the room. */
  List<? extends RoomEvent> hears() {
    return outlet.receiveMessage().events();
  }

  /** Whether that is among what it hears next; what comes before does not matter. */
  boolean hearsUntil(RoomEvent event) {
    while (!hears().contains(event)) {
      // It fails when nothing comes any more.
    }
    return true;
  }

  void hearsNothing() {
    outlet.expectNoMessage(Duration.ZERO);
  }

  public void quits() {
    session.stop();
  }

  public void awaitEnd(ActorRef<RoomCommand> room) {
    told.expectTerminated(room);
  }
}
