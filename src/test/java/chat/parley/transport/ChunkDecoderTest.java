package chat.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class ChunkDecoderTest {

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
}
