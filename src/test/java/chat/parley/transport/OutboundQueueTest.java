package chat.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class OutboundQueueTest {
  private static final int MAX_WRITE = 64 * 1024;

  private final OutboundQueue outbound = outbound(4, 1000);

  @Test
  void givesWhatItTookInOrder() {
    offerAll("a", "b", "c");
    assertThat(drain(outbound)).isEqualTo("abc");
    assertThat(outbound.isEmpty()).isTrue();
  }

  @Test
  void takesAsManyMessagesAsItsBoundAndNoMore() {
    assertThat(outbound.offer(bytes("abc"), 3)).isTrue();
    assertThat(outbound.offer(bytes("de"), 2)).isFalse();
    assertThat(outbound(4, 1000).offer(bytes("abcd"), 4)).isTrue();
  }

  @Test
  void takesAsManyBytesAsItsBoundAndNoMore() {
    OutboundQueue narrow = outbound(100, 10);
    assertThat(narrow.offer(bytes("123456"), 1)).isTrue();
    assertThat(narrow.offer(bytes("7890"), 1)).isTrue();
    assertThat(narrow.offer(bytes("x"), 1)).isFalse();
  }

  @Test
  void forgetsWhatWaitsAndTakesNothingUntilItIsRead() {
    offerAll("a", "b", "c", "d", "e"); // e is missing
    assertThat(outbound.poll().utf8String()).isEqualTo("abcd");
    offerAll("f", "g");
    outbound.forget();
    assertThat(outbound.offer(bytes("h"), 1)).isFalse();

    assertThat(outbound.leftOut()).isEqualTo(4);
    assertThat(poll()).isEqualTo("<4 missing>");
    assertThat(outbound.offer(bytes("i"), 1)).isTrue();
    assertThat(drain(outbound)).isEqualTo("i");
  }

  @Test
  void tellsOfAGapWhereItIs() {
    offerAll("a", "b", "c", "d");
    assertThat(outbound.offer(bytes("e"), 1)).isFalse();
    assertThat(outbound.offer(bytes("fg"), 2)).isFalse();

    assertThat(poll()).isEqualTo("abcd");
    assertThat(outbound.isEmpty()).as("the gap has yet to be told").isFalse();
    assertThat(outbound.offer(bytes("h"), 1)).isTrue();
    assertThat(drain(outbound)).isEqualTo("<3 missing>h");
  }

  @Test
  void tellsOfAGapThatNothingFollows() {
    offerAll("a", "b", "c", "d", "e");
    assertThat(drain(outbound)).isEqualTo("abcd<1 missing>");
    assertThat(outbound.isEmpty()).isTrue();
  }

  @Test
  void takesNothingAfterAGapUntilHalfHasBeenWritten() {
    String large = "x".repeat(MAX_WRITE / 2 + 1); // no two of them are taken together
    OutboundQueue wide = outbound(4, 1_000_000);
    for (int i = 0; i < 4; i++) {
      assertThat(wide.offer(bytes(large), 1)).isTrue();
    }
    assertThat(wide.offer(bytes("e"), 1)).isFalse();

    wide.poll();
    assertThat(wide.isCrowded()).isTrue();
    assertThat(wide.offer(bytes("f"), 1)).isFalse();
    wide.poll();
    assertThat(wide.offer(bytes("g"), 1)).isTrue();
    assertThat(drain(wide)).isEqualTo(large + large + "<2 missing>g");
  }

  @Test
  void passesAMessageLargerThanItsBoundsWhenNothingElseWaits() {
    String large = "x".repeat(2000);
    assertThat(outbound.offer(bytes(large), 9)).isTrue();
    assertThat(outbound.offer(bytes("a"), 1)).isFalse();
    assertThat(drain(outbound)).isEqualTo(large + "<1 missing>");
  }

  @Test
  void passesALargeMessageAlsoRightAfterAGap() {
    String large = "x".repeat(2000);
    offerAll("a", "b", "c", "d", "e");
    assertThat(poll()).isEqualTo("abcd");

    assertThat(outbound.offer(bytes(large), 1)).isTrue();
    assertThat(drain(outbound)).isEqualTo("<1 missing>" + large);
  }

  @Test
  void tellsAlsoOfAGapInWhichNothingWasSaid() {
    offerAll("x".repeat(990));
    assertThat(outbound.offer(bytes("* bob has left\n"), 0)).isFalse();

    assertThat(outbound.offer(bytes("a"), 1)).as("before half has been written").isFalse();
    assertThat(drain(outbound)).endsWith("x<2 missing>");
  }

  @Test
  void isCrowdedWhenMoreThanHalfWaits() {
    assertThat(outbound.isCrowded()).isFalse();
    offerAll("a", "b");
    assertThat(outbound.isCrowded()).isFalse();
    offerAll("c");
    assertThat(outbound.isCrowded()).isTrue();
    drain(outbound);
    outbound.offer(bytes("x".repeat(501)), 1);
    assertThat(outbound.isCrowded()).as("in bytes").isTrue();
  }

  @Test
  void joinsWhatWaitsUpToTheSizeOfAWrite() {
    OutboundQueue wide = outbound(1000, 1_000_000);
    String half = "x".repeat(MAX_WRITE / 2);
    for (String each : List.of(half, half, "a", half, "b", half, half)) {
      wide.offer(bytes(each), 1);
    }

    assertThat(wide.poll().length()).isEqualTo(MAX_WRITE);
    assertThat(wide.poll().utf8String()).isEqualTo("a" + half + "b");
    assertThat(wide.poll().length()).isEqualTo(MAX_WRITE);
    assertThat(wide.isEmpty()).isTrue();
  }

  @Test
  void givesAMessageLargerThanAWriteAloneAndWithoutCopyingIt() {
    OutboundQueue wide = outbound(1000, 1_000_000);
    ByteString large = bytes("x".repeat(MAX_WRITE + 1));
    wide.offer(large, 1);
    wide.offer(bytes("a"), 1);

    assertThat(wide.poll()).isSameAs(large);
    assertThat(wide.poll().utf8String()).isEqualTo("a");
  }

  @Test
  void forgetsEverythingWhenCleared() {
    offerAll("a", "b", "c", "d", "e");
    outbound.clear();

    assertThat(outbound.isEmpty()).isTrue();
    assertThat(outbound.isCrowded()).isFalse();
    assertThat(outbound.offer(bytes("wxyz"), 4)).isTrue();
    assertThat(drain(outbound)).isEqualTo("wxyz");
  }

  @RepeatedTest(200)
  void losesNothingThatItDoesNotTellOf(RepetitionInfo seed) {
    Random random = new Random(seed.getCurrentRepetition());
    OutboundQueue box = outbound(1 + random.nextInt(8), 1 + random.nextInt(40));
    StringBuilder written = new StringBuilder();
    StringBuilder told = new StringBuilder(); // messages that were taken, a * for each that was not
    for (int i = 0; i < 60; i++) {
      if (random.nextInt(3) > 0) {
        String message = "(" + "x".repeat(random.nextInt(30)) + i + ")";
        int count = 1 + random.nextInt(3);
        told.append(box.offer(bytes(message), count) ? message : "*".repeat(count));
      } else if (!box.isEmpty()) {
        written.append(box.poll().utf8String());
      }
    }
    written.append(drain(box));

    assertThat(
            Pattern.compile("<(\\d+) missing>")
                .matcher(written)
                .replaceAll(gap -> "*".repeat(Integer.parseInt(gap.group(1)))))
        .isEqualTo(told.toString());
  }

  private void offerAll(String... messages) {
    for (String each : messages) {
      outbound.offer(bytes(each), 1);
    }
  }

  private String poll() {
    return outbound.poll().utf8String();
  }

  private static String drain(OutboundQueue outbound) {
    List<String> written = new ArrayList<>();
    while (!outbound.isEmpty()) {
      written.add(outbound.poll().utf8String());
    }
    return String.join("", written);
  }

  private static OutboundQueue outbound(int maxMessages, long maxBytes) {
    return new OutboundQueue(
        maxMessages,
        maxBytes,
        new MemoryBudget().share(1 << 20, () -> {}),
        missing -> bytes("<" + missing + " missing>"));
  }

  private static ByteString bytes(String text) {
    return ByteString.fromString(text);
  }
}
