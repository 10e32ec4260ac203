package chat.parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Passwords.Verdict;
import com.typesafe.config.ConfigFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.LoggingTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private static final ActorTestKit kit =
      ActorTestKit.create(ManualTime.config().withFallback(ConfigFactory.load()));
  private static final ManualTime time = ManualTime.get(kit.system());
  private static final PasswordHash SESAME = PasswordHash.of(new Secret("sesame"), 1000);
  private static final InetAddress HERE = address("192.0.2.1");
  private static final InetAddress THERE = address("192.0.2.2");

  /** The hashes that are under way; the test is the threads that make them. */
  private final BlockingQueue<Runnable> underWay = new LinkedBlockingQueue<>();

  private final ActorRef<Passwords.Command> passwords =
      kit.spawn(Passwords.create(() -> 0, underWay::add));

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private TestProbe<Verdict> check(InetAddress from, String password) {
    TestProbe<Verdict> asking = kit.createTestProbe(Verdict.class);
    passwords.tell(new Passwords.Check(from, SESAME, new Secret(password), asking.ref()));
    return asking;
  }

  private Runnable next() throws InterruptedException {
    Runnable hash = underWay.poll(30, TimeUnit.SECONDS);
    assertThat(hash).as("a hash under way").isNotNull();
    return hash;
  }

  private void guessesWrong(InetAddress from) throws InterruptedException {
    TestProbe<Verdict> guess = check(from, "abracadabra");
    next().run();
    guess.expectMessage(Verdict.WRONG);
  }

  @Test
  void saysWhetherItIsTheRightOne() throws InterruptedException {
    TestProbe<Verdict> right = check(HERE, "sesame");
    next().run();
    right.expectMessage(Verdict.RIGHT);
    guessesWrong(HERE);
  }

  @Test
  void makesAHash() throws InterruptedException {
    TestProbe<Passwords.Hashed> asking = kit.createTestProbe(Passwords.Hashed.class);
    passwords.tell(new Passwords.Hash(HERE, new Secret("sesame"), asking.ref()));
    next().run();
    PasswordHash hash = asking.expectMessageClass(Passwords.Hashed.class).hash().orElseThrow();
    assertThat(hash.matches(new Secret("sesame"))).isTrue();
  }

  @Test
  void makesNoneOfWhatMayNotBeAPassword() {
    TestProbe<Passwords.Hashed> asking = kit.createTestProbe(Passwords.Hashed.class);
    passwords.tell(new Passwords.Hash(HERE, new Secret(""), asking.ref()));
    assertThat(asking.expectMessageClass(Passwords.Hashed.class).hash()).isEmpty();
    assertThat(underWay).isEmpty();
  }

  @Test
  void doesOneThingAtATimeForAnAddress() throws InterruptedException {
    TestProbe<Verdict> first = check(HERE, "sesame");
    TestProbe<Passwords.Hashed> second = kit.createTestProbe(Passwords.Hashed.class);
    passwords.tell(new Passwords.Hash(HERE, new Secret("new"), second.ref()));
    TestProbe<Verdict> third = check(HERE, "sesame");
    TestProbe<Verdict> elsewhere = check(THERE, "sesame");
    Runnable here = next();
    next().run();
    elsewhere.expectMessage(Verdict.RIGHT);
    assertThat(underWay).isEmpty();
    here.run();
    first.expectMessage(Verdict.RIGHT);
    next().run();
    second.expectMessageClass(Passwords.Hashed.class);
    next().run();
    third.expectMessage(Verdict.RIGHT);
  }

  @Test
  void refusesAnAddressWhereTooManyWait() throws InterruptedException {
    TestProbe<Passwords.Hashed> asking = kit.createTestProbe(Passwords.Hashed.class);
    for (int i = 0; i < Passwords.MAX_WAITING + 1; i++) {
      passwords.tell(new Passwords.Hash(HERE, new Secret("sesame"), asking.ref()));
    }
    passwords.tell(new Passwords.Hash(HERE, new Secret("sesame"), asking.ref()));
    assertThat(asking.expectMessageClass(Passwords.Hashed.class).hash()).isEmpty();
    check(HERE, "sesame").expectMessage(Verdict.TOO_MANY_WRONG);
    TestProbe<Verdict> elsewhere = check(THERE, "sesame");
    next();
    next().run();
    elsewhere.expectMessage(Verdict.RIGHT);
  }

  @Test
  void letsWhoHasGuessedWait() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      guessesWrong(HERE);
    }
    TestProbe<Verdict> fourth = check(HERE, "sesame");
    TestProbe<Verdict> elsewhere = check(THERE, "sesame");
    next().run();
    elsewhere.expectMessage(Verdict.RIGHT);
    time.timePasses(Duration.ofMillis(999));
    assertThat(underWay).isEmpty();
    time.timePasses(Duration.ofMillis(1));
    next().run();
    fourth.expectMessage(Verdict.RIGHT);
  }

  @Test
  void refusesAtOnceWhatWouldWaitForMoreThanAMinute() throws InterruptedException {
    List<TestProbe<Verdict>> guesses = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      guesses.add(check(HERE, "abracadabra"));
    }
    check(HERE, "sesame").expectMessage(Verdict.TOO_MANY_WRONG);
    time.timePasses(Duration.ofSeconds(31));
    for (TestProbe<Verdict> guess : guesses) {
      next().run();
      guess.expectMessage(Verdict.WRONG);
    }
  }

  @Test
  void answersThatItIsWrongWhenItCannotTell() {
    ActorRef<Passwords.Command> broken =
        kit.spawn(
            Passwords.create(
                () -> 0,
                hash -> {
                  throw new RejectedExecutionException("no threads in this test");
                }));
    TestProbe<Verdict> check = kit.createTestProbe(Verdict.class);
    TestProbe<Passwords.Hashed> hash = kit.createTestProbe(Passwords.Hashed.class);
    LoggingTestKit.error("a password could not be hashed")
        .withOccurrences(6)
        .expect(
            kit.system(),
            () -> {
              // More than are free: what was not judged is no wrong one.
              for (int i = 0; i < 5; i++) {
                broken.tell(new Passwords.Check(HERE, SESAME, new Secret("sesame"), check.ref()));
                check.expectMessage(Verdict.WRONG);
              }
              broken.tell(new Passwords.Hash(HERE, new Secret("sesame"), hash.ref()));
              assertThat(hash.expectMessageClass(Passwords.Hashed.class).hash()).isEmpty();
              return null;
            });
  }

  @Test
  void worksOnThreadsOfItsOwn() {
    ActorRef<Passwords.Command> real = kit.spawn(Passwords.create());
    TestProbe<Verdict> asking = kit.createTestProbe(Verdict.class);
    real.tell(new Passwords.Check(HERE, SESAME, new Secret("sesame"), asking.ref()));
    asking.expectMessage(Verdict.RIGHT);
  }

  @Test
  void showsNoPasswordInItsMessages() {
    TestProbe<Verdict> asking = kit.createTestProbe(Verdict.class);
    assertThat(new Passwords.Check(HERE, SESAME, new Secret("sesame"), asking.ref()).toString())
        .doesNotContain("sesame")
        .doesNotContain(SESAME.written().substring(20));
  }
}
