package chat.parley.transport;

import java.util.HexFormat;

/** Bytes that are easier to read as something else. */
final class Bytes {
  private Bytes() {}

  /** The bytes written like {@code E4 BD A0}. */
  static byte[] ofHex(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
