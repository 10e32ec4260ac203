package chat.parley.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.Test;

class BatchTest {

  @Test
  void isEncodedOncePerEncoder() {
    var batch = new Batch(Events.ROOM, List.of(Events.said(1, "hi")));
    var encodings = new AtomicInteger();
    Batch.Encoder one = encoded -> ByteString.fromString("one" + encodings.incrementAndGet());
    Batch.Encoder other = encoded -> ByteString.fromString("other" + encodings.incrementAndGet());

    ByteString bytes = batch.encoded(one);

    assertThat(bytes.utf8String()).isEqualTo("one1");
    assertThat(batch.encoded(other).utf8String()).isEqualTo("other2");
    assertThat(batch.encoded(one)).isSameAs(bytes);
    assertThat(batch.encoded(other).utf8String()).isEqualTo("other2");
  }

  @Test
  void isEncodedOnceHoweverManyAskAtTheSameTime() {
    var encodings = new AtomicInteger();
    Batch.Encoder encoder = encoded -> ByteString.fromString("" + encodings.incrementAndGet());

    for (int round = 1; round <= 200; round++) {
      var batch = new Batch(Events.ROOM, List.of());
      IntStream.range(0, 8).parallel().forEach(i -> batch.encoded(encoder));
      assertThat(encodings).hasValue(round);
    }
  }

  @Test
  void doesNotChangeWithTheListItWasMadeOf() {
    List<RoomEvent> events = new ArrayList<>(List.of(Events.joined("bob")));
    var batch = new Batch(Events.ROOM, events);
    events.clear();
    assertThat(batch.events()).containsExactly(Events.joined("bob"));
  }

  @Test
  void countsItsPosts() {
    assertThat(
            new Batch(
                    Events.ROOM,
                    List.of(Events.said(1, "a"), Events.left("bob"), Events.said(2, "b")))
                .posts())
        .isEqualTo(2);
  }
}
