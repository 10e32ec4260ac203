package chat.parley.protocol;

import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import java.nio.charset.StandardCharsets;
import org.apache.pekko.util.ByteString;
import org.apache.pekko.util.ByteStringBuilder;

/**
 * Bytes of raw clients as they are, what people say with a newline, and nothing of the server's.
 */
final class RawFormat implements NoticeFormat {
  static final RawFormat INSTANCE = new RawFormat();

  private RawFormat() {}

  @Override
  public ByteString encode(Batch batch) {
    if (batch.events().size() == 1 && batch.events().get(0) instanceof RoomEvent.Posted only) {
      return encode(only);
    }
    ByteStringBuilder bytes = new ByteStringBuilder();
    for (RoomEvent event : batch.events()) {
      if (event instanceof RoomEvent.Posted posted) {
        bytes.append(encode(posted));
      }
    }
    return bytes.result();
  }

  @Override
  public ByteString encode(Notice notice) {
    return notice instanceof Notice.Whispered whispered
        ? line(whispered.text())
        : ByteString.emptyByteString();
  }

  private static ByteString encode(RoomEvent.Posted posted) {
    if (posted.content() instanceof Content.Bytes bytes) {
      return bytes.bytes();
    }
    if (posted.content() instanceof Content.Action action) {
      return line(posted.author() + " " + action.text());
    }
    return line(posted.content().text());
  }

  private static ByteString line(String text) {
    return ByteString.fromString(text + "\n", StandardCharsets.UTF_8);
  }
}
