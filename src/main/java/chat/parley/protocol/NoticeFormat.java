package chat.parley.protocol;

import chat.parley.transport.Format;
import org.apache.pekko.util.ByteString;

/** A format that also writes notices, whoever they are for. */
public interface NoticeFormat extends Format {

  /** What {@code notice} looks like; empty when there are no words for it. */
  ByteString encode(Notice notice);

  @Override
  default ByteString skipped(long messages) {
    return encode(new Notice.Skipped(messages));
  }

  @Override
  default ByteString tooSlow() {
    return encode(new Notice.TooSlow());
  }

  @Override
  default ByteString readNothing() {
    return encode(new Notice.ReadNothing());
  }
}
