package chat.parley.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkDecoderTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 100})
  void carriesABrokenCharacterToTheChunkThatCompletesIt(int chunk) {
    String text = "é你😀好aé😀";
    assertThat(String.join("", read(text.getBytes(UTF_8), chunk))).isEqualTo(text);
  }

  @RepeatedTest(200)
  void passesOnEveryChunkUnchangedAndCarriesAtMostThreeBytes(RepetitionInfo seed) {
    Random random = new Random(seed.getCurrentRepetition());
    var decoder = new ChunkDecoder();

    for (ByteString chunk : Hostile.chunks(Hostile.bytes(random, 100), 1 + random.nextInt(9))) {
      assertThat(decoder.split(chunk))
          .singleElement()
          .isInstanceOfSatisfying(
              Frame.Bytes.class,
              frame -> {
                assertThat(frame.bytes()).isEqualTo(chunk);
                assertThat(frame.carried().length()).isBetween(0, 3);
              });
    }
    assertThat(decoder.end()).isEmpty();
  }

  private static List<String> read(byte[] bytes, int chunk) {
    var decoder = new ChunkDecoder();
    List<String> lines = new ArrayList<>();
    for (ByteString each : Hostile.chunks(bytes, chunk)) {
      for (Frame frame : decoder.split(each)) {
        var part = (Frame.Bytes) frame;
        lines.addAll(UnframedLines.of(part.carried(), part.bytes(), 100));
      }
    }
    return lines;
  }
}
