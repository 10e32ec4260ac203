package chat.parley.protocol;

import chat.parley.event.Batch;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.util.ByteString;

/** Lines of text: {@code [name] text} for what people say, {@code * text} for the rest. */
final class LinesFormat implements NoticeFormat {
  /** What is written the same shares what is encoded, whichever listener it is for. */
  private static final Map<Kind, LinesFormat> FORMATS = new ConcurrentHashMap<>();

  private final LinesStyle style;
  private final EventText events;
  private final NoticeText notices;

  /** How it writes. */
  private record Kind(int maxLine, LinesStyle style) {}

  LinesFormat(int maxLine, LinesStyle style, Clock clock) {
    this.style = style;
    this.events = new EventText(maxLine, style, clock);
    this.notices = new NoticeText(events, clock);
  }

  /**
   * @param maxLine where a line that was not one, but unframed bytes, is broken
   */
  static LinesFormat of(int maxLine, LinesStyle style) {
    return FORMATS.computeIfAbsent(
        new Kind(maxLine, style),
        kind -> new LinesFormat(maxLine, style, Clock.system(ZoneId.systemDefault())));
  }

  LinesStyle style() {
    return style;
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
