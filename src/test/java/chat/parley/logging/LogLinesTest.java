package chat.parley.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLinesTest {
  @TempDir private Path folder;

  private static String logged(String message, Throwable thrown) {
    var context = new LoggerContext();
    var lines = new LogLines();
    lines.setContext(context);
    lines.setPattern("%level %msg%n%ex{short}%nopex");
    lines.start();
    var event =
        new LoggingEvent("", context.getLogger("test"), Level.INFO, message, thrown, new Object[0]);
    return new String(lines.encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void arePlainTextAndUtf8() {
    assertThat(logged("小明 from \u202egro.elpmaxe\u202c \u2067x\u001b[2J\u2028", null))
        .isEqualTo("INFO 小明 from gro.elpmaxe \u2067x[2J\u2069\n");
  }

  @Test
  void arePlainTextAlsoWhereAnExceptionIsTold() {
    assertThat(logged("failed", new IllegalStateException("at \u202e\u001b[2Jname")))
        .startsWith("INFO failed\njava.lang.IllegalStateException: at [2Jname\n\tat chat.parley")
        .endsWith("\n");
  }

  @Test
  void areInTheAuditLogTheSame() throws IOException {
    Path file = folder.resolve("audit.log");
    try (AuditLog log = AuditLog.open(Optional.of(file))) {
      log.write("小明 from here: kick: \u202e\u2067why\u001b");
    }
    assertThat(Files.readString(file)).endsWith(" 小明 from here: kick: \u2067why\u2069\n");
  }
}
