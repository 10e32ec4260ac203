package chat.parley.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Bytes that numbers and texts are written to, the shorter the smaller; it grows as it must. */
final class BlockWriter {
  /** How many bytes stand before the head: a version and a checksum. */
  static final int PREFIX = 1 + Integer.BYTES;

  private static final int LONGEST_NUMBER = 10;

  private byte[] bytes = new byte[128];
  private int size;

  int size() {
    return size;
  }

  /** The head and the rest, behind a version and a checksum of both. */
  static byte[] checked(byte version, BlockWriter head, BlockWriter rest) {
    ByteBuffer all = ByteBuffer.allocate(PREFIX + head.size + rest.size);
    all.put(version);
    all.putInt(0);
    all.put(head.bytes, 0, head.size);
    all.put(rest.bytes, 0, rest.size);
    return all.putInt(1, checksum(all.array())).array();
  }

  /** The checksum of what stands behind the place of a checksum. */
  static int checksum(byte[] all) {
    var checksum = new CRC32C();
    checksum.update(all, PREFIX, all.length - PREFIX);
    return (int) checksum.getValue();
  }

  void octet(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  /** A number that is 0 or more: seven bits in each byte, the lowest first. */
  void number(long value) {
    reserve(LONGEST_NUMBER);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A number that may be less than 0. */
  void signed(long value) {
    number(value << 1 ^ value >> 63);
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    number(utf8.length);
    reserve(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}
