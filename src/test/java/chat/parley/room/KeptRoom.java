package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import chat.parley.store.HistoryPage;
import chat.parley.store.HistorySettings.Durability;
import chat.parley.store.StoreCommand;
import chat.parley.store.StoreReply;
import chat.parley.store.StoredRoom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * The lobby, with a store that does what the test says. All that it tells the store, who listens in
 * it, those who are answered and whoever has opened it comes in its order, a line each: {@code keep
 * 1 2}, {@code #1 alice: hi}, {@code accepted}.
 */
final class KeptRoom {
  /** The epoch that the room has at first; others are called e1, e2 and so on. */
  static final String EPOCH = "e0";

  /** It remembers and replays ten posts. */
  static final RoomSettings SETTINGS = new RoomSettings(10, 1000, 10, 50, 100, 10_000);

  private final ActorTestKit kit;
  private final ActorRef<RoomCommand> ref;
  private final TestProbe<Object> told;
  private final Queue<String> lines = new ArrayDeque<>();
  private final Map<String, TestProbe<Object>> sessions = new HashMap<>();
  private final List<String> epochs = new ArrayList<>(List.of(EPOCH));
  private ActorRef<StoreReply.ToAppend> appends;
  private ActorRef<StoreReply.ToRead> reads;

  /**
   * @param before what was kept of it
   */
  KeptRoom(
      ActorTestKit kit,
      StoredRoom before,
      RoomSettings settings,
      Durability durability,
      Clock clock) {
    this.kit = kit;
    this.told = kit.createTestProbe(Object.class);
    this.ref =
        kit.spawn(
            Room.create(
                new RoomKeeping(
                    RoomRecord.of(before), Optional.of(told.ref().narrow()), durability),
                settings,
                RoomAccess.of(Optional.empty()),
                told.ref().narrow(),
                clock));
  }

  /** One that there was not before. */
  static KeptRoom anew(ActorTestKit kit, RoomSettings settings) {
    return new KeptRoom(kit, before(0), settings, Durability.FULL, Clock.systemUTC());
  }

  /** What was kept of one in which so much was said. */
  static StoredRoom before(long lastNumber) {
    return new StoredRoom("lobby", "lobby", EPOCH, lastNumber, "");
  }

  /** Somebody is in it who does not listen. */
  void has(String name) {
    joins(name, kit.system().ignoreRef(), Optional.empty());
    tells("admitted");
  }

  /** Somebody wants to come in, and listens. */
  void joins(String name) {
    joins(name, Optional.empty());
  }

  /** As above, and comes back. */
  void joins(String name, Optional<Heard> heard) {
    joins(name, told.ref().narrow(), heard);
  }

  private void joins(String name, ActorRef<Batch> outlet, Optional<Heard> heard) {
    TestProbe<Object> session = kit.createTestProbe(Object.class);
    sessions.put(name, session);
    ref.tell(
        new RoomCommand.Join(
            new Member(
                Events.id(name),
                Profile.of(name),
                session.ref(),
                outlet,
                told.ref().narrow(),
                false,
                Ignored.NOBODY,
                heard),
            false,
            told.ref().narrow()));
  }

  void says(String name, String... texts) {
    List<Content> contents =
        Stream.of(texts).map(text -> (Content) new Content.Text(text)).toList();
    ref.tell(new RoomCommand.Post(Events.id(name), contents, told.ref().narrow()));
  }

  void leaves(String name) {
    ref.tell(new RoomCommand.Leave(Events.id(name), told.ref().narrow()));
  }

  void quits(String name) {
    sessions.get(name).stop();
  }

  /** Somebody, whose room it is, sends somebody else out. */
  void kicks(String owner, String name) {
    ref.tell(new RoomCommand.Kick(Events.id(owner), name, "", told.ref().narrow()));
  }

  void setsTopic(String owner, String topic) {
    ref.tell(new RoomCommand.SetTopic(Events.id(owner), topic, told.ref().narrow()));
  }

  void configure(RoomSettings settings) {
    ref.tell(new RoomCommand.Configure(settings));
  }

  void retires() {
    ref.tell(new RoomCommand.Retire());
  }

  void ends() {
    told.expectTerminated(ref);
  }

  /** The store says what has become of the posts that it was given last. */
  void store(StoreReply.ToAppend reply) {
    appends.tell(reply);
  }

  /** The posts are kept that the store was given last. */
  void saved() {
    store(new StoreReply.Saved());
  }

  /** The store answers what it was asked last. */
  void store(StoreReply.ToRead reply) {
    reads.tell(reply);
  }

  /** The store has read these posts of alice. */
  void hasRead(long... numbers) {
    List<RoomEvent.Posted> posts = new ArrayList<>();
    for (long number : numbers) {
      posts.add(Events.posted(number, Instant.EPOCH, "alice", new Content.Text("" + number)));
    }
    store(new StoreReply.Page(new HistoryPage(posts, false, false)));
  }

  /** Tells these next, in this order. */
  void tells(String... expected) {
    List<String> got = new ArrayList<>();
    while (got.size() < expected.length) {
      while (lines.isEmpty()) {
        Object next = told.receiveMessage();
        lines(next).forEach(lines::add);
      }
      got.add(lines.remove());
    }
    assertThat(got).containsExactly(expected);
  }

  /** Has dealt with all that it was told, and has nothing to tell for the moment. */
  void tellsNothing() {
    ref.tell(new RoomCommand.AskExtensions(told.ref().narrow()));
    tells("answers");
    assertThat(lines).isEmpty();
  }

  private Stream<String> lines(Object message) {
    if (message instanceof Batch batch) {
      return batch.events().stream().map(this::event);
    }
    if (message instanceof StoreCommand command) {
      return Stream.of(command(command));
    }
    if (message instanceof RoomReport) {
      return message instanceof RoomReport.Idle ? Stream.of("idle") : Stream.of();
    }
    if (message instanceof RoomReply.Topic topic) {
      return Stream.of("topic: " + topic.text());
    }
    return Stream.of(
        message instanceof RoomReply.ExtensionStates
            ? "answers"
            : message.getClass().getSimpleName().toLowerCase(Locale.ROOT));
  }

  private String command(StoreCommand command) {
    if (command instanceof StoreCommand.Append append) {
      appends = append.replyTo();
      return "keep"
          + append.posts().stream().map(post -> " " + post.number()).collect(Collectors.joining())
          + (append.seen() ? ", seen" : "")
          + (append.mayWait() ? "" : ", or refuse");
    }
    if (command instanceof StoreCommand.KeepRoom keep) {
      return "keep room " + epoch(keep.room().epoch()) + " after " + keep.room().lastNumber();
    }
    StoreCommand.ReadPage read = (StoreCommand.ReadPage) command;
    reads = read.replyTo();
    return "read " + read.query();
  }

  private String event(RoomEvent event) {
    if (event instanceof RoomEvent.Posted posted) {
      return "#" + posted.number() + " " + posted.author() + ": " + posted.content().text();
    }
    if (event instanceof RoomEvent.EpochChanged changed) {
      return "epoch " + epoch(changed.epoch()) + " after " + changed.lastNumber();
    }
    if (event instanceof RoomEvent.Welcomed welcomed) {
      RoomEvent.Continuity continuity = welcomed.continuity();
      return "welcome to "
          + epoch(continuity.epoch())
          + " after "
          + continuity.lastNumber()
          + (continuity.resumed() ? ", resumed:" : ", anew:")
          + welcomed.replay().stream()
              .map(post -> " " + post.number())
              .collect(Collectors.joining());
    }
    return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** The real one of an epoch that the test calls e1, e2 and so on. */
  Heard heard(String epoch, long number) {
    return new Heard(epochs.get(Integer.parseInt(epoch.substring(1))), number);
  }

  private String epoch(String real) {
    if (!epochs.contains(real)) {
      epochs.add(real);
    }
    return "e" + epochs.indexOf(real);
  }
}
