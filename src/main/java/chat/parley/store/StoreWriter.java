package chat.parley.store;

import chat.parley.actor.Recovering;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has everything written that outlives the server: one writer for all rooms and services.
 *
 * <p><b>Order.</b> That of the requests. What comes while something is being written is written
 * together afterwards, so that throughput does not fall with the disk's latency.
 *
 * <p><b>Waiting.</b> It never waits for the disk itself: a thread of its own does. Whoever asks is
 * answered when it is on the disk, and after two seconds in any case; only who has something
 * deleted is answered when that is done, or is not, however long it takes.
 *
 * <p><b>Failure.</b> What cannot be written is answered {@link StoreReply.NotKept}; posts wait in
 * memory, within bounds, and are written when the store works again, for which it tries every
 * second. The log and whoever else wants to know are told once when it fails, and once when it
 * works again. A disk that does not answer in time is taken for failing; what it has written in the
 * end although people were told that it is not kept is taken back.
 */
public final class StoreWriter extends AbstractBehavior<StoreCommand> {
  private static final Logger log = LoggerFactory.getLogger(StoreWriter.class);

  /** How many posts that have waited are written together. */
  private static final int SLICE = 1000;

  private final TimerScheduler<StoreCommand> timers;
  private final WriterTimes times;
  private final DiskThread disk;
  private final ActorRef<PostReader.Request> readers;
  private final StoreWatchers watchers = new StoreWatchers();
  private final Backlog backlog;
  private final TidyingPace pace = new TidyingPace(System::nanoTime);
  private WriteBatch gathered = new WriteBatch();

  /** Empty while nothing is being written, or only to see whether that works. */
  private WriteBatch beingWritten = new WriteBatch();

  private boolean diskIsBusy;

  /** Whether what of it can wait waits in the backlog too. */
  private boolean isInBacklog;

  /** Why the store cannot be written; empty when it can. */
  private String trouble = "";

  /** Why what can wait could not be done the last time; empty when it could. */
  private String tidyingTrouble = "";

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
          return create(store.target(retention, clock), settings, readers, WriterTimes.USUAL);
        });
  }

  /**
   * @param target its own from now on
   * @param readers read what it does not hold itself
   */
  static Behavior<StoreCommand> create(
      StoreTarget target,
      HistorySettings settings,
      ActorRef<PostReader.Request> readers,
      WriterTimes times) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers ->
                    new StoreWriter(
                        context, timers, new DiskThread(target), settings, readers, times)));
  }

  private StoreWriter(
      ActorContext<StoreCommand> context,
      TimerScheduler<StoreCommand> timers,
      DiskThread disk,
      HistorySettings settings,
      ActorRef<PostReader.Request> readers,
      WriterTimes times) {
    super(context);
    this.timers = timers;
    this.times = times;
    this.disk = disk;
    this.readers = readers;
    this.backlog = new Backlog(settings.maxUnsaved());
    timers.startTimerWithFixedDelay(new InternalCommand.Tidy(), TidyingPace.BETWEEN);
  }

  @Override
  public Receive<StoreCommand> createReceive() {
    return new Recovering<>(
        handlers(), "the store writer", Integer.MAX_VALUE, getContext().getLog(), this::recover);
  }

  private Receive<StoreCommand> handlers() {
    return newReceiveBuilder()
        .onMessage(StoreCommand.Write.class, this::onWrite)
        .onMessage(InternalCommand.Written.class, this::onWritten)
        .onMessage(InternalCommand.Failed.class, this::onFailed)
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
    if (gathered.isEmpty()) {
      return;
    }
    if (diskIsBusy) {
      awaitDisk();
    } else if (gathered.isUrgent()) {
      writeNow();
    } else if (!timers.isTimerActive(InternalCommand.GatheringOver.class)) {
      timers.startSingleTimer(
          InternalCommand.GatheringOver.class,
          new InternalCommand.GatheringOver(),
          times.gathering());
    }
  }

  /** Somebody waits for what the disk does, or for what it is to do next. */
  private void awaitDisk() {
    if (!timers.isTimerActive(InternalCommand.Late.class)) {
      timers.startSingleTimer(InternalCommand.Late.class, new InternalCommand.Late(), times.late());
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
    awaitDisk();
    write(next, false);
  }

  /**
   * @param takeBack whether what was written last is not to be kept, where it was said to be so
   */
  private void write(WriteBatch batch, boolean takeBack) {
    beingWritten = batch;
    List<StoreCommand.Write> writes = batch.writes();
    pipe(
        disk.run(
            target -> {
              if (takeBack) {
                target.takeBack();
              }
              return new InternalCommand.Written(target.write(writes));
            }));
  }

  private void pipe(CompletableFuture<? extends StoreCommand> work) {
    diskIsBusy = true;
    getContext()
        .pipeToSelf(
            work,
            (done, failure) ->
                failure == null ? done : new InternalCommand.Failed(DiskThread.failure(failure)));
  }

  /** The batch that was being written; none is from now on. */
  private WriteBatch endOfWork() {
    diskIsBusy = false;
    timers.cancel(InternalCommand.Late.class);
    WriteBatch batch = beingWritten;
    beingWritten = new WriteBatch();
    return batch;
  }

  private Behavior<StoreCommand> onWritten(InternalCommand.Written written) {
    WriteBatch batch = endOfWork();
    pace.wrote();
    if (!isInBacklog) {
      batch.done(written.deleted());
      goOn();
      return this;
    }
    backlog.written(batch.writes());
    if (batch.isLate()) {
      batch.doneLate(written.deleted());
      writeBacklog(true);
    } else {
      goOn();
    }
    return this;
  }

  private Behavior<StoreCommand> onFailed(InternalCommand.Failed failed) {
    String why = failed.why().getMessage();
    WriteBatch batch = endOfWork();
    if (isInBacklog) {
      batch.failedLate(why);
    } else {
      batch.failed(why, backlog);
    }
    fails(why);
    timers.startSingleTimer(new InternalCommand.Retry(), times.betweenTries());
    return this;
  }

  private void goOn() {
    if (!isFailing()) {
      writeGathered();
      tidyIfTime();
    } else if (backlog.isEmpty()) {
      worksAgain();
    } else {
      writeBacklog(false);
    }
  }

  /** The store cannot be written, as of now or still. */
  private void fails(String why) {
    if (!isFailing()) {
      log.error("{}; what is said waits in memory until it can", why);
    }
    trouble = why;
    gathered.failed(why, backlog);
    gathered = new WriteBatch();
    watchers.tell(backlog.stats(trouble));
  }

  private Behavior<StoreCommand> onLate() {
    if (diskIsBusy && !isFailing() && !(beingWritten.isEmpty() && gathered.isEmpty())) {
      isInBacklog = true;
      String why = "the store does not answer";
      beingWritten.late(why, backlog);
      fails(why);
    }
    return this;
  }

  private Behavior<StoreCommand> onRetry() {
    if (!diskIsBusy && isFailing()) {
      writeBacklog(false);
    }
    return this;
  }

  /** Also when there is none, to see whether the store works again. */
  private void writeBacklog(boolean takeBack) {
    WriteBatch slice = new WriteBatch();
    backlog.first(SLICE).forEach(slice::add);
    isInBacklog = true;
    write(slice, takeBack);
  }

  private void worksAgain() {
    long lost = backlog.stats(trouble).lostPosts();
    log.warn("the store can be written again; posts lost since the server started: {}", lost);
    trouble = "";
    isInBacklog = false;
    backlog.tellOfEnd();
    watchers.tell(backlog.stats(trouble));
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
    watchers.tell(backlog.stats(trouble));
    tidyIfTime();
    return this;
  }

  private void tidyIfTime() {
    if (!diskIsBusy && !isFailing() && pace.isTime()) {
      pace.begins();
      pipe(disk.run(StoreWriter::tidied));
    }
  }

  private static InternalCommand.Tidied tidied(StoreTarget target) {
    try {
      return new InternalCommand.Tidied(target.tidy(TidyingPace.SLICE), "");
    } catch (RuntimeException e) {
      return new InternalCommand.Tidied(false, String.valueOf(e.getMessage()));
    }
  }

  /** Where it fails, nothing is lost, and whether posts can be kept is seen with the next one. */
  private Behavior<StoreCommand> onTidied(InternalCommand.Tidied tidied) {
    endOfWork();
    pace.ended(tidied.more());
    if (!tidied.trouble().equals(tidyingTrouble)) {
      tidyingTrouble = tidied.trouble();
      if (!tidyingTrouble.isEmpty()) {
        log.warn("{}; what is too old stays meanwhile", tidyingTrouble);
      }
    }
    goOn();
    return this;
  }

  private Behavior<StoreCommand> onWatch(StoreCommand.Watch watch) {
    watchers.add(watch.watcher());
    return this;
  }

  private Behavior<StoreCommand> onConfigure(StoreCommand.Configure configure) {
    backlog.setMaxBytes(configure.settings().maxUnsaved());
    disk.configure(configure);
    return this;
  }

  /** Whoever waits for the disk is answered, so that they can go on. */
  private Behavior<StoreCommand> recover(StoreCommand failed) {
    if (!isFailing()) {
      fails("the store writer has failed");
    }
    if (!diskIsBusy) {
      timers.startSingleTimer(new InternalCommand.Retry(), times.betweenTries());
    }
    return this;
  }

  /** What is left is written, if that can be in time. */
  private Behavior<StoreCommand> onStop() {
    boolean takeBack = beingWritten.isLate();
    WriteBatch left = new WriteBatch();
    if (!isInBacklog) {
      // Written twice if that ends well, which changes nothing.
      beingWritten.writes().forEach(left::add);
    }
    gathered.writes().forEach(left::add);
    List<StoreCommand.Write> all = new ArrayList<>(backlog.first(Integer.MAX_VALUE));
    all.addAll(left.writes());
    try {
      left.done(disk.end(target -> target.writeLast(all, takeBack), times.ending()));
    } catch (StoreException e) {
      left.failed(e.getMessage(), backlog);
      log.error("what was said last is not kept ({} changes): {}", all.size(), e.getMessage());
    }
    return this;
  }
}
