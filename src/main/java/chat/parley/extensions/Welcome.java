package chat.parley.extensions;

import chat.parley.event.RoomEvent;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * A bot that tells whoever joins, and nobody else, what the room is about and who is here, after a
 * {@code greeting} in which {@code {name}} and {@code {room}} are filled in. In a crowd, whose
 * comings are not announced one by one, it is silent.
 */
public final class Welcome implements MemberExtension {
  private static final int NAMES_LISTED = 20;

  @Override
  public String name() {
    return "welcome";
  }

  @Override
  public Config defaults() {
    return ConfigFactory.parseString("greeting = \"welcome to {room}, {name}\"");
  }

  @Override
  public void check(Config settings) {
    settings.getString("greeting");
  }

  @Override
  public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
    // It also hears its own messages, so it is more than a Behavior<RoomEvent> and says less.
    return Behaviors.<Object>setup(
            context -> new Greeter(context, settings.getString("greeting"), voice))
        .narrow();
  }

  private static final class Greeter extends AbstractBehavior<Object> {
    private record TopicKnown(String newcomer, String topic) {}

    private record PresentKnown(String newcomer, String topic, List<String> names) {}

    /** The room has not answered in time; then nobody is greeted. */
    private record NoAnswer() {}

    private final String greeting;
    private final RoomHandle voice;

    Greeter(ActorContext<Object> context, String greeting, RoomHandle voice) {
      super(context);
      this.greeting = greeting;
      this.voice = voice;
    }

    @Override
    public Receive<Object> createReceive() {
      return newReceiveBuilder()
          .onMessage(RoomEvent.Joined.class, this::onJoined)
          .onMessage(TopicKnown.class, this::onTopicKnown)
          .onMessage(PresentKnown.class, this::onPresentKnown)
          .onAnyMessage(other -> this)
          .build();
    }

    private Behavior<Object> onJoined(RoomEvent.Joined joined) {
      getContext()
          .pipeToSelf(
              voice.topic(),
              (topic, failure) ->
                  failure == null ? new TopicKnown(joined.name(), topic) : new NoAnswer());
      return this;
    }

    private Behavior<Object> onTopicKnown(TopicKnown known) {
      getContext()
          .pipeToSelf(
              voice.present(),
              (names, failure) ->
                  failure == null
                      ? new PresentKnown(known.newcomer(), known.topic(), names)
                      : new NoAnswer());
      return this;
    }

    private Behavior<Object> onPresentKnown(PresentKnown known) {
      String newcomer = known.newcomer();
      voice.tell(newcomer, greeting.replace("{room}", voice.room()).replace("{name}", newcomer));
      if (!known.topic().isEmpty()) {
        voice.tell(newcomer, "it is about: " + known.topic());
      }
      voice.tell(newcomer, here(known.names().stream().filter(n -> !n.equals(newcomer)).toList()));
      return this;
    }

    private static String here(List<String> others) {
      if (others.isEmpty()) {
        return "nobody else is here yet";
      }
      int unlisted = Math.max(0, others.size() - NAMES_LISTED);
      String listed = String.join(", ", others.subList(0, others.size() - unlisted));
      return "here with you: " + listed + (unlisted == 0 ? "" : " and " + unlisted + " more");
    }
  }
}
