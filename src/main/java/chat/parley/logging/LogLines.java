package chat.parley.logging;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import chat.parley.text.PlainText;
import java.nio.charset.StandardCharsets;

/**
 * Lines of the log in UTF-8, each of them {@linkplain PlainText plain}: much of what is logged is
 * what people have written. Named in {@code logback.xml}.
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
