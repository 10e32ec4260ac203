package chat.parley.extensions;

import chat.parley.event.RoomEvent;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import com.typesafe.config.Config;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A bot that rolls dice: {@code !roll 2d6} is answered with {@code alice rolled 3 + 4 = 7}. Without
 * a number of dice it rolls one, without anything one die of six sides.
 */
public final class Dice implements MemberExtension {
  private static final int MAX_DICE = 20;
  private static final int MAX_SIDES = 1000;
  private static final Pattern COMMAND = Pattern.compile("!roll(?:\\s+(.*))?");
  private static final Pattern ROLL = Pattern.compile("(\\d{0,4})d(\\d{1,4})");
  private static final String USAGE =
      "it is written !roll 2d6, with 1 to " + MAX_DICE + " dice of 1 to " + MAX_SIDES + " sides";

  private final Random random;

  public Dice() {
    this(new SecureRandom());
  }

  /** Dice that fall as {@code random} says. */
  Dice(Random random) {
    this.random = random;
  }

  @Override
  public String name() {
    return "dice";
  }

  @Override
  public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
    return Behaviors.receiveMessage(
        event -> {
          if (event instanceof RoomEvent.Posted posted) {
            hear(posted, voice);
          }
          return Behaviors.same();
        });
  }

  private void hear(RoomEvent.Posted posted, RoomHandle voice) {
    Matcher command = COMMAND.matcher(posted.content().text().strip());
    if (!command.matches()) {
      return;
    }
    String what = command.group(1) == null ? "1d6" : command.group(1);
    Matcher roll = ROLL.matcher(what);
    int dice = roll.matches() ? number(roll.group(1)) : 0;
    int sides = roll.matches() ? number(roll.group(2)) : 0;
    if (dice < 1 || dice > MAX_DICE || sides < 1 || sides > MAX_SIDES) {
      voice.tell(posted.author(), USAGE);
    } else {
      voice.say(posted.author() + " rolled " + roll(dice, sides));
    }
  }

  private static int number(String digits) {
    return digits.isEmpty() ? 1 : Integer.parseInt(digits);
  }

  private String roll(int dice, int sides) {
    List<Integer> rolled = random.ints(dice, 1, sides + 1).boxed().toList();
    String all = rolled.stream().map(String::valueOf).collect(Collectors.joining(" + "));
    return dice == 1 ? all : all + " = " + rolled.stream().mapToInt(Integer::intValue).sum();
  }
}
