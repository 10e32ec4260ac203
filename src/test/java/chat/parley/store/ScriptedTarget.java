package chat.parley.store;

import chat.parley.patience.Wait;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/** A {@link StoreTarget} that hangs, fails and works on command, and says what it has done. */
final class ScriptedTarget implements StoreTarget {
  /** What {@link #close} does. */
  static final String CLOSED = "close";

  static final String TAKEN_BACK = "take back";

  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> hanging = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> tidied = new LinkedBlockingQueue<>();
  private volatile CountDownLatch writing = new CountDownLatch(0);
  private volatile CountDownLatch tidying = new CountDownLatch(0);
  private volatile String failure = "";
  private volatile String tidyingFailure = "";

  /** What is to be written next takes until {@link #goesOn}. */
  void hangs() {
    writing = new CountDownLatch(1);
  }

  /** What can wait takes until {@link #goesOn}. */
  void hangsTidying() {
    tidying = new CountDownLatch(1);
  }

  /** Waits until it hangs at something. */
  void isHanging() {
    Wait.forNext("something that hangs", hanging);
  }

  void goesOn() {
    writing.countDown();
    tidying.countDown();
  }

  void fails(String why) {
    failure = why;
  }

  void failsToTidy(String why) {
    tidyingFailure = why;
  }

  void works() {
    failure = "";
  }

  /** What it does next: writes "lobby 1, keep alice" together, for example. */
  String next() {
    return Wait.forNext("something to be done", done);
  }

  /** Whether it has done nothing else so far. */
  boolean hasDoneAll() {
    return done.isEmpty();
  }

  /** Waits until it has tidied up once more, or has failed to. */
  void hasTidied() {
    Wait.forNext("something to be tidied", tidied);
  }

  private void hang(CountDownLatch gate) {
    if (gate.getCount() > 0) {
      hanging.add("");
      Wait.forLatch("the disk to go on", gate);
    }
  }

  @Override
  public Map<StoreCommand.Delete, Optional<StoredPost>> write(List<StoreCommand.Write> writes) {
    hang(writing);
    if (!failure.isEmpty()) {
      throw new StoreException(failure);
    }
    Map<StoreCommand.Delete, Optional<StoredPost>> deleted = new HashMap<>();
    for (StoreCommand.Write write : writes) {
      if (write instanceof StoreCommand.Delete delete) {
        deleted.put(delete, Optional.of(Posts.post(delete.number())));
      }
    }
    if (!writes.isEmpty()) {
      done.add(writes.stream().map(ScriptedTarget::text).collect(Collectors.joining(", ")));
    }
    return deleted;
  }

  private static String text(StoreCommand.Write write) {
    if (write instanceof StoreCommand.Append append) {
      return append.posts().stream()
          .map(post -> append.roomKey() + " " + post.number())
          .collect(Collectors.joining(", "));
    } else if (write instanceof StoreCommand.Keep keep) {
      return "keep " + keep.item().id().key();
    } else if (write instanceof StoreCommand.Forget forget) {
      return "forget " + forget.id().key();
    } else if (write instanceof StoreCommand.KeepRoom room) {
      return "room " + room.roomKey();
    }
    return "delete " + ((StoreCommand.Delete) write).number();
  }

  @Override
  public void takeBack() {
    done.add(TAKEN_BACK);
  }

  @Override
  public void configure(StoreCommand.Configure settings) {
    // It has none.
  }

  @Override
  public boolean tidy(Duration within) {
    tidied.add("tidy");
    hang(tidying);
    if (!tidyingFailure.isEmpty()) {
      throw new StoreException(tidyingFailure);
    }
    return false;
  }

  @Override
  public void close() {
    done.add(CLOSED);
  }
}
