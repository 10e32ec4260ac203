package com.example;

import chat.parley.extension.Gate;
import chat.parley.extension.GateExtension;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** A gate that makes a room read-only for all but {@code names}. */
public final class Speakers implements GateExtension {

  @Override
  public String name() {
    return "speakers";
  }

  @Override
  public Config defaults() {
    return ConfigFactory.parseString("names = []");
  }

  @Override
  public void check(Config settings) {
    if (settings.getStringList("names").isEmpty()) {
      throw new IllegalArgumentException("names must list who may speak");
    }
  }

  @Override
  public Behavior<Gate.Question> gate(Config settings) {
    List<String> speakers = settings.getStringList("names");
    return Behaviors.receiveMessage(
        question -> {
          question.replyTo().tell(answer(question, speakers));
          return Behaviors.same();
        });
  }

  private static Gate.Answer answer(Gate.Question question, List<String> speakers) {
    if (question instanceof Gate.Consider post
        && post.person()
        && !speakers.contains(post.author())) {
      return new Gate.Refuse("only " + String.join(", ", speakers) + " may speak here");
    }
    return new Gate.Pass();
  }
}
