package chat.parley.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * Byte strings that no client would send: every other one is noise, the rest are sessions that
 * would be in order, or the beginnings of other protocols, with a few things gone wrong. The same
 * seed and number always give the same string.
 */
final class ByteStrings {
  private static final int MAX_NOISE = 1_024;
  private static final int MAX_FAULTS = 6;
  private static final int OVER_A_LINE = 9_000;

  private static final List<String> SESSIONS =
      List.of(
          "NAME\nhello everybody\n/me waves\n/who\n/quit\n",
          "NAME\r\n/join #room1\r\n/rooms\r\n/topic what this is about\r\n/join lobby\r\n",
          "NAME\n/nick NAMEb\n/msg alice psst\n/history 5\n//slash\n/help\n",
          "NAME\n/join\n/msg\n/nick\n/history 99999999999\n/nothing\n/\n\n\n",
          "名前NAME\n你好 é 😀 مرحبا\n/me 😀\n/topic 小明\n",
          "NAME\n\u001b[2J\u001b]0;title\u0007\u0000\u0085\u2028* bob has left\n[bob] hi\n",
          "GET / HTTP/1.1\r\nHost: 127.0.0.1:5566\r\nUser-Agent: curl/8.5.0\r\nAccept: */*\r\n\r\n",
          "POST /chat HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello",
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
          "SSH-2.0-OpenSSH_9.6\r\n",
          "PROXY TCP4 192.0.2.1 192.0.2.2 56324 443\r\nNAME\nhello\n",
          "NICK NAME\r\nUSER NAME 0 * :Real Name\r\nJOIN #lobby\r\nPRIVMSG #lobby :hi\r\n");

  private static final byte[] TLS_HELLO = tlsHello();

  private final long seed;
  private final boolean hellos;

  private ByteStrings(long seed, boolean hellos) {
    this.seed = seed;
    this.hellos = hellos;
  }

  /** For listeners that speak no TLS. */
  static ByteStrings ofMany(long seed) {
    return new ByteStrings(seed, false);
  }

  /** What is not noise is the beginning of TLS. */
  static ByteStrings ofHellos(long seed) {
    return new ByteStrings(seed, true);
  }

  private static byte[] tlsHello() {
    try {
      SSLEngine engine = SSLContext.getDefault().createSSLEngine("example.com", 443);
      engine.setUseClientMode(true);
      ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
      engine.wrap(ByteBuffer.allocate(0), hello);
      return Arrays.copyOf(hello.array(), hello.position());
    } catch (NoSuchAlgorithmException | SSLException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] get(int number) {
    SplittableRandom random = new SplittableRandom(seed + number * 0x9e3779b97f4a7c15L);
    if (random.nextBoolean()) {
      byte[] noise = new byte[random.nextInt(1, MAX_NOISE)];
      random.nextBytes(noise);
      return noise;
    }
    byte[] session = session(random, number);
    for (int faults = random.nextInt(MAX_FAULTS); faults > 0; faults--) {
      session = spoil(session, random);
    }
    return session;
  }

  private byte[] session(SplittableRandom random, int number) {
    int which = random.nextInt(SESSIONS.size() + 1);
    return hellos || which == SESSIONS.size()
        ? TLS_HELLO
        : SESSIONS.get(which).replace("NAME", "u" + number).getBytes(UTF_8);
  }

  private byte[] spoil(byte[] bytes, SplittableRandom random) {
    int from = random.nextInt(bytes.length + 1);
    int to = random.nextInt(from, bytes.length + 1);
    byte[] part = Arrays.copyOfRange(bytes, from, to);
    return switch (random.nextInt(6)) {
      case 0 -> with(bytes, from, to, new byte[0]);
      case 1 -> with(bytes, to, to, part);
      case 2 -> with(bytes, from, from, noise(random, 1 + random.nextInt(8)));
      case 3 -> with(bytes, from, to, noise(random, part.length));
      case 4 ->
          with(
              bytes, from, from, String.valueOf(anyOf(random)).repeat(OVER_A_LINE).getBytes(UTF_8));
      default -> with(bytes, from, from, session(random, random.nextInt()));
    };
  }

  private static char anyOf(SplittableRandom random) {
    String often = "x\n\r /*[\t\u0000é";
    return often.charAt(random.nextInt(often.length()));
  }

  private static byte[] noise(SplittableRandom random, int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  /** {@code bytes} with {@code other} in the place of those between {@code from} and {@code to}. */
  private static byte[] with(byte[] bytes, int from, int to, byte[] other) {
    byte[] all = new byte[from + other.length + bytes.length - to];
    System.arraycopy(bytes, 0, all, 0, from);
    System.arraycopy(other, 0, all, from, other.length);
    System.arraycopy(bytes, to, all, from + other.length, bytes.length - to);
    return all;
  }
}
