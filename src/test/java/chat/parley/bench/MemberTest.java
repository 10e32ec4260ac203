package chat.parley.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import org.junit.jupiter.api.Test;

class MemberTest {
  private static final String PREFIX = "[b0] ";

  private final MessageFormat sent = new MessageFormat(MessageFormat.MIN_SIZE, 0);
  private final RoomLoad room = new RoomLoad(2);
  private final LatencyStats stats = new LatencyStats();
  private final ByteBuffer in = ByteBuffer.allocateDirect(200);
  private final Member member =
      new Member(
          new MessageFormat(MessageFormat.MIN_SIZE, PREFIX.length()),
          room,
          new Deliveries(0, 1, 1),
          "* you are in ");

  @Test
  void findsTheMessagesHoweverTheBytesAreCut() throws IOException {
    byte[] bytes = (message(0) + "* ann has joined\n" + message(1) + message(2)).getBytes(US_ASCII);
    for (int cut = 0; cut <= bytes.length; cut++) {
      var each =
          new Member(
              new MessageFormat(MessageFormat.MIN_SIZE, PREFIX.length()),
              room,
              new Deliveries(0, 1, 1),
              "");
      each.read(channel(bytes, 0, cut), in, stats);
      each.read(channel(bytes, cut, bytes.length), in, stats);

      assertThat(each.deliveries().settled()).as("cut at %d", cut).isEqualTo(3);
      assertThat(each.deliveries().lost(new int[] {3})).as("cut at %d", cut).isZero();
    }
    assertThat(stats.deliveries()).isEqualTo(3L * (bytes.length + 1));
  }

  @Test
  void isAdmittedWhenTheServerSaysSo() throws IOException {
    member.read(channel("* Welcome!\n* bob is taken\n* you are i"), in, stats);
    assertThat(member.isAdmitted()).isFalse();
    assertThat(member.lastWords()).isEqualTo("* bob is taken");

    member.read(channel("n lobby with nobody else\n"), in, stats);
    assertThat(member.isAdmitted()).isTrue();
  }

  @Test
  void refusesALineThatHasNoEnd() {
    assertThatThrownBy(() -> member.read(channel("x".repeat(300)), in, stats))
        .isInstanceOf(BenchFailed.class)
        .hasMessageContaining("200 bytes");
  }

  private String message(int number) {
    ByteBuffer out = ByteBuffer.allocate(sent.sentLength());
    sent.write(out, 0, number, 0);
    return PREFIX + new String(out.array(), US_ASCII);
  }

  private static ReadableByteChannel channel(String text) {
    return channel(text.getBytes(US_ASCII), 0, text.length());
  }

  private static ReadableByteChannel channel(byte[] bytes, int start, int end) {
    return Channels.newChannel(new ByteArrayInputStream(bytes, start, end - start));
  }
}
