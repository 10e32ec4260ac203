package com.example;

import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.parley.event.Content;
import chat.parley.event.MemberId;
import chat.parley.extension.Gate;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SpeakersTest {
  private static final ActorTestKit kit = ActorTestKit.create();
  private static final MemberId SOMEBODY = new MemberId(0, 1);

  private final Speakers extension = new Speakers();
  private final Config settings = ConfigFactory.parseString("names = [alice, bob]");
  private final TestProbe<Gate.Answer> answers = kit.createTestProbe(Gate.Answer.class);
  private final ActorRef<Gate.Question> gate = kit.spawn(extension.gate(settings));

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private void wantsToSay(String author, String text) {
    var content = new Content.Text(text);
    gate.tell(new Gate.Consider(author, true, SOMEBODY, content, answers.ref()));
  }

  @Test
  void letsOnlySpeakersSpeak() {
    wantsToSay("alice", "news!");
    answers.expectMessage(new Gate.Pass());
    wantsToSay("eve", "ads!");
    answers.expectMessage(new Gate.Refuse("only alice, bob may speak here"));
  }

  @Test
  void letsEverybodyInToRead() {
    gate.tell(new Gate.Admit("eve", SOMEBODY, answers.ref()));
    answers.expectMessage(new Gate.Pass());
  }

  @Test
  void needsSpeakers() {
    assertThrows(IllegalArgumentException.class, () -> extension.check(extension.defaults()));
    extension.check(settings);
  }
}
