package chat.parley.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.Test;

class ContentTest {
  private static String read(ByteString carried, ByteString bytes) {
    return new Content.Bytes(carried, bytes).text();
  }

  @Test
  void readsBytesAsOneHarmlessLine() {
    assertThat(read(ByteString.emptyByteString(), ByteString.fromString("a\u001b\r\nb\n")))
        .isEqualTo("a b");
  }

  @Test
  void readsNothingWhereThereIsNothingToSee() {
    ByteString bytes = ByteString.fromString("\n \n\u001b\r\n");
    assertThat(read(ByteString.emptyByteString(), bytes)).isEmpty();
    assertThat(read(ByteString.emptyByteString(), bytes.concat(ByteString.fromString("a\n\n"))))
        .isEqualTo("a");
  }

  @Test
  void readsACharacterThatIsBrokenOffWhereItIsWhole() {
    ByteString bytes = ByteString.fromString("hi 明");
    assertThat(read(ByteString.emptyByteString(), bytes.dropRight(1))).isEqualTo("hi ");
    assertThat(read(bytes.takeRight(3).dropRight(1), bytes.takeRight(1))).isEqualTo("明");
  }
}
