package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatLogTest {
  private static final ZoneId ZONE = ZoneId.of("+05:30");

  private final EntryFactory entries =
      new EntryFactory(Clock.fixed(Instant.parse("2030-01-02T03:04:05.678Z"), ZONE));

  @TempDir private Path directory;

  @Test
  void keepsEveryLineWithItsTime() throws IOException {
    Path file = directory.resolve("chat.log");
    try (ChatLog chatLog = ChatLog.open(file, ZONE)) {
      chatLog.write(
          List.of(
              entries.heard("[alice] 你好", LinePattern.read("[alice] 你好"), "bob"),
              entries.typed("hi", "bob", true),
              entries.client("connection lost")));
      assertThat(file)
          .content()
          .isEqualTo(
              """
              2030-01-02T08:34:05+05:30 [alice] 你好
              2030-01-02T08:34:05+05:30 bob> hi
              2030-01-02T08:34:05+05:30 -- connection lost
              """);
    }
  }

  @Test
  void goesOnWhereTheLastOneEnded() throws IOException {
    Path file = directory.resolve("chat.log");
    for (int i = 0; i < 2; i++) {
      try (ChatLog chatLog = ChatLog.open(file, ZONE)) {
        chatLog.write(List.of(entries.client("line " + i)));
      }
    }
    assertThat(Files.readAllLines(file)).hasSize(2).last().asString().endsWith("line 1");
  }

  @Test
  void cannotBeOpenedWhereThereIsNoDirectory() {
    assertThatIOException()
        .isThrownBy(() -> ChatLog.open(directory.resolve("none/chat.log"), ZONE).close());
  }
}
