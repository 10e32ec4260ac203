package chat.parley.protocol;

import chat.parley.event.Content;
import chat.parley.transport.Format;
import chat.parley.transport.Frame;
import org.apache.pekko.util.ByteString;

/**
 * The {@code raw} listener's protocol, which is the ancestor's: no prompt, no names, no framing.
 * Bytes of other raw clients pass as they are; people's text gets a newline; the server itself is
 * silent. It remembers nothing, so one serves all connections.
 */
public final class RawProtocol implements Protocol {

  @Override
  public boolean asksName() {
    return false;
  }

  @Override
  public String answer(Frame frame) {
    throw new UnsupportedOperationException("raw clients are not asked for a name");
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
  public ByteString encode(Notice notice) {
    return RawFormat.INSTANCE.encode(notice);
  }

  @Override
  public Format format() {
    return RawFormat.INSTANCE;
  }
}
