package chat.parley.testkit;

import chat.parley.config.Settings;
import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.MemberId;
import chat.parley.protocol.LinesProtocol;
import chat.parley.room.Ignored;
import chat.parley.room.Member;
import chat.parley.room.Profile;
import chat.parley.room.Room;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import chat.parley.room.RoomSettings;
import chat.parley.transport.Format;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Rooms in this process, without a server, a session or a socket, where time stands still. */
final class InProcess implements Venue {
  private static final Instant BEGINNING = Instant.parse("2026-01-01T12:00:00Z");

  /** The time in the rooms, which moves only when it is told to. */
  private static final class StillClock extends Clock {
    private volatile Instant now = BEGINNING;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }
  }

  private final Duration patience;
  private final StillClock clock = new StillClock();
  private ActorTestKit kit;

  InProcess(Duration patience) {
    this.patience = patience;
  }

  @Override
  public Stage open(Plan plan) {
    Watches watches = new Watches();
    Settings settings = plan.settings(List.of(), watches, null);
    if (kit == null) {
      kit = ActorTestKit.create("scenario", ManualTime.config().withFallback(settings.config()));
    }
    return new InProcessStage(plan.room(), settings.rooms().rooms().apply(plan.room()), watches);
  }

  @Override
  public void pass(Duration time) {
    clock.now = clock.now.plus(time);
    if (kit != null) {
      ManualTime.get(kit.system()).timePasses(time);
    }
  }

  @Override
  public void close() {
    if (kit != null) {
      kit.shutdownTestKit();
    }
  }

  @Override
  public String howTimePasses() {
    return "moved on by hand";
  }

  @Override
  public String toString() {
    return "in process";
  }

  private final class InProcessStage implements Stage {
    private final ActorRef<RoomCommand> room;
    private final Watches watches;
    private final Calm calm;
    private final Set<Seated> seated = ConcurrentHashMap.newKeySet();

    InProcessStage(String name, RoomSettings settings, Watches watches) {
      this.room = kit.spawn(Room.create(name, settings, clock));
      this.watches = watches;
      this.calm = new Calm(kit.system(), room, watches, patience);
    }

    @Override
    public Presence enter(String name, Ears ears) throws NotLetIn {
      Seated person = new Seated(this, name, ears);
      RoomReply reply = calm.ask(replyTo -> new RoomCommand.Join(person.member, false, replyTo));
      if (reply instanceof RoomReply.Refused refused) {
        kit.stop(person.ref);
        throw new NotLetIn(refused.why());
      }
      seated.add(person);
      return person;
    }

    private void tell(Function<ActorRef<RoomReply>, RoomCommand> message) {
      room.tell(message.apply(kit.system().<RoomReply>ignoreRef()));
    }

    @Override
    public void deliver() {
      calm.flushed();
      seated.forEach(Seated::awaitHeard);
    }

    @Override
    public void settle() {
      calm.settle();
      seated.forEach(Seated::awaitHeard);
    }

    @Override
    public void crash(String extension) {
      watches.crash(extension, patience);
    }

    @Override
    public void close() {
      // The actor system ends with the venue.
    }
  }

  /** A person in a room: an actor whose ears are the test's. */
  private final class Seated implements Presence {
    private record Mark(CompletableFuture<Boolean> heard) {}

    private static final AtomicLong LAST = new AtomicLong();

    private final InProcessStage stage;
    private final String name;
    private final Ears ears;
    private final ActorRef<Object> ref;
    private final Member member;

    Seated(InProcessStage stage, String name, Ears ears) {
      this.stage = stage;
      this.name = name;
      this.ears = ears;
      this.ref = kit.spawn(hearing(ears));
      this.member =
          new Member(
              new MemberId(0, LAST.incrementAndGet()),
              Profile.of(name),
              ref,
              ref.narrow(),
              ref.narrow(),
              false,
              Ignored.NOBODY);
    }

    private static Behavior<Object> hearing(Ears ears) {
      Format format = new LinesProtocol(8192, true).format();
      return Behaviors.receive(Object.class)
          .onMessage(
              Batch.class,
              batch -> {
                format.encode(batch).utf8String().lines().forEach(ears::hear);
                return Behaviors.same();
              })
          .onMessage(
              Mark.class,
              mark -> {
                mark.heard().complete(true);
                return Behaviors.same();
              })
          .build();
    }

    private void awaitHeard() {
      CompletableFuture<Boolean> heard = new CompletableFuture<>();
      ref.tell(new Mark(heard));
      Patience.await(heard, patience, name + " has not heard everything");
    }

    @Override
    public void say(String text) {
      post(new Content.Text(text));
    }

    @Override
    public void act(String action) {
      post(new Content.Action(action));
    }

    private void post(Content content) {
      // As a lines listener does.
      stage.tell(
          replyTo -> new RoomCommand.Post(member.id(), List.of(content.harmless()), replyTo));
    }

    @Override
    public void setTopic(String topic) {
      stage.calm.ask(replyTo -> new RoomCommand.SetTopic(member.id(), topic, replyTo));
    }

    @Override
    public void rename(String newName) {
      stage.calm.ask(replyTo -> new RoomCommand.Update(member.id(), Profile.of(newName), replyTo));
    }

    @Override
    public void read(boolean on) {
      // It is the ears that do not read; nobody waits for them in a room.
    }

    @Override
    public void leave() {
      stage.calm.ask(replyTo -> new RoomCommand.Leave(member.id(), replyTo));
      awaitHeard();
      gone();
    }

    @Override
    public void vanish() {
      gone();
      stage.calm.awaitGone(name);
    }

    private void gone() {
      stage.seated.remove(this);
      kit.stop(ref);
      ears.end();
    }
  }
}
