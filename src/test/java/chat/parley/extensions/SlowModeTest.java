package chat.parley.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.MemberId;
import chat.parley.extension.Gate;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.BehaviorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowModeTest {
  private static final Gate.Answer PASS = new Gate.Pass();

  /** Not 0, so that the start of the clock counts for nothing. */
  private long now = Long.MAX_VALUE - Duration.ofSeconds(7).toNanos();

  private final SlowMode extension = new SlowMode(() -> now);
  private final TestInbox<Gate.Answer> answers = TestInbox.create();
  private final MemberId alice = Events.id("alice");
  private final MemberId bob = Events.id("bob");

  private BehaviorTestKit<Gate.Question> gate(String settings) {
    return BehaviorTestKit.create(extension.gate(settings(settings)));
  }

  private Config settings(String settings) {
    return ConfigFactory.parseString(settings).withFallback(extension.defaults());
  }

  private Gate.Answer posts(BehaviorTestKit<Gate.Question> gate, MemberId who, boolean person) {
    gate.run(new Gate.Consider("x", person, who, new Content.Text("hi"), answers.getRef()));
    return answers.receiveMessage();
  }

  private Gate.Answer posts(BehaviorTestKit<Gate.Question> gate, MemberId who) {
    return posts(gate, who, true);
  }

  private void passes(Duration time) {
    now += time.toNanos();
  }

  private static Gate.Delay delay(long millis) {
    return new Gate.Delay(Duration.ofMillis(millis));
  }

  @Test
  void delaysWhatOneAuthorSaysTooSoon() {
    var gate = gate("");
    assertThat(posts(gate, alice)).isEqualTo(PASS);
    passes(Duration.ofSeconds(2));
    assertThat(posts(gate, alice)).isEqualTo(delay(3_000));
    passes(Duration.ofSeconds(3));
    assertThat(posts(gate, alice)).isEqualTo(delay(5_000));
    passes(Duration.ofSeconds(10));
    assertThat(posts(gate, alice)).isEqualTo(PASS);
  }

  @Test
  void doesNotMakeOneAuthorWaitForAnother() {
    var gate = gate("");
    assertThat(posts(gate, alice)).isEqualTo(PASS);
    assertThat(posts(gate, bob)).isEqualTo(PASS);
  }

  @Test
  void refusesWhenItIsToldToAndDoesNotCountWhatItRefused() {
    var gate = gate("{ interval = 2500 ms, when = refuse }");
    assertThat(posts(gate, alice)).isEqualTo(PASS);
    passes(Duration.ofMillis(450));
    assertThat(posts(gate, alice)).isEqualTo(new Gate.Refuse("one post in 2.5 s; wait 2.1 s"));
    passes(Duration.ofMillis(2_050));
    assertThat(posts(gate, alice)).isEqualTo(PASS);
  }

  @Test
  void neverSlowsExtensions() {
    var gate = gate("");
    assertThat(posts(gate, bob, false)).isEqualTo(PASS);
    assertThat(posts(gate, bob, false)).isEqualTo(PASS);
  }

  @Test
  void doesNotRememberAuthorsForEver() {
    var next = new SlowMode.NextPosts();
    for (int i = 1; i <= 10_000; i++) {
      var author = new MemberId(0, i);
      assertThat(next.waitOf(author, now)).isZero();
      next.mayPostAt(author, now + Duration.ofSeconds(5).toNanos());
      passes(Duration.ofSeconds(1));
    }
    assertThat(next.known()).isLessThan(200);
  }

  @Test
  void forgetsNobodyWhoMayNotPostYet() {
    var gate = gate("when = refuse");
    int crowd = 1_000;
    for (int i = 1; i <= crowd; i++) {
      assertThat(posts(gate, new MemberId(0, i))).isEqualTo(PASS);
    }
    passes(Duration.ofSeconds(4));
    for (int i = 1; i <= crowd; i++) {
      assertThat(posts(gate, new MemberId(0, i))).isInstanceOf(Gate.Refuse.class);
    }
  }

  @Test
  void letsEverybodyIn() {
    gate("").run(new Gate.Admit("eve", alice, answers.getRef()));
    assertThat(answers.receiveMessage()).isEqualTo(PASS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"interval = 5", "interval = -1 s", "interval = 2 h", "when = maybe"})
  void doesNotTakeSettingsThatMakeNoSense(String wrong) {
    assertThatThrownBy(() -> extension.check(settings(wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(wrong.substring(0, wrong.indexOf(' ')) + " must be ");
    extension.check(extension.defaults());
  }
}
