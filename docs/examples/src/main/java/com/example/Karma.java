package com.example;

import chat.parley.event.RoomEvent;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import com.typesafe.config.Config;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** A bot that counts thanks: {@code bob++} is answered with {@code bob has 1}. */
public final class Karma implements MemberExtension {
  private static final Pattern THANKS = Pattern.compile("(\\w+)\\+\\+");

  @Override
  public String name() {
    return "karma";
  }

  @Override
  public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
    return Behaviors.setup(
        context -> {
          Map<String, Integer> thanks = new HashMap<>();
          return Behaviors.receiveMessage(
              event -> {
                if (event instanceof RoomEvent.Posted posted) {
                  Matcher found = THANKS.matcher(posted.content().text());
                  while (found.find()) {
                    String name = found.group(1);
                    voice.say(name + " has " + thanks.merge(name, 1, Integer::sum));
                  }
                }
                return Behaviors.same();
              });
        });
  }
}
