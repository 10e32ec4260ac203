package chat.parley.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One run: joins, warms up, measures. */
final class Bench {
  private static final int TURN_MILLIS = 10;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Load load;
  private final RunPlan plan;
  private final InetSocketAddress target;
  private final Optional<ServerProcess> server;
  private final Progress progress;
  private boolean cutOff;

  /**
   * @param server the server's process, if it is on this machine and known
   */
  Bench(
      Load load,
      RunPlan plan,
      InetSocketAddress target,
      Optional<ServerProcess> server,
      Progress progress) {
    this.load = load;
    this.plan = plan;
    this.target = target;
    this.server = server;
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @throws BenchFailed when members cannot join
   */
  Result run() throws IOException {
    try (Members members = new Members(load)) {
      Optional<Long> memoryBefore = server.flatMap(ServerProcess::memory);
      long start = System.nanoTime();
      var joinPhase = new JoinPhase(load, members, target, plan.patience(), progress);
      joinPhase.join();
      double joinSeconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      joinPhase.settle();
      var joined =
          new Result.Joined(
              joinSeconds, memoryBefore, server.flatMap(ServerProcess::memory), load.members());
      if (!plan.warmUp().isZero()) {
        send("warming up", members, plan.warmUp(), Long.MAX_VALUE);
      }
      return measure(members, joined);
    } finally {
      progress.end();
    }
  }

  private Result measure(Members members, Result.Joined joined) throws IOException {
    long sentBefore = sent(members);
    Optional<Duration> cpuBefore = server.flatMap(ServerProcess::cpu);
    long ownBefore = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    LatencyStats stats = send("measuring", members, plan.duration(), plan.maxMessages());
    double own = THREADS.getCurrentThreadCpuTime() - ownBefore;
    double busy = own / (System.nanoTime() - start);
    Optional<Duration> cpu =
        server.flatMap(ServerProcess::cpu).flatMap(after -> cpuBefore.map(after::minus));
    double nanos = Math.max(1, stats.last() - stats.start());
    return new Result(
        joined,
        sent(members) - sentBefore,
        stats,
        nanos / NANOS_PER_SECOND,
        faults(members),
        cpu,
        busy);
  }

  /** Sends for a while, and waits until all of it has arrived or nothing comes any more. */
  private LatencyStats send(String what, Members members, Duration duration, long maxMessages)
      throws IOException {
    LatencyStats stats = new LatencyStats();
    members.countIn(stats);
    if (cutOff) {
      return stats; // it went wrong while warming up
    }
    try (SendLoop loop = start(members, duration, maxMessages)) {
      boolean sending = true;
      long expecting = stats.start();
      while (sending || !isSettled(members)) {
        sending = sending && loop.turn();
        members.read(TURN_MILLIS);
        progress.show(() -> line(what, stats));
        long now = System.nanoTime();
        if (sending && load.hasRate()) {
          expecting = now; // it may just not be time for the next
        }
        long quiet = now - Math.max(stats.last(), expecting);
        if (members.disconnected() > 0 || quiet > plan.patience().toNanos()) {
          cutOff = true;
          break;
        }
      }
    } catch (IOException e) {
      cutOff = true; // a sender's connection is gone
    }
    return stats;
  }

  private SendLoop start(Members members, Duration duration, long maxMessages) {
    return load.hasRate()
        ? openLoop(members, duration, maxMessages)
        : new ClosedLoop(members.rooms(), load.window(), duration, maxMessages);
  }

  private OpenLoop openLoop(Members members, Duration duration, long maxMessages) {
    List<Sender> senders = members.rooms().stream().flatMap(r -> r.senders().stream()).toList();
    long due = (long) Math.ceil(load.rate() * duration.toNanos() / NANOS_PER_SECOND);
    var schedule = new Schedule(System.nanoTime(), load.rate());
    return new OpenLoop(senders, schedule, Math.min(due, maxMessages), plan.patience());
  }

  private static boolean isSettled(Members members) {
    return members.rooms().stream().allMatch(RoomLoad::isSettled);
  }

  private static long sent(Members members) {
    return members.rooms().stream().mapToLong(RoomLoad::sent).sum();
  }

  private static Result.Faults faults(Members members) {
    long lost = 0;
    long misordered = 0;
    long stray = 0;
    for (Member member : members.all()) {
      lost += member.deliveries().lost(member.room().sentByEach());
      misordered += member.deliveries().misordered();
      stray += member.deliveries().stray();
    }
    return new Result.Faults(lost, misordered, stray, members.disconnected());
  }

  private static String line(String what, LatencyStats stats) {
    double seconds = (System.nanoTime() - stats.start()) / NANOS_PER_SECOND;
    return String.format(
        Locale.ROOT,
        "%s: %.0f s, %,d deliveries, %,.0f/s",
        what,
        seconds,
        stats.deliveries(),
        stats.deliveries() / seconds);
  }
}
