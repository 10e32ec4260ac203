package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import chat.parley.transport.Frame;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RawProtocolTest {
  private final RawProtocol protocol = new RawProtocol();

  @Test
  void passesBytesOnAsTheyAre() {
    byte[] bytes = new byte[1 << 20];
    new Random(1).nextBytes(bytes);
    ByteString chunk = ByteString.fromArray(bytes);

    Request request = protocol.request(new Frame.Bytes(ByteString.fromString("carried"), chunk));

    assertThat(request).isInstanceOf(Request.Say.class);
    assertThat(encode(posted(((Request.Say) request).content()))).isEqualTo(chunk);
  }

  @Test
  void joinsTheBytesOfABatch() {
    assertThat(encode(posted(raw("你")), Events.joined("bob"), posted(raw("好\n"))).utf8String())
        .isEqualTo("你好\n");
  }

  @Test
  void endsWhatPeopleSayWithANewline() {
    assertThat(encode(posted(new Content.Text("你好"))).utf8String()).isEqualTo("你好\n");
    assertThat(encode(posted(new Content.Action("waves"))).utf8String()).isEqualTo("alice waves\n");
    assertThat(protocol.encode(new Notice.Whispered("bob", "psst")).utf8String())
        .isEqualTo("psst\n");
  }

  static final List<RoomEvent> NO_POSTS =
      List.of(
          Events.joined("bob"),
          Events.left("bob"),
          Events.renamed("bob", "rob"),
          Events.topicSet("bob", "tea"),
          new RoomEvent.CrowdChanged(Events.ROOM, 1, 1, 1, 1),
          new RoomEvent.ExtensionDisabled(Events.ROOM, "dice"),
          new RoomEvent.Recovered(Events.ROOM),
          new RoomEvent.NotSaid(Events.ROOM, "mind your words"),
          new RoomEvent.PrivateNotice(Events.ROOM, "psst"),
          new RoomEvent.Welcomed("lobby", "tea", List.of("bob"), 1, List.of()));

  @ParameterizedTest
  @FieldSource("NO_POSTS")
  void saysNothingOfWhatIsNoPost(RoomEvent event) {
    assertThat(encode(event)).isEqualTo(ByteString.emptyByteString());
  }

  @ParameterizedTest
  @FieldSource("NOTICES")
  void saysNothingItself(Notice notice) {
    assertThat(protocol.encode(notice)).isEqualTo(ByteString.emptyByteString());
  }

  static final List<Notice> NOTICES =
      LinesFormatTest.notices()
          .map(each -> (Notice) each.get()[0])
          .filter(notice -> !(notice instanceof Notice.Whispered))
          .toList();

  @Test
  void asksForNoName() {
    assertThat(protocol.asksName()).isFalse();
    assertThatThrownBy(() -> protocol.request(new Frame.Line("hi")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ByteString encode(RoomEvent... events) {
    return protocol.format().encode(new Batch(Events.ROOM, List.of(events)));
  }

  private static RoomEvent.Posted posted(Content content) {
    return Events.posted(1, Instant.EPOCH, "alice", content);
  }

  private static Content raw(String text) {
    return new Content.Bytes(ByteString.emptyByteString(), ByteString.fromString(text));
  }
}
