package chat.parley.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * An open loop, which sends messages when they are due, whether the server keeps up or not. It has
 * a thread of its own, so that it is on time while the other one reads.
 */
final class OpenLoop implements SendLoop {
  /** How late a thread may wake; that much before a message is due it stops sleeping. */
  private static final long SLEEP_ERROR = Duration.ofNanos(80_000).toNanos();

  private static final long RETRY = Duration.ofNanos(100_000).toNanos();

  private final List<Sender> senders;
  private final Schedule schedule;
  private final long messages;
  private final long patience;
  private final Thread thread = new Thread(this::run, "parley-bench-send");
  private volatile boolean stopped;
  private volatile IOException failure;

  /**
   * @param senders take turns
   * @param messages how many to send
   * @param patience how long a socket may take nothing until no more is sent
   */
  OpenLoop(List<Sender> senders, Schedule schedule, long messages, Duration patience) {
    this.senders = senders;
    this.schedule = schedule;
    this.messages = messages;
    this.patience = patience.toNanos();
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      for (long i = 0; i < messages && !stopped; i++) {
        sleepUntil(schedule.due(i));
        if (!send(senders.get((int) (i % senders.size())), schedule.due(i))) {
          return;
        }
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  private void sleepUntil(long due) {
    for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
      if (stopped) {
        return;
      }
      if (early > SLEEP_ERROR) {
        LockSupport.parkNanos(early - SLEEP_ERROR);
      } else {
        Thread.onSpinWait();
      }
    }
  }

  private boolean send(Sender sender, long due) throws IOException {
    sender.offer(due);
    long start = System.nanoTime();
    while (!sender.flush()) {
      if (stopped || System.nanoTime() - start > patience) {
        return false;
      }
      LockSupport.parkNanos(RETRY);
    }
    return true;
  }

  @Override
  public boolean turn() throws IOException {
    if (failure != null) {
      throw failure;
    }
    return thread.isAlive();
  }

  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
