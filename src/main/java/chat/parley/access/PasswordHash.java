package chat.parley.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: a salted PBKDF2 (RFC 8018) with HMAC-SHA-256, from which the password
 * can only be guessed. Written {@code pbkdf2-sha256$ITERATIONS$SALT$HASH}, the latter two in the
 * URL alphabet of Base64 without padding.
 *
 * <p>Making and matching one takes a few tenths of a second of a core, on purpose; never do it on a
 * thread of the chat.
 */
public final class PasswordHash {
  /** How long a password may be, in characters. */
  public static final int MAX_LENGTH = 128;

  /** OWASP's Password Storage Cheat Sheet, "PBKDF2", as of 2026. */
  private static final int ITERATIONS = 600_000;

  /** RFC 8018, 4.2: the least there should be. */
  private static final int MIN_ITERATIONS = 1000;

  /** Some seconds; what is configured or kept cannot keep a core busy for longer. */
  private static final int MAX_ITERATIONS = 10_000_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** Salts of 16 to 64 bytes. */
  private static final Pattern WRITTEN =
      Pattern.compile("pbkdf2-sha256\\$([1-9]\\d{0,8})\\$([\\w-]{22,86})\\$([\\w-]{43})");

  private static final Pattern SPACES = Pattern.compile("\\p{Zs}");
  private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final int iterations;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(int iterations, byte[] salt, byte[] hash) {
    this.iterations = iterations;
    this.salt = salt;
    this.hash = hash;
  }

  /**
   * Whether it may be a password: 1 to {@link #MAX_LENGTH} characters without control characters.
   * As in the OpaqueString profile of RFC 8265, every kind of space is an ordinary one, case
   * counts, and how Unicode composes the same characters (NFC) does not.
   */
  public static boolean isPassword(Secret password) {
    String text = prepared(password);
    int length = text.codePointCount(0, text.length());
    return length >= 1 && length <= MAX_LENGTH && !NOT_TEXT.matcher(text).find();
  }

  /**
   * The hash of a password, with a salt of its own.
   *
   * @throws IllegalArgumentException when it {@linkplain #isPassword is none}
   */
  public static PasswordHash of(Secret password) {
    return of(password, ITERATIONS);
  }

  /** A hash that takes as long as {@code iterations} do; for tests that need many. */
  public static PasswordHash of(Secret password, int iterations) {
    if (!isPassword(password)) {
      throw new IllegalArgumentException("a password is 1 to " + MAX_LENGTH + " characters");
    }
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new PasswordHash(iterations, salt, hash(password, salt, iterations));
  }

  /** The hash that is {@linkplain #written() written} so; empty when it is none. */
  public static Optional<PasswordHash> parse(String written) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int iterations = Integer.parseInt(parts.group(1));
    if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
      return Optional.empty();
    }
    try {
      byte[] salt = Base64.getUrlDecoder().decode(parts.group(2));
      byte[] hash = Base64.getUrlDecoder().decode(parts.group(3));
      PasswordHash parsed = new PasswordHash(iterations, salt, hash);
      // Base64 has bits to spare at the end; each hash is written in one way only.
      return Optional.of(parsed).filter(it -> it.written().equals(written));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether {@code password} is the one; how long that takes does not depend on how alike it is.
   */
  public boolean matches(Secret password) {
    return isPassword(password) && MessageDigest.isEqual(hash(password, salt, iterations), hash);
  }

  /** One word, for a file; as much worth hiding as what it protects. */
  public String written() {
    return String.join(
        "$",
        "pbkdf2-sha256",
        Integer.toString(iterations),
        ENCODER.encodeToString(salt),
        ENCODER.encodeToString(hash));
  }

  private static String prepared(Secret password) {
    String spaced = SPACES.matcher(password.text()).replaceAll(" ");
    return Normalizer.normalize(spaced, Normalizer.Form.NFC);
  }

  private static byte[] hash(Secret password, byte[] salt, int iterations) {
    // The JDK's takes the UTF-8 of these characters.
    var spec =
        new PBEKeySpec(prepared(password).toCharArray(), salt, iterations, HASH_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no PBKDF2 with HMAC-SHA-256", e);
    } finally {
      spec.clearPassword();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PasswordHash it
        && it.iterations == iterations
        && Arrays.equals(it.salt, salt)
        && MessageDigest.isEqual(it.hash, hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(salt);
  }

  /** Tells that there is one, and not which. */
  @Override
  public String toString() {
    return "pbkdf2-sha256$***";
  }
}
