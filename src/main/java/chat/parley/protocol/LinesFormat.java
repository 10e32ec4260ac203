package chat.parley.protocol;

import chat.parley.event.Batch;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.util.ByteString;

/** Lines of text: {@code [name] text} for what people say, {@code * text} for the rest. */
final class LinesFormat implements NoticeFormat {
  /** By their longest lines: listeners that write the same share what is encoded. */
  private static final Map<Integer, LinesFormat> FORMATS = new ConcurrentHashMap<>();

  private final EventText events;
  private final NoticeText notices;

  private LinesFormat(int maxLine) {
    this.events = new EventText(maxLine);
    this.notices = new NoticeText(events);
  }

  /**
   * @param maxLine where a line that was not one, but unframed bytes, is broken
   */
  static LinesFormat of(int maxLine) {
    return FORMATS.computeIfAbsent(maxLine, LinesFormat::new);
  }

  @Override
  public ByteString encode(Batch batch) {
    StringBuilder out = new StringBuilder(64 * batch.events().size());
    batch.events().forEach(event -> events.write(event, out));
    return bytes(out);
  }

  @Override
  public ByteString encode(Notice notice) {
    StringBuilder out = new StringBuilder();
    notices.write(notice, out);
    return bytes(out);
  }

  private static ByteString bytes(StringBuilder text) {
    return ByteString.fromArrayUnsafe(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
