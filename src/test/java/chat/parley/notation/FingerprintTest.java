package chat.parley.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  @Test
  void isReadInTheFormsThatToolsPrint() {
    String digits = "0123456789abcdef".repeat(4);
    String written = Fingerprint.parse(digits);
    assertThat(written)
        .isEqualTo(Fingerprint.parse("SHA256:" + digits.toUpperCase(Locale.ROOT)))
        .startsWith("01:23:45:67:89:AB:CD:EF:01");
    assertThat(Fingerprint.parse(written)).isEqualTo(written);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fingerprint.parse("01:23"))
        .withMessageContaining("64 hexadecimal digits");
  }
}
