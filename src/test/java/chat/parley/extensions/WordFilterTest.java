package chat.parley.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.extension.Gate;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.apache.pekko.actor.testkit.typed.javadsl.BehaviorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordFilterTest {
  private final WordFilter extension = new WordFilter();
  private final TestInbox<Gate.Answer> answers = TestInbox.create();

  private Config settings(String settings) {
    return ConfigFactory.parseString(settings).withFallback(extension.defaults());
  }

  private Gate.Answer asked(String settings, Content content) {
    BehaviorTestKit.create(extension.gate(settings(settings)))
        .run(new Gate.Consider("alice", true, Events.id("alice"), content, answers.getRef()));
    return answers.receiveMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "darn, ***",
    "'Darn, DARN it', '***, *** it'",
    "(darn), (***)",
    "STRASSE-ÖDE, STRASSE-***",
    "CAFE\u0301!, ***!",
    "这是坏话吗, 这是***吗",
    "坏话darn坏话, *********",
    "oh snap! oh, *** oh",
  })
  void writesSomethingElseInPlaceOfAWord(String said, String instead) {
    String words = "words = [darn, öde, café, 坏话, \"oh snap!\"]";
    assertThat(asked(words, new Content.Text(said)))
        .isEqualTo(new Gate.Change(new Content.Text(instead)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "darning", "ädarn", "darn\u0301", "darn_it", "2darn"})
  void leavesLongerWordsAlone(String said) {
    assertThat(asked("words = [darn]", new Content.Text(said))).isEqualTo(new Gate.Pass());
  }

  @Test
  void seesWhatPeopleDoToo() {
    assertThat(asked("{ words = [darn], instead = \"$1\" }", new Content.Action("says darn")))
        .isEqualTo(new Gate.Change(new Content.Action("says $1")));
  }

  @Test
  void refusesThePostWhenItIsToldTo() {
    assertThat(asked("{ words = [darn], when = refuse }", new Content.Text("darn!")))
        .isEqualTo(new Gate.Refuse("mind your words"));
  }

  @Test
  void letsEverybodyIn() {
    BehaviorTestKit.create(extension.gate(settings("words = [darn]")))
        .run(new Gate.Admit("darn", Events.id("darn"), answers.getRef()));
    assertThat(answers.receiveMessage()).isEqualTo(new Gate.Pass());
  }

  @ParameterizedTest
  @ValueSource(strings = {"words = []", "words = [\" \"]", "words = [a], when = maybe"})
  void doesNotTakeSettingsThatMakeNoSense(String wrong) {
    assertThatThrownBy(() -> extension.check(settings("{" + wrong + "}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(" must ");
    extension.check(settings("words = [a]"));
  }
}
