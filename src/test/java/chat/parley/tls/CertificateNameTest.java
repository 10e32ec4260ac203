package chat.parley.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CN=bob|bob",
        "C=DE,CN=bob|bob",
        "1.2.840.113549.1.9.1=#160362,CN=bob|bob",
        "CN=bob+UID=1|bob",
        "C=DE+CN=bob|bob",
        "O=parley|''",
        "no name|''"
      })
  void isTheCommonNameAlsoBesideAnotherAttribute(String distinguishedName, String name) {
    assertThat(CertificateName.in(distinguishedName)).isEqualTo(name);
  }
}
