package chat.parley.transport;

import java.util.List;
import org.apache.pekko.util.ByteString;

/** No framing: each chunk of the socket is a frame. */
final class ChunkDecoder implements FrameDecoder {
  private ByteString carried = ByteString.emptyByteString();

  @Override
  public List<Frame> split(ByteString chunk) {
    var frame = new Frame.Bytes(carried, chunk);
    ByteString whole = carried.concat(chunk.takeRight(3));
    // Compacted, so that three bytes do not hold on to a whole chunk.
    carried = whole.takeRight(Utf8.brokenOff(whole)).compact();
    return List.of(frame);
  }

  @Override
  public boolean hasMore() {
    return false;
  }

  @Override
  public List<Frame> more() {
    return List.of();
  }

  @Override
  public List<Frame> end() {
    // The bytes of a character that was never completed have been passed on already.
    return List.of();
  }
}
