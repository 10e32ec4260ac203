package chat.parley.protocol;

import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import java.nio.charset.StandardCharsets;
import org.apache.pekko.util.ByteString;
import org.apache.pekko.util.ByteStringBuilder;

/**
 * The {@code raw} listener's protocol, which is the ancestor's: no prompt, no names, no framing.
 * Bytes of other raw clients pass as they are; people's text gets a newline; the server itself is
 * silent.
 */
public final class RawProtocol implements Protocol {

  @Override
  public boolean asksName() {
    return false;
  }

  @Override
  public FrameDecoder decoder() {
    return new ChunkDecoder();
  }

  @Override
  public String answer(Frame frame) {
    throw new UnsupportedOperationException("raw clients are not asked for a name");
  }

  @Override
  public Notice otherProtocol(Frame frame) {
    return null; // whatever they speak, it is bytes
  }

  @Override
  public boolean saysNothing(Frame frame) {
    return false; // bytes are bytes, also where there is nothing to see
  }

  @Override
  public Request request(Frame frame) {
    if (frame instanceof Frame.Bytes bytes) {
      return new Request.Say(new Content.Bytes(bytes.carried(), bytes.bytes()));
    }
    throw new IllegalArgumentException("not a frame of the raw protocol: " + frame);
  }

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
    return line(((Content.Text) posted.content()).text());
  }

  private static ByteString line(String text) {
    return ByteString.fromString(text + "\n", StandardCharsets.UTF_8);
  }
}
