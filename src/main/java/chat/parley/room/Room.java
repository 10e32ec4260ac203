package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import chat.parley.hosting.Extensions;
import chat.parley.hosting.GateRef;
import chat.parley.hosting.RunningExtension;
import chat.parley.text.PlainText;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * A room: holds its members and forwards every post to the others. The forwarding rule is here and
 * nowhere else.
 *
 * <p>Sessions and bots speak to it; the directory creates and retires it.
 *
 * <p><b>Order.</b> A post gets its number when it is taken. Every member gets the posts of the time
 * it is in the room in the order of their numbers, without gaps (but for its own) and without
 * repeats. A newcomer gets {@link RoomEvent.Welcomed} before anything else.
 *
 * <p><b>Batches.</b> What arrives is gathered; if no flush is pending the room sends itself one.
 * Whatever is already in the mailbox gets in before the flush comes round, so a batch is one post
 * when the room is idle, without any delay, and grows under load.
 *
 * <p><b>Delivery.</b> A batch is told to each member's outlet once. The room never waits for a
 * member; what an outlet does when its socket is slow is its own business.
 *
 * <p><b>Failure.</b> What it cannot deal with it gives up, and goes on with everybody and
 * everything it remembers; all are told. If that happens too often it stops, and the directory
 * opens it anew.
 *
 * <p><b>End.</b> A member that stops is watched for and leaves. The room stops when it is told to
 * {@link Retire} and its last member is gone.
 */
public final class Room extends AbstractBehavior<Room.Command> {

  /** What a room can be told. Each is answered with a {@link Reply} when it has been taken. */
  public sealed interface Command {

    /** Where the answer goes; null for what is not answered. */
    default ActorRef<Reply> replyTo() {
      return null;
    }
  }

  /** Lets a member in, which is sent {@link RoomEvent.Welcomed}; answered with {@link Accepted}. */
  public record Join(Member member, ActorRef<Reply> replyTo) implements Command {}

  /** Lets a member out. After the answer, {@link Accepted}, the room sends it nothing. */
  public record Leave(ActorRef<?> member, ActorRef<Reply> replyTo) implements Command {}

  /**
   * Says something to the others, in this order; answered with {@link Accepted} when it is sent.
   */
  public record Post(ActorRef<?> author, List<Content> contents, ActorRef<Reply> replyTo)
      implements Command {}

  /** Gives a member another name; answered with {@link Accepted}. */
  public record Rename(ActorRef<?> member, String name, ActorRef<Reply> replyTo)
      implements Command {}

  /** Sets what the room is about, one line of text; answered with {@link Topic}. */
  public record SetTopic(ActorRef<?> member, String topic, ActorRef<Reply> replyTo)
      implements Command {}

  /** Asks for the {@link Topic}. */
  public record AskTopic(ActorRef<Reply> replyTo) implements Command {}

  /** Asks who is {@link Present}. */
  public record AskPresent(ActorRef<Reply> replyTo) implements Command {}

  /**
   * Tells the room whether a member is {@linkplain Present#behind behind}; not answered. Told by
   * its session when that changes, and not with every batch.
   */
  public record MarkBehind(ActorRef<?> member, boolean behind) implements Command {}

  /** Changes whom a member does not want to hear; not answered. */
  public record Ignore(ActorRef<?> member, Ignored ignored) implements Command {}

  /** Asks for the last posts, {@link Recent}, at most {@code count}. */
  public record AskRecent(int count, ActorRef<Reply> replyTo) implements Command {}

  /** Says {@code text} to the person called {@code name} alone, in the name of the server. */
  public record Tell(String name, String text) implements Command {}

  /** Asks for the {@link ExtensionStates}. */
  public record AskExtensions(ActorRef<Reply> replyTo) implements Command {}

  /**
   * Has the room go by other settings from now on; not answered. Extensions that are as before go
   * on untouched, others are stopped and started.
   */
  public record Configure(RoomSettings settings) implements Command {}

  /** Tells the room to stop when its last member is gone. */
  public record Retire() implements Command {}

  /** An extension has failed too often; {@code host} stood for it. */
  record Disabled(String name, ActorRef<?> host) implements Command {}

  private record FromGate(GateRef.Judged judged) implements Command {}

  private record DelayOver(long ticket) implements Command {}

  private record Gone(ActorRef<?> member) implements Command {}

  private record Flush() implements Command {}

  private record SumUp() implements Command {}

  /** What a room answers to whoever told it something. */
  public sealed interface Reply {}

  /** The room has taken what it was told. */
  public record Accepted() implements Reply {}

  /** A gate does not let this person in. */
  public record Refused(String why) implements Reply {}

  /** What is turned on in the room, in the order of the configuration. */
  public record ExtensionStates(List<ExtensionState> extensions) implements Reply {}

  /** An extension, and whether it is working; otherwise it has been put aside. */
  public record ExtensionState(String name, boolean working) {}

  /** What the room is about; an empty text when nobody has said. */
  public record Topic(String text) implements Reply {}

  /**
   * Who is here, in the order in which they came.
   *
   * @param names of all people
   * @param behind of those among them who read too slowly and miss messages
   */
  public record Present(List<String> names, List<String> behind) implements Reply {}

  /** The last posts that are kept, oldest first. */
  public record Recent(List<RoomEvent.Posted> posts) implements Reply {}

  private static final Duration BETWEEN_SUMMARIES = Duration.ofSeconds(1);
  private static final Accepted TAKEN = new Accepted();
  private static final Refused FAILED = new Refused("something went wrong; try again");

  /** How often a room may fail within a minute before it is opened anew, with nothing of before. */
  static final int MAX_FAILURES = 5;

  private final String name;
  private RoomSettings settings;
  private final Clock clock;
  private final TimerScheduler<Command> timers;
  private final Roster roster;
  private final Extensions extensions;
  private final GateChain gateChain;
  private RecentPosts recent;

  /** Who waits to hear that what is in the open batch has been taken. */
  private final List<ActorRef<Reply>> unanswered = new ArrayList<>();

  /** What those are to be answered who waited when something failed: once each. */
  private final Map<ActorRef<Reply>, Reply> owed = new LinkedHashMap<>();

  private String topic = "";
  private long lastNumber;
  private boolean retiring;

  /** A room called {@code name} that takes the time of its posts from {@code clock}. */
  public static Behavior<Command> create(String name, RoomSettings settings, Clock clock) {
    return Behaviors.setup(context -> create(name, settings, clock, context.getExecutionContext()));
  }

  /**
   * @param pace runs what it is given when those who were sent the batch before have had a turn
   */
  static Behavior<Command> create(String name, RoomSettings settings, Clock clock, Executor pace) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(timers -> new Room(context, timers, name, settings, clock, pace)));
  }

  private Room(
      ActorContext<Command> context,
      TimerScheduler<Command> timers,
      String name,
      RoomSettings settings,
      Clock clock,
      Executor pace) {
    super(context);
    this.timers = timers;
    this.name = name;
    this.settings = settings;
    this.clock = clock;
    this.roster =
        new Roster(
            settings,
            () -> pace.execute(() -> context.getSelf().tell(new Flush())),
            this::sumUpSoon);
    this.extensions =
        new Extensions(context, new ActorHostingRoom(context.getSystem(), name, context.getSelf()));
    List<RunningExtension> bots = extensions.change(settings.extensions());
    this.gateChain =
        new GateChain(
            extensions.gates(),
            context.messageAdapter(GateRef.Judged.class, FromGate::new),
            new Inside());
    this.recent = new RecentPosts(settings.recent(), settings.recentBytes());
    // Before anybody else, so that they hear everything.
    bots.forEach(this::seat);
  }

  @Override
  public Receive<Command> createReceive() {
    return new Recovering<>(handlers(), name, MAX_FAILURES, getContext().getLog(), this::recover);
  }

  private Receive<Command> handlers() {
    return newReceiveBuilder()
        .onMessage(Post.class, this::onPost)
        .onMessage(Flush.class, flush -> onFlush())
        .onMessage(Join.class, this::onJoin)
        .onMessage(Leave.class, this::onLeave)
        .onMessage(Gone.class, this::onGone)
        .onMessage(Rename.class, this::onRename)
        .onMessage(SetTopic.class, this::onSetTopic)
        .onMessage(AskTopic.class, this::onAskTopic)
        .onMessage(AskPresent.class, this::onAskPresent)
        .onMessage(MarkBehind.class, this::onMarkBehind)
        .onMessage(Ignore.class, this::onIgnore)
        .onMessage(AskRecent.class, this::onAskRecent)
        .onMessage(FromGate.class, this::onFromGate)
        .onMessage(DelayOver.class, this::onDelayOver)
        .onMessage(Tell.class, this::onTell)
        .onMessage(AskExtensions.class, this::onAskExtensions)
        .onMessage(Configure.class, this::onConfigure)
        .onMessage(Disabled.class, this::onPutAside)
        .onMessage(SumUp.class, sumUp -> onSumUp())
        .onMessage(Retire.class, retire -> onRetire())
        .build();
  }

  private Behavior<Command> onPost(Post post) {
    Membership author = roster.membership(post.author());
    List<Content> said = author == null ? List.of() : said(post.contents(), author.member());
    if (said.isEmpty()) {
      getContext().getLog().debug("{} posts nothing, or is not in {}", post.author(), name);
      post.replyTo().tell(TAKEN);
    } else if (gateChain.isOpen()) {
      said.forEach(content -> take(content, author));
      unanswered.add(post.replyTo());
    } else {
      gateChain.post(new Post(post.author(), said, post.replyTo()), author);
    }
    return this;
  }

  /** What there is to hear; what people say has been made harmless before, by their protocols. */
  private static List<Content> said(List<Content> contents, Member author) {
    if (!author.person()) {
      return contents.stream().map(Content::harmless).filter(Content::saysSomething).toList();
    }
    for (Content content : contents) {
      if (!content.saysSomething()) {
        return contents.stream().filter(Content::saysSomething).toList();
      }
    }
    return contents;
  }

  private void take(Content content, Membership author) {
    var posted = new RoomEvent.Posted(lastNumber + 1, clock.instant(), author.name(), content);
    recent.add(posted);
    lastNumber++; // only now: no number is lost should something have failed
    roster.post(posted, author);
  }

  private Behavior<Command> onFlush() {
    roster.flushDue();
    // Only now, so that what an author says meanwhile comes as one post, and not as one for each
    // line.
    unanswered.forEach(author -> author.tell(TAKEN));
    unanswered.clear();
    return this;
  }

  private Behavior<Command> onJoin(Join join) {
    if (gateChain.isOpen() || !join.member().person()) {
      admit(join);
    } else {
      gateChain.join(join);
    }
    return this;
  }

  private void admit(Join join) {
    if (roster.membership(join.member().identity()) == null) {
      membership(join.member());
    }
    join.replyTo().tell(TAKEN);
  }

  private void seat(RunningExtension bot) {
    bot.member().ifPresent(host -> membership(Member.extension(bot.name(), host)));
  }

  private void membership(Member member) {
    getContext().watchWith(member.identity(), new Gone(member.identity()));
    List<RoomEvent.Posted> replay =
        recent.last(settings.replay()).stream()
            .filter(posted -> !member.ignored().names().contains(posted.author()))
            .toList();
    roster.admit(member, roster.welcome(name, topic, replay));
  }

  private Behavior<Command> onLeave(Leave leave) {
    getContext().unwatch(leave.member());
    roster.dismiss(leave.member());
    leave.replyTo().tell(TAKEN);
    return stayOrStop();
  }

  private Behavior<Command> onGone(Gone gone) {
    roster.remove(gone.member());
    return stayOrStop();
  }

  private Behavior<Command> onRename(Rename rename) {
    Membership membership = roster.membership(rename.member());
    if (membership != null) {
      roster.rename(membership, rename.name());
    }
    rename.replyTo().tell(TAKEN);
    return this;
  }

  private Behavior<Command> onSetTopic(SetTopic set) {
    Membership membership = roster.membership(set.member());
    if (membership != null) {
      topic = PlainText.clean(set.topic());
      roster.announce(new RoomEvent.TopicSet(membership.name(), topic), membership);
    }
    set.replyTo().tell(new Topic(topic));
    return this;
  }

  private Behavior<Command> onAskTopic(AskTopic ask) {
    ask.replyTo().tell(new Topic(topic));
    return this;
  }

  private Behavior<Command> onAskPresent(AskPresent ask) {
    ask.replyTo().tell(new Present(roster.names(), roster.namesBehind()));
    return this;
  }

  private Behavior<Command> onMarkBehind(MarkBehind mark) {
    Membership membership = roster.membership(mark.member());
    if (membership != null) {
      membership.markBehind(mark.behind());
    }
    return this;
  }

  private Behavior<Command> onIgnore(Ignore ignore) {
    Membership membership = roster.membership(ignore.member());
    if (membership != null) {
      // What was gathered before is still its to hear.
      roster.catchUp(membership);
      membership.ignore(ignore.ignored());
    }
    return this;
  }

  private Behavior<Command> onAskRecent(AskRecent ask) {
    ask.replyTo().tell(new Recent(recent.last(ask.count())));
    return this;
  }

  private Behavior<Command> onTell(Tell tell) {
    tell(roster.membershipOf(tell.name()), tell.text());
    return this;
  }

  private void tell(Membership membership, String text) {
    if (membership != null) {
      roster.tell(membership, new RoomEvent.PrivateNotice(PlainText.clean(text)));
    }
  }

  private Behavior<Command> onAskExtensions(AskExtensions ask) {
    ask.replyTo()
        .tell(
            new ExtensionStates(
                extensions.running().stream()
                    .map(each -> new ExtensionState(each.name(), each.isWorking()))
                    .toList()));
    return this;
  }

  private Behavior<Command> onConfigure(Configure configure) {
    settings = configure.settings();
    recent = recent.within(settings.recent(), settings.recentBytes());
    // What was gathered is the old extensions' to hear; what the old gates hold back, the new
    // ones'.
    roster.configure(settings);
    extensions.change(settings.extensions()).forEach(this::seat);
    gateChain.change(extensions.gates());
    return this;
  }

  private Behavior<Command> onPutAside(Disabled aside) {
    if (extensions.putAside(aside.host())) {
      getContext()
          .getLog()
          .error("{} in {} has failed too often; it is put aside", aside.name(), name);
      roster.announce(
          new RoomEvent.Announced(aside.name() + " has failed too often and is put aside"), null);
    }
    return this;
  }

  private Behavior<Command> onFromGate(FromGate message) {
    gateChain.judged(message.judged());
    return this;
  }

  private Behavior<Command> onDelayOver(DelayOver over) {
    gateChain.goOn(over.ticket());
    return this;
  }

  private Behavior<Command> onSumUp() {
    roster.sumUp();
    return this;
  }

  private Behavior<Command> onRetire() {
    retiring = true;
    return stayOrStop();
  }

  /** Sends what was gathered, gives up what was half done, and answers whoever waits. */
  private Behavior<Command> recover(Command failed) {
    roster.flushDue();
    unanswered.forEach(author -> owed.put(author, TAKEN));
    unanswered.clear();
    gateChain.recover();
    if (failed instanceof Join join) {
      owe(join);
    } else if (failed.replyTo() != null) {
      owed.put(failed.replyTo(), TAKEN);
    }
    if (failed instanceof Leave leave) {
      getContext().unwatch(leave.member());
      roster.remove(leave.member());
    }
    roster.announce(
        new RoomEvent.Announced("something went wrong here just now; the room goes on"), null);
    owed.forEach(ActorRef::tell);
    owed.clear();
    return stayOrStop();
  }

  private void owe(Join join) {
    boolean seated = roster.membership(join.member().identity()) != null;
    owed.put(join.replyTo(), seated ? TAKEN : FAILED);
  }

  private Behavior<Command> stayOrStop() {
    return retiring && roster.isEmpty() ? Behaviors.stopped() : this;
  }

  private void sumUpSoon() {
    if (!timers.isTimerActive(SumUp.class)) {
      timers.startSingleTimer(SumUp.class, new SumUp(), BETWEEN_SUMMARIES);
    }
  }

  private final class Inside implements GatedRoom {
    @Override
    public void take(Content content, ActorRef<?> author) {
      Membership membership = roster.membership(author);
      if (membership != null) {
        Room.this.take(content, membership);
      }
    }

    @Override
    public void admit(Join join) {
      Room.this.admit(join);
    }

    @Override
    public void tell(ActorRef<?> member, String text) {
      Room.this.tell(roster.membership(member), text);
    }

    @Override
    public void done(ActorRef<Reply> replyTo) {
      unanswered.add(replyTo);
      // Also when nothing of it was let through.
      roster.flushSoon();
    }

    @Override
    public void failed(ActorRef<Reply> replyTo) {
      owed.put(replyTo, TAKEN);
    }

    @Override
    public void failed(Join join) {
      owe(join);
    }

    @Override
    public void after(Duration time, long ticket) {
      timers.startSingleTimer(ticket, new DelayOver(ticket), time);
    }
  }
}
