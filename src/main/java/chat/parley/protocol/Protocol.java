package chat.parley.protocol;

import chat.parley.event.Batch;
import org.apache.pekko.util.ByteString;

/** A protocol. One object serves all connections of a listener. */
public interface Protocol extends Batch.Encoder {

  /** Whether clients choose a name; if not, they are guests and their first frame is a request. */
  boolean asksName();

  /** A new connection's decoder. */
  FrameDecoder decoder();

  /** What a client answers with {@code frame} when it is asked for a name or a password. */
  String answer(Frame frame);

  /**
   * What to tell a client whose {@code frame}, sent in place of a name, shows that it takes this
   * protocol for another protocol; null when it does not.
   */
  Notice otherProtocol(Frame frame);

  /** Whether a client that has a name says nothing with {@code frame}, which is then dropped. */
  boolean saysNothing(Frame frame);

  /** What a client that has a name wants with {@code frame}. */
  Request request(Frame frame);

  /** What {@code notice} looks like; empty when this protocol has no words for it. */
  ByteString encode(Notice notice);
}
