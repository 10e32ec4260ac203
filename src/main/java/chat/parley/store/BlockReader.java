package chat.parley.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** Reads what a {@link BlockWriter} has written. */
final class BlockReader {

  /** The bytes are not what was written. */
  static final class Damaged extends Exception {
    private static final long serialVersionUID = 1;
  }

  private final byte[] bytes;
  private int at = BlockWriter.PREFIX;

  private BlockReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads what stands behind the version and the checksum, when both are right. */
  static BlockReader checked(byte version, byte[] bytes) throws Damaged {
    if (bytes.length < BlockWriter.PREFIX
        || bytes[0] != version
        || ByteBuffer.wrap(bytes).getInt(1) != BlockWriter.checksum(bytes)) {
      throw new Damaged();
    }
    return new BlockReader(bytes);
  }

  int octet() {
    return bytes[at++];
  }

  long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  long signed() {
    long value = number();
    return value >>> 1 ^ -(value & 1);
  }

  String text() {
    int length = (int) number();
    at += length;
    return new String(bytes, at - length, length, UTF_8);
  }
}
