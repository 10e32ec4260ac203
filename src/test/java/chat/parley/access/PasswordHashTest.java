package chat.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
  /** Made with Python's hashlib, of "pässword". */
  private static final String FOREIGN =
      "pbkdf2-sha256$1000$MDEyMzQ1Njc4OWFiY2RlZg$rybsuBlIHCOEKCPpDvTVloYHkPEiKOiJqqYGLCHAfF0";

  private static PasswordHash quick(String password) {
    return PasswordHash.of(new Secret(password), 1000);
  }

  private static boolean isPassword(String text) {
    return PasswordHash.isPassword(new Secret(text));
  }

  @Test
  void matchesThePasswordItWasMadeOfAndNoOther() {
    PasswordHash hash = quick("open sesame");
    assertThat(hash.matches(new Secret("open sesame"))).isTrue();
    assertThat(hash.matches(new Secret("Open sesame"))).isFalse();
    assertThat(hash.matches(new Secret("open sesame "))).isFalse();
    assertThat(hash.matches(new Secret(""))).isFalse();
  }

  @Test
  void takesNoNoticeOfHowUnicodeWritesTheSameCharacters() {
    PasswordHash hash = quick("cr\u00e8me br\u00fbl\u00e9e");
    assertThat(hash.matches(new Secret("cre\u0300me\u00a0bru\u0302le\u0301e"))).isTrue();
  }

  @Test
  void isAnotherOneEachTime() {
    assertThat(quick("sesame")).isNotEqualTo(quick("sesame"));
  }

  @Test
  void isReadAsItWasWritten() {
    PasswordHash hash = PasswordHash.of(new Secret("sesame"));
    assertThat(hash.written()).matches("pbkdf2-sha256\\$600000\\$[\\w-]{22}\\$[\\w-]{43}");
    assertThat(PasswordHash.parse(hash.written())).contains(hash);
    assertThat(PasswordHash.parse(hash.written()).get().matches(new Secret("sesame"))).isTrue();
  }

  @Test
  void isThePbkdf2ThatOthersMake() {
    assertThat(PasswordHash.parse(FOREIGN).get().matches(new Secret("p\u00e4ssword"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sesame",
        "pbkdf2-sha256",
        // iterations
        "pbkdf2-sha256$$MDEyMzQ1Njc4OWFiY2RlZg$rybsuBlIHCOEKCPpDvTVloYHkPEiKOiJqqYGLCHAfF0",
        "pbkdf2-sha256$999$MDEyMzQ1Njc4OWFiY2RlZg$rybsuBlIHCOEKCPpDvTVloYHkPEiKOiJqqYGLCHAfF0",
        "pbkdf2-sha256$01000$MDEyMzQ1Njc4OWFiY2RlZg$rybsuBlIHCOEKCPpDvTVloYHkPEiKOiJqqYGLCHAfF0",
        "pbkdf2-sha256$10000001$MDEyMzQ1Njc4OWFiY2RlZg$rybsuBlIHCOEKCPpDvTVloYHkPEiKOiJqqYGLCHAfF0",
        "pbkdf2-sha256$9999999999$MDEyMzQ1Njc4OWFiY2RlZg$rybsuBlIHCOEKCPpDvTVloYHkPEiKOiJqqYGLCHAfF0",
        // salt
        "pbkdf2-sha256$1000$MDEyMzQ1Njc4OWFiY2RlZ$rybsuBlIHCOEKCPpDvTVloYHkPEiKOiJqqYGLCHAfF0",
        "pbkdf2-sha256$1000$MDEyMzQ1Njc4OWFiY2RlZh$rybsuBlIHCOEKCPpDvTVloYHkPEiKOiJqqYGLCHAfF0",
        "pbkdf2-sha256$1000$MDEyMzQ1Njc4OWFiY2RlZ+$rybsuBlIHCOEKCPpDvTVloYHkPEiKOiJqqYGLCHAfF0",
        // hash
        "pbkdf2-sha256$1000$MDEyMzQ1Njc4OWFiY2RlZg$rybsuBlIHCOEKCPpDvTVloYHkPEiKOiJqqYGLCHAfF",
        "pbkdf2-sha256$1000$MDEyMzQ1Njc4OWFiY2RlZg$rybsuBlIHCOEKCPpDvTVloYHkPEiKOiJqqYGLCHAfF0=",
        "pbkdf2-sha256$1000$MDEyMzQ1Njc4OWFiY2RlZg$rybsuBlIHCOEKCPpDvTVloYHkPEiKOiJqqYGLCHAfF0$",
        "pbkdf2-sha256$1000$MDEyMzQ1Njc4OWFiY2RlZg$rybsuBlIHCOEKCPpDvTVloYHkPEiKOiJqqYGLCHAfF0\n",
        // kind
        "pbkdf2-sha1$1000$MDEyMzQ1Njc4OWFiY2RlZg$rybsuBlIHCOEKCPpDvTVloYHkPEiKOiJqqYGLCHAfF0",
        " pbkdf2-sha256$1000$MDEyMzQ1Njc4OWFiY2RlZg$rybsuBlIHCOEKCPpDvTVloYHkPEiKOiJqqYGLCHAfF0",
      })
  void isNothingElseThanOneWord(String written) {
    assertThat(PasswordHash.parse(written)).isEmpty();
  }

  @Test
  void isMadeOfOneTo128CharactersThatCanBeTyped() {
    assertThat(isPassword("a")).isTrue();
    assertThat(isPassword(" ")).isTrue();
    assertThat(isPassword("\ud83d\udd11".repeat(128))).isTrue();
    assertThat(isPassword("e\u0301".repeat(128))).isTrue();
    assertThat(isPassword("")).isFalse();
    assertThat(isPassword("a".repeat(129))).isFalse();
    assertThat(isPassword("a\tb")).isFalse();
    assertThat(isPassword("a\u0000")).isFalse();
    assertThat(isPassword("a\u2028b")).isFalse();
    assertThat(isPassword("\ud83d")).isFalse();
    assertThatThrownBy(() -> quick("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void showsNothingOfItself() {
    PasswordHash hash = quick("sesame");
    assertThat(hash).hasToString("pbkdf2-sha256$***");
    assertThat(new Secret("sesame")).hasToString("***");
  }
}
