package chat.parley.wire;

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

class LineSplitterTest {
  private static final int LIMIT = 8192;

  @Test
  void givesAllCompleteLinesOfAChunkTogether() {
    var splitter = new LineSplitter(LIMIT);

    assertThat(split(splitter, "one\ntwo\n\nthr"))
        .containsExactly(line("one"), line("two"), line(""));
    assertThat(split(splitter, "ee\n")).containsExactly(line("three"));
    assertThat(splitter.end()).isEmpty();
  }

  @Test
  void givesThousandsOfLinesPieceByPiece() {
    var splitter = new LineSplitter(LIMIT);

    assertThat(split(splitter, "x\n".repeat(2000) + "ha")).hasSize(1000);
    assertThat(splitter.hasMore()).isTrue();
    assertThat(splitter.more()).hasSize(1000);
    assertThat(splitter.hasMore()).isTrue();
    assertThat(splitter.more()).isEmpty();
    assertThat(splitter.hasMore()).isFalse();
    assertThat(split(splitter, "lf\n")).containsExactly(line("half"));
    assertThat(split(splitter, "x\n".repeat(1000))).hasSize(1000);
    assertThat(splitter.hasMore()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"one\r\ntwo\r\n\r\n", "one\ntwo\n\n", "one\rtwo\n\n", "小明\r\né\n\n"})
  void findsTheSameLinesWhereverOneChunkEnds(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    List<Frame> whole = frames(bytes, LIMIT, bytes.length);

    for (int cut = 1; cut < bytes.length; cut++) {
      var splitter = new LineSplitter(LIMIT);
      List<Frame> frames = new ArrayList<>(splitter.split(ByteString.fromArray(bytes, 0, cut)));
      frames.addAll(splitter.split(ByteString.fromArray(bytes, cut, bytes.length - cut)));
      frames.addAll(splitter.end());
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
    var splitter = new LineSplitter(4);

    assertThat(split(splitter, "abcd")).isEmpty();
    assertThat(split(splitter, "e")).containsExactly(new Frame.TooLong(4));
    assertThat(split(splitter, "x".repeat(1_000))).isEmpty();
    assertThat(split(splitter, "yz\nok\n")).containsExactly(line("ok"));
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
    var splitter = new LineSplitter(limit);
    List<Frame> frames = new ArrayList<>();
    for (ByteString each : Hostile.chunks(bytes, chunk)) {
      frames.addAll(splitter.split(each));
    }
    frames.addAll(splitter.end());
    return frames;
  }

  private static List<Frame> split(Splitter splitter, String text) {
    return splitter.split(ByteString.fromString(text, UTF_8));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static Frame line(String text) {
    return new Frame.Line(text);
  }
}
