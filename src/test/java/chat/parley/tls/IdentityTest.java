package chat.parley.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IdentityTest {
  private static final Instant END = Instant.parse("2030-06-01T12:00:00Z");
  private static final Authority.Issued ISSUED = Authority.named("a").issue("localhost", END);
  private static final Identity IDENTITY =
      new Identity(ISSUED.key(), ISSUED.chain(), Path.of("certificate.pem"));

  private static void isWarnedOf(Duration beforeItsEnd, String warning) {
    assertThat(IDENTITY.warning(END.minus(beforeItsEnd)))
        .hasValue("the certificate in certificate.pem " + warning);
  }

  @Test
  void isNotWarnedOfWhileItIsGoodForLong() {
    assertThat(IDENTITY.warning(END.minus(Duration.ofDays(14)).minusSeconds(1))).isEmpty();
  }

  @Test
  void isWarnedOfInItsLastFortnightAfterItsEndAndBeforeItsBeginning() {
    isWarnedOf(Duration.ofDays(14), "expires in 14 d, on 2030-06-01T12:00:00Z");
    isWarnedOf(Duration.ofHours(5), "expires in 5 h, on 2030-06-01T12:00:00Z");
    isWarnedOf(
        Duration.ofSeconds(-1), "has expired on 2030-06-01T12:00:00Z; clients will refuse it");
    isWarnedOf(Duration.ofDays(400), "is not valid before 2029-06-01T12:00:00Z");
  }

  @Test
  void doesNotShowItsKey() {
    assertThat(IDENTITY.toString()).isEqualTo("the certificate of CN=localhost in certificate.pem");
  }
}
