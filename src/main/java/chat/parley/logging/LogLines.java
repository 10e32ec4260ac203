package chat.parley.logging;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import chat.parley.text.PlainText;
import java.nio.charset.StandardCharsets;

/**
 * The encoder of the log's lines: UTF-8, and each line {@linkplain PlainText plain}, as much of
 * what is logged is what people have written. Named in {@code logback.xml}.
 */
public final class LogLines extends PatternLayoutEncoder {

  /** Called by Logback. */
  public LogLines() {
    setCharset(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    StringBuilder plain = new StringBuilder();
    getLayout()
        .doLayout(event)
        .lines()
        .forEach(line -> plain.append(PlainText.clean(line)).append('\n'));
    return plain.toString().getBytes(getCharset());
  }
}
