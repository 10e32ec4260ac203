package chat.parley.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageFormatTest {
  private static final String PREFIX = "[bob] ";

  private final MessageFormat sent = new MessageFormat(40, 0);
  private final MessageFormat delivered = new MessageFormat(40, PREFIX.length());
  private final ByteBuffer bytes = ByteBuffer.allocate(100);

  @Test
  void writesALineOfTheAskedSizeThatIsText() {
    sent.write(bytes, 0x2a, 0x01abcdef, 0x123456789L);

    assertThat(new String(bytes.array(), 0, bytes.position(), US_ASCII))
        .isEqualTo("^0000002a01abcdef0000000123456789^" + "x".repeat(6) + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "9, 10, 15",
    "65535, 2147483647, 9223372036854775807",
    "1, 305419896, -1",
    "2147483647, 159, -9223372036854775808"
  })
  void readsWhatItWrote(int sender, int number, long time) {
    bytes.put(PREFIX.getBytes(US_ASCII));
    sent.write(bytes, sender, number, time);

    assertThat(delivered.isAt(bytes, 0, bytes.position())).isTrue();
    assertThat(delivered.sender(bytes, 0)).isEqualTo(sender);
    assertThat(delivered.number(bytes, 0)).isEqualTo(number);
    assertThat(delivered.time(bytes, 0)).isEqualTo(time);
  }

  @Test
  void findsNoMessageInOtherLinesAndInHalfOnes() {
    bytes.put(PREFIX.getBytes(US_ASCII));
    sent.write(bytes, 1, 2, 3);
    int end = bytes.position();

    assertThat(delivered.isAt(bytes, 0, end - 1)).as("its end is missing").isFalse();
    assertThat(delivered.isAt(bytes, 1, end + 1)).as("it begins later").isFalse();
    bytes.put(PREFIX.length(), (byte) '*');
    assertThat(delivered.isAt(bytes, 0, end)).as("it has no mark").isFalse();
  }
}
