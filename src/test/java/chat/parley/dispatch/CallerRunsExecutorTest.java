package chat.parley.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallerRunsExecutorTest {
  private static final Duration NEVER_OVER = Duration.ofHours(1);

  private final ExecutorService streams = CallerRunsExecutor.create(this, false, NEVER_OVER);
  private final ExecutorService sessions = CallerRunsExecutor.create(this, true, NEVER_OVER);
  private final ExecutorService sameSystem = CallerRunsExecutor.create(this, false, NEVER_OVER);
  private final List<String> done = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() {
    streams.shutdown();
    sessions.shutdown();
    sameSystem.shutdown();
  }

  @Test
  void runsWhatItIsGivenAtOnceOnTheThreadOfWhoeverGivesIt() {
    Thread caller = Thread.currentThread();
    streams.execute(() -> assertThat(Thread.currentThread()).isSameAs(caller));
    sessions.execute(() -> done.add("session"));
    assertThat(done).containsExactly("session");
  }

  @Test
  void runsStreamsWithinATurnAndSessionsAfterIt() {
    streams.execute(
        () -> {
          sessions.execute(
              () -> {
                done.add("session begins");
                streams.execute(() -> done.add("stream of the session"));
                done.add("session ends");
              });
          streams.execute(() -> done.add("socket"));
          done.add("stream ends");
        });
    assertThat(done)
        .containsExactly(
            "socket", "stream ends", "session begins", "stream of the session", "session ends");
  }

  @Test
  void goesOnElsewhereWithWhatAsksForAnotherTurn() throws InterruptedException {
    CountDownLatch secondTurn = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    Runnable task =
        new Runnable() {
          @Override
          public void run() {
            if (Thread.currentThread() == caller) {
              streams.execute(this);
            } else {
              secondTurn.countDown();
            }
          }
        };
    streams.execute(task);
    assertThat(secondTurn.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void losesNothingThatWaitsForWhatFails() throws InterruptedException {
    CountDownLatch ran = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                streams.execute(
                    () -> {
                      sessions.execute(ran::countDown);
                      throw new IllegalStateException("failed");
                    }))
        .hasMessage("failed");
    assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void leavesTheRestToOthersWhenTheSliceIsOver() throws InterruptedException {
    Object system = new Object();
    ExecutorService slicedStreams = CallerRunsExecutor.create(system, false, Duration.ZERO);
    ExecutorService slicedSessions = CallerRunsExecutor.create(system, true, Duration.ZERO);
    Thread caller = Thread.currentThread();
    CountDownLatch ran = new CountDownLatch(3);
    Runnable elsewhere =
        () -> {
          done.add(Thread.currentThread() == caller ? "here" : "elsewhere");
          ran.countDown();
        };
    slicedStreams.execute(
        () -> {
          slicedStreams.execute(elsewhere);
          slicedSessions.execute(() -> elsewhere.run());
          slicedStreams.execute(() -> elsewhere.run());
        });
    assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(done).containsExactly("elsewhere", "elsewhere", "elsewhere");
    slicedSessions.shutdown();
    slicedStreams.shutdown();
    assertThat(slicedStreams.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void losesNothingThatIsPutOffWithWhatFails() throws InterruptedException {
    ExecutorService sliced = CallerRunsExecutor.create(new Object(), false, Duration.ZERO);
    CountDownLatch ran = new CountDownLatch(1);
    sliced.execute(
        () -> {
          sliced.execute(
              () -> {
                throw new IllegalStateException("failed, as a test wants it to");
              });
          sliced.execute(ran::countDown);
        });
    assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
    sliced.shutdown();
  }

  @Test
  void keepsThePoolForThoseThatStillUseIt() throws InterruptedException {
    sessions.shutdown();
    streams.shutdown();
    assertThat(sessions.isTerminated()).isTrue();
    CountDownLatch ran = new CountDownLatch(2);
    Runnable twice =
        new Runnable() {
          @Override
          public void run() {
            ran.countDown();
            if (ran.getCount() > 0) {
              sameSystem.execute(this);
            }
          }
        };
    sameSystem.execute(twice);
    assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
  }
}
