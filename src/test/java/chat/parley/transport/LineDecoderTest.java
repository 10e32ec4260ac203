package chat.parley.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineDecoderTest {
  private static final int LIMIT = 8192;

  @Test
  void givesAllCompleteLinesOfAChunkTogether() {
    var decoder = new LineDecoder(LIMIT);

    assertThat(split(decoder, "one\ntwo\n\nthr"))
        .containsExactly(line("one"), line("two"), line(""));
    assertThat(split(decoder, "ee\n")).containsExactly(line("three"));
    assertThat(decoder.end()).isEmpty();
  }

  @Test
  void givesThousandsOfLinesPieceByPiece() {
    var decoder = new LineDecoder(LIMIT);

    assertThat(split(decoder, "x\n".repeat(2000) + "ha")).hasSize(1000);
    assertThat(decoder.hasMore()).isTrue();
    assertThat(decoder.more()).hasSize(1000);
    assertThat(decoder.hasMore()).isTrue();
    assertThat(decoder.more()).isEmpty();
    assertThat(decoder.hasMore()).isFalse();
    assertThat(split(decoder, "lf\n")).containsExactly(line("half"));
    assertThat(split(decoder, "x\n".repeat(1000))).hasSize(1000);
    assertThat(decoder.hasMore()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"one\r\ntwo\r\n\r\n", "one\ntwo\n\n", "one\rtwo\n\n", "小明\r\né\n\n"})
  void findsTheSameLinesWhereverOneChunkEnds(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    List<Frame> whole = frames(bytes, LIMIT, bytes.length);

    for (int cut = 1; cut < bytes.length; cut++) {
      var decoder = new LineDecoder(LIMIT);
      List<Frame> frames = new ArrayList<>(decoder.split(ByteString.fromArray(bytes, 0, cut)));
      frames.addAll(decoder.split(ByteString.fromArray(bytes, cut, bytes.length - cut)));
      frames.addAll(decoder.end());
      assertThat(frames).as("cut at %d", cut).isEqualTo(whole);
    }
  }

  @RepeatedTest(300)
  void findsTheSameFramesInChunksOfAnySize(RepetitionInfo seed) {
    Random random = new Random(seed.getCurrentRepetition());
    byte[] bytes = Hostile.bytes(random, 120);
    int limit = 1 + random.nextInt(12);

    List<Frame> whole = frames(bytes, limit, bytes.length);

    assertThat(frames(bytes, limit, 1)).isEqualTo(whole);
    assertThat(frames(bytes, limit, 2 + random.nextInt(20))).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({"1", "7", "8191", "8192", "8193", "8194", "100000"})
  void countsAllBytesOfALineButItsEnd(int chunk) {
    String longest = "x".repeat(LIMIT);

    for (String end : List.of("\n", "\r\n")) {
      assertThat(frames(bytes(longest + end + "on" + end), LIMIT, chunk))
          .containsExactly(line(longest), line("on"));
      assertThat(frames(bytes(longest + "x" + end + "on" + end), LIMIT, chunk))
          .containsExactly(new Frame.TooLong(LIMIT), line("on"));
    }
    assertThat(frames(bytes(longest + "\r\r\non\n"), LIMIT, chunk))
        .containsExactly(new Frame.TooLong(LIMIT), line("on"));
    assertThat(frames(bytes(longest + "\rx\non\n"), LIMIT, chunk))
        .containsExactly(new Frame.TooLong(LIMIT), line("on"));
  }

  @Test
  void countsBytesNotCharacters() {
    assertThat(frames(bytes("明明\n"), 6, 100)).containsExactly(line("明明"));
    assertThat(frames(bytes("明明\n"), 5, 100)).containsExactly(new Frame.TooLong(5));
  }

  @Test
  void tellsOfATooLongLineOnceAndAsSoonAsItIs() {
    var decoder = new LineDecoder(4);

    assertThat(split(decoder, "abcd")).isEmpty();
    assertThat(split(decoder, "e")).containsExactly(new Frame.TooLong(4));
    assertThat(split(decoder, "x".repeat(1_000))).isEmpty();
    assertThat(split(decoder, "yz\nok\n")).containsExactly(line("ok"));
  }

  @Test
  void takesWhatIsLeftAtTheEndForALine() {
    assertThat(frames(bytes("one\ntwo"), LIMIT, 3)).containsExactly(line("one"), line("two"));
    assertThat(frames(bytes("one\n"), LIMIT, 3)).containsExactly(line("one"));
    assertThat(frames(bytes(""), LIMIT, 3)).isEmpty();
  }

  @Test
  void saysNothingMoreAtTheEndOfALineThatWasTooLong() {
    assertThat(frames(bytes("12345678"), 4, 3)).containsExactly(new Frame.TooLong(4));
  }

  private static List<Frame> frames(byte[] bytes, int limit, int chunk) {
    var decoder = new LineDecoder(limit);
    List<Frame> frames = new ArrayList<>();
    for (ByteString each : Hostile.chunks(bytes, chunk)) {
      frames.addAll(decoder.split(each));
    }
    frames.addAll(decoder.end());
    return frames;
  }

  private static List<Frame> split(FrameDecoder decoder, String text) {
    return decoder.split(ByteString.fromString(text, UTF_8));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static Frame line(String text) {
    return new Frame.Line(text);
  }
}
