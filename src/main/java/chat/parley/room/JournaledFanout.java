package chat.parley.room;

import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import chat.parley.store.HistorySettings.Durability;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * A {@link Fanout} that has posts kept. In full durability it shows nobody one that is not: what it
 * is told from the first post on it holds back, in its order, until the journal has kept that.
 * Meanwhile the next posts gather, and are kept together. While there is nothing to be kept, and in
 * relaxed durability, it does everything at once.
 */
final class JournaledFanout implements Fanout {
  private final Fanout fanout;
  private final Journal journal;
  private final boolean showsOnlyKept;
  private final Supplier<String> epoch;
  private final Runnable flushLater;

  /** What is done when the posts that were handed over are kept. */
  private List<Step> handedOver = new ArrayList<>();

  /** What has come since. */
  private List<Step> gathered = new ArrayList<>();

  private boolean waits;
  private boolean flushPending;
  private boolean releasing;

  /** The number of the first post that is not said after all; more than any when all are. */
  private long refusedFrom = Long.MAX_VALUE;

  /** Something to do, and the post that it is about; null for none. */
  private record Step(RoomEvent.Posted post, Runnable action) {}

  /**
   * @param epoch that under which members see posts now
   * @param flushLater has {@link #flushDue} called when what is already under way has arrived
   * @param fanout makes the one that does it all, which has itself flushed so
   */
  JournaledFanout(
      Journal journal,
      Durability durability,
      Supplier<String> epoch,
      Runnable flushLater,
      Function<Runnable, Fanout> fanout) {
    this.journal = journal;
    this.showsOnlyKept = durability == Durability.FULL;
    this.epoch = epoch;
    this.flushLater = flushLater;
    this.fanout = fanout.apply(this::requestFlush);
  }

  /** Whether something is held back that nobody would hear if the room ended now. */
  @Override
  public boolean isHolding() {
    return waits || !gathered.isEmpty();
  }

  private void inOrder(Runnable action) {
    if (isHolding()) {
      gathered.add(new Step(null, action));
    } else {
      action.run();
    }
  }

  @Override
  public void add(Member member, RoomEvent.Welcomed welcome) {
    inOrder(() -> fanout.add(member, asOfNow(welcome)));
  }

  /** A welcome that may have been held back, while some of what it tells of was refused. */
  private RoomEvent.Welcomed asOfNow(RoomEvent.Welcomed welcome) {
    RoomEvent.Continuity then = welcome.continuity();
    return new RoomEvent.Welcomed(
        welcome.room(),
        welcome.topic(),
        welcome.others(),
        welcome.unlisted(),
        welcome.replay().stream().filter(post -> post.number() < refusedFrom).toList(),
        new RoomEvent.Continuity(
            epoch.get(), Math.min(then.lastNumber(), refusedFrom - 1), then.resumed()));
  }

  @Override
  public void remove(MemberId member) {
    inOrder(() -> fanout.remove(member));
  }

  @Override
  public void gather(RoomEvent event, MemberId cause) {
    if (showsOnlyKept && event instanceof RoomEvent.Posted post) {
      gathered.add(new Step(post, () -> fanout.gather(event, cause)));
      requestFlush();
    } else {
      inOrder(() -> fanout.gather(event, cause));
    }
  }

  /** Tells everyone of something at once; what is held back comes after it. */
  void gatherAhead(RoomEvent event) {
    fanout.gather(event, null);
  }

  @Override
  public void sendAhead(MemberId member) {
    inOrder(() -> fanout.sendAhead(member));
  }

  @Override
  public void tell(MemberId member, RoomEvent event) {
    inOrder(() -> fanout.tell(member, event));
  }

  @Override
  public void ignore(MemberId member, Ignored ignored) {
    inOrder(() -> fanout.ignore(member, ignored));
  }

  @Override
  public void then(Runnable action) {
    inOrder(() -> fanout.then(action));
  }

  @Override
  public void whenSent(ActorRef<RoomReply> author) {
    inOrder(() -> fanout.whenSent(author));
  }

  @Override
  public void configure(RoomSettings settings) {
    inOrder(() -> fanout.configure(settings));
  }

  @Override
  public void flushSoon() {
    if (isHolding()) {
      requestFlush();
    } else {
      fanout.flushSoon();
    }
  }

  private void requestFlush() {
    if (!flushPending && !releasing) {
      flushPending = true;
      flushLater.run();
    }
  }

  @Override
  public void flushDue() {
    flushPending = false;
    fanout.flushDue();
    if (!showsOnlyKept) {
      journal.handOver();
    } else if (!waits) {
      handOver();
    }
  }

  private void handOver() {
    handedOver = gathered;
    gathered = new ArrayList<>();
    waits = journal.handOver();
    if (!waits) {
      release();
    }
  }

  /**
   * The number of the last post that members have seen.
   *
   * @param last that of the last one that has been taken
   */
  long lastSeen(long last) {
    return Stream.concat(handedOver.stream(), gathered.stream())
        .filter(step -> step.post() != null)
        .findFirst()
        .map(step -> step.post().number() - 1)
        .orElse(last);
  }

  /**
   * What was handed over is kept, or nobody waits for that any longer.
   *
   * @param before what members are told before; null for nothing
   */
  void kept(RoomEvent before) {
    waits = false;
    if (before != null) {
      fanout.gather(before, null);
    }
    release();
    if (!gathered.isEmpty()) {
      requestFlush();
    }
  }

  /**
   * What was handed over is not kept, so nobody sees it, nor what has come since; answers the
   * posts, oldest first. All else is done.
   */
  List<RoomEvent.Posted> refused() {
    waits = false;
    handedOver.addAll(gathered);
    gathered = new ArrayList<>();
    List<RoomEvent.Posted> posts =
        handedOver.stream().map(Step::post).filter(post -> post != null).toList();
    handedOver.removeIf(step -> step.post() != null);
    refusedFrom = posts.isEmpty() ? Long.MAX_VALUE : posts.get(0).number();
    try {
      release();
    } finally {
      refusedFrom = Long.MAX_VALUE;
    }
    return posts;
  }

  private void release() {
    List<Step> steps = handedOver;
    handedOver = new ArrayList<>();
    releasing = true;
    RuntimeException failure = null;
    for (Step step : steps) {
      try {
        step.action().run();
      } catch (RuntimeException e) {
        // The others are still to be done, each once.
        failure = e;
      }
    }
    releasing = false;
    fanout.flushDue();
    if (failure != null) {
      throw failure;
    }
  }
}
