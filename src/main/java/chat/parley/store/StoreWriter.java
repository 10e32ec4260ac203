package chat.parley.store;

import chat.parley.actor.Recovering;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * Has everything written that outlives the server: one writer for all rooms and services.
 *
 * <p><b>Order.</b> That of the requests. What comes while something is being written is written
 * together afterwards, so that throughput does not fall with the disk's latency.
 *
 * <p><b>Waiting.</b> It never waits for the disk itself: a thread of its own does. Whoever asks is
 * answered when it is on the disk, and after {@link #AT_MOST} in any case.
 *
 * <p><b>Failure.</b> What cannot be written is answered {@link StoreReply.NotKept}; posts wait in
 * memory, within bounds, and are written when the store works again, for which it tries every
 * second. The log and whoever else wants to know are told once when it fails, and once when it
 * works again.
 */
public final class StoreWriter extends AbstractBehavior<StoreCommand> {
  /** How long whoever waits can wait for the disk. */
  private static final Duration AT_MOST = Duration.ofSeconds(2);

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  /** How many posts that have waited are written together. */
  private static final int SLICE = 1000;

  /** How long posts that members have seen wait for others to be written with. */
  private static final Duration GATHERING = Duration.ofMillis(50);

  /** How long the end may take. */
  private static final Duration ENDING = Duration.ofSeconds(5);

  private final TimerScheduler<StoreCommand> timers;
  private final StoreTarget target;
  private final ActorRef<PostReader.Request> readers;
  private final Set<ActorRef<StoreStats>> watchers = new HashSet<>();
  private final ExecutorService disk =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "parley-store-writer"));
  private final Backlog backlog;
  private final TidyingPace pace = new TidyingPace(System::nanoTime);
  private WriteBatch gathered = new WriteBatch();

  /** Empty while nothing is being written, or only to see whether that works. */
  private WriteBatch beingWritten = new WriteBatch();

  private boolean diskIsBusy;

  /** Whether what is being written waits in the backlog too, and nobody waits for its answer. */
  private boolean isInBacklog;

  /** Why the store cannot be written; empty when it can. */
  private String trouble = "";

  /**
   * A writer of {@code store}, which is its own from now on.
   *
   * @param retention how much is kept of a room, by its name
   */
  public static Behavior<StoreCommand> create(
      Store store, HistorySettings settings, Function<String, Retention> retention, Clock clock) {
    return Behaviors.setup(
        context -> {
          ActorRef<PostReader.Request> readers =
              store.database().isPresent()
                  ? context.spawn(PostReader.pool(() -> store.source().orElseThrow()), "readers")
                  : context.getSystem().ignoreRef();
          return create(store.target(retention, clock), settings, readers);
        });
  }

  /**
   * @param target its own from now on
   * @param readers read what it does not hold itself
   */
  static Behavior<StoreCommand> create(
      StoreTarget target, HistorySettings settings, ActorRef<PostReader.Request> readers) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new StoreWriter(context, timers, target, settings, readers)));
  }

  private StoreWriter(
      ActorContext<StoreCommand> context,
      TimerScheduler<StoreCommand> timers,
      StoreTarget target,
      HistorySettings settings,
      ActorRef<PostReader.Request> readers) {
    super(context);
    this.timers = timers;
    this.target = target;
    this.readers = readers;
    this.backlog = new Backlog(settings.maxUnsaved());
    timers.startTimerWithFixedDelay(new InternalCommand.Tidy(), TidyingPace.BETWEEN);
  }

  @Override
  public Receive<StoreCommand> createReceive() {
    return new Recovering<>(
        handlers(),
        "the store writer",
        Integer.MAX_VALUE,
        getContext().getLog(),
        this::recover);
  }

  private Receive<StoreCommand> handlers() {
    return newReceiveBuilder()
        .onMessage(StoreCommand.Write.class, this::onWrite)
        .onMessage(InternalCommand.Written.class, this::onWritten)
        .onMessage(StoreCommand.Read.class, this::onRead)
        .onMessage(InternalCommand.Late.class, late -> onLate())
        .onMessage(InternalCommand.GatheringOver.class, over -> onGatheringOver())
        .onMessage(InternalCommand.Retry.class, retry -> onRetry())
        .onMessage(InternalCommand.Tidy.class, tidy -> onTidy())
        .onMessage(InternalCommand.Tidied.class, this::onTidied)
        .onMessage(StoreCommand.Watch.class, this::onWatch)
        .onMessage(StoreCommand.Configure.class, this::onConfigure)
        .onSignal(PostStop.class, stop -> onStop())
        .build();
  }

  private boolean isFailing() {
    return !trouble.isEmpty();
  }

  private Behavior<StoreCommand> onWrite(StoreCommand.Write write) {
    if (isFailing()) {
      WriteBatch.failed(write, trouble, backlog);
    } else {
      gathered.add(write);
      writeGathered();
    }
    return this;
  }

  private void writeGathered() {
    if (diskIsBusy || gathered.isEmpty()) {
      return;
    }
    if (gathered.isUrgent()) {
      writeNow();
    } else if (!timers.isTimerActive(InternalCommand.GatheringOver.class)) {
      timers.startSingleTimer(
          InternalCommand.GatheringOver.class, new InternalCommand.GatheringOver(), GATHERING);
    }
  }

  private Behavior<StoreCommand> onGatheringOver() {
    if (!diskIsBusy && !gathered.isEmpty()) {
      writeNow();
    }
    return this;
  }

  private void writeNow() {
    WriteBatch next = gathered;
    gathered = new WriteBatch();
    isInBacklog = false;
    timers.startSingleTimer(InternalCommand.Late.class, new InternalCommand.Late(), AT_MOST);
    write(next);
  }

  private void write(WriteBatch batch) {
    beingWritten = batch;
    List<StoreCommand.Write> writes = batch.writes();
    onDisk(() -> new InternalCommand.Written(target.write(writes), null));
  }

  private void onDisk(Supplier<StoreCommand> work) {
    diskIsBusy = true;
    getContext()
        .pipeToSelf(
            CompletableFuture.supplyAsync(work, disk),
            (done, failure) -> failure == null ? done : failed(failure));
  }

  private static StoreCommand failed(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return new InternalCommand.Written(
        Map.of(),
        cause instanceof StoreException known
            ? known
            : new StoreException("the store has failed: " + cause, cause));
  }

  private Behavior<StoreCommand> onWritten(InternalCommand.Written written) {
    diskIsBusy = false;
    timers.cancel(InternalCommand.Late.class);
    WriteBatch batch = beingWritten;
    beingWritten = new WriteBatch();
    if (written.failure() == null) {
      if (isInBacklog) {
        backlog.written(batch.writes());
      } else {
        batch.done(written.deleted());
      }
      pace.wrote();
      goOn();
    } else {
      if (!isInBacklog) {
        batch.failed(written.failure().getMessage(), backlog);
      }
      fails(written.failure().getMessage());
      timers.startSingleTimer(new InternalCommand.Retry(), BETWEEN_TRIES);
    }
    return this;
  }

  private void goOn() {
    if (!isFailing()) {
      writeGathered();
      tidyIfTime();
    } else if (backlog.isEmpty()) {
      worksAgain();
    } else {
      writeBacklog();
    }
  }

  /** The store cannot be written, as of now or still. */
  private void fails(String why) {
    if (!isFailing()) {
      getContext().getLog().error("{}; what is said waits in memory until it can", why);
      gathered.failed(why, backlog);
      gathered = new WriteBatch();
    }
    trouble = why;
    tellStats();
  }

  private Behavior<StoreCommand> onLate() {
    if (diskIsBusy && !isInBacklog) {
      isInBacklog = true;
      String why = "the store takes longer than " + AT_MOST.toSeconds() + " s";
      beingWritten.failed(why, backlog);
      fails(why);
    }
    return this;
  }

  private Behavior<StoreCommand> onRetry() {
    if (!diskIsBusy && isFailing()) {
      writeBacklog();
    }
    return this;
  }

  /** Also when there is none, to see whether the store works again. */
  private void writeBacklog() {
    WriteBatch slice = new WriteBatch();
    backlog.first(SLICE).forEach(slice::add);
    isInBacklog = true;
    write(slice);
  }

  private void worksAgain() {
    getContext()
        .getLog()
        .warn(
            "the store can be written again; {} posts have been lost since the server started",
            backlog.stats(trouble).lostPosts());
    trouble = "";
    isInBacklog = false;
    backlog.tellOfEnd();
    tellStats();
    writeGathered();
  }

  private void tellStats() {
    StoreStats stats = backlog.stats(trouble);
    watchers.forEach(each -> each.tell(stats));
  }

  private Behavior<StoreCommand> onRead(StoreCommand.Read read) {
    List<StoredPost> unsaved = new ArrayList<>(backlog.of(read.roomKey()));
    if (!isInBacklog) {
      beingWritten.seen(read.roomKey()).forEach(unsaved::add);
    }
    gathered.seen(read.roomKey()).forEach(unsaved::add);
    readers.tell(new PostReader.Request(read, unsaved));
    return this;
  }

  private Behavior<StoreCommand> onTidy() {
    tidyIfTime();
    return this;
  }

  private void tidyIfTime() {
    if (!diskIsBusy && !isFailing() && pace.isTime()) {
      pace.begins();
      onDisk(() -> new InternalCommand.Tidied(target.tidy(TidyingPace.SLICE)));
    }
  }

  private Behavior<StoreCommand> onTidied(InternalCommand.Tidied tidied) {
    diskIsBusy = false;
    pace.ended(tidied.more());
    goOn();
    return this;
  }

  private Behavior<StoreCommand> onWatch(StoreCommand.Watch watch) {
    watchers.add(watch.watcher());
    watch.watcher().tell(backlog.stats(trouble));
    return this;
  }

  private Behavior<StoreCommand> onConfigure(StoreCommand.Configure configure) {
    backlog.setMaxBytes(configure.settings().maxUnsaved());
    target.configure(configure);
    return this;
  }

  /** Whoever waits for the disk is answered, so that they can go on. */
  private Behavior<StoreCommand> recover(StoreCommand failed) {
    if (!isFailing()) {
      fails("the store writer has failed");
    }
    if (!diskIsBusy) {
      timers.startSingleTimer(new InternalCommand.Retry(), BETWEEN_TRIES);
    }
    return this;
  }

  /** What is left is written, if that can be in time. */
  private Behavior<StoreCommand> onStop() {
    List<StoreCommand.Write> left = new ArrayList<>(backlog.first(Integer.MAX_VALUE));
    left.addAll(gathered.writes());
    Future<?> end =
        disk.submit(
            () -> {
              try (target) {
                if (!left.isEmpty()) {
                  target.write(left);
                }
              }
            });
    disk.shutdown();
    try {
      end.get(ENDING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      getContext()
          .getLog()
          .error("what was said last is not kept ({} changes): {}", left.size(), e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return this;
  }
}
