package chat.parley.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import chat.parley.testkit.FakeRoom;
import java.time.Instant;
import java.util.Random;
import org.apache.pekko.actor.testkit.typed.javadsl.BehaviorTestKit;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiceTest {
  private static final long SEED = 7;

  private final FakeRoom room = new FakeRoom("lobby");
  private final Random random = new Random(SEED);
  private final Dice extension = new Dice(random);
  private final BehaviorTestKit<RoomEvent> dice =
      BehaviorTestKit.create(extension.member(extension.defaults(), room));

  private void hears(String text) {
    dice.run(Events.posted(1, Instant.EPOCH, "alice", new Content.Text(text)));
  }

  @Test
  void rollsAsManyDiceAsItIsTold() {
    int[] expected = new Random(SEED).ints(2, 1, 7).toArray();
    hears("!roll 2d6");
    assertThat(room.said())
        .containsExactly(
            "alice rolled %s + %s = %s"
                .formatted(expected[0], expected[1], expected[0] + expected[1]));
  }

  @Test
  void rollsOneDieOfSixSidesWhenItIsToldNothing() {
    int expected = new Random(SEED).ints(1, 1, 7).findFirst().getAsInt();
    hears(" !roll ");
    assertThat(room.said()).containsExactly("alice rolled " + expected);
  }

  @Test
  void rollsOneWithADieOfOneSide() {
    hears("!roll 1d1");
    hears("!roll d1");
    assertThat(room.said()).containsExactly("alice rolled 1", "alice rolled 1");
  }

  @Test
  void staysWithinTheSides() {
    for (int i = 0; i < 200; i++) {
      hears("!roll d2");
    }
    assertThat(room.said()).hasSize(200).containsOnly("alice rolled 1", "alice rolled 2");
  }

  @Test
  void hearsRawClientsToo() {
    Content bytes =
        new Content.Bytes(ByteString.emptyByteString(), ByteString.fromString("!roll 1d1\r\n"));
    dice.run(Events.posted(1, Instant.EPOCH, "guest1", bytes));
    assertThat(room.said()).containsExactly("guest1 rolled 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0d6", "21d6", "1d0", "1d1001", "99999999999d6", "d", "2d6 please", "two", "-1d6"})
  void tellsOnlyWhoeverWroteNonsenseHowItIsWritten(String nonsense) {
    hears("!roll " + nonsense);
    assertThat(room.said())
        .containsExactly(">alice it is written !roll 2d6, with 1 to 20 dice of 1 to 1000 sides");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "!rolling", "let us !roll 2d6", ""})
  void leavesAloneWhatIsNotForIt(String other) {
    hears(other);
    dice.run(Events.joined("bob"));
    assertThat(room.said()).isEmpty();
  }
}
