package chat.parley.tls;

import chat.parley.notation.FileTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Text that holds binary data between lines of dashes (RFC 7468). What stands between the blocks
 * means nothing.
 */
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  private static final int LINE = 64;

  /** A file of a few certificates is a few KiB; whatever is larger is something else. */
  private static final int MAX_SIZE = 1 << 20;

  /** One piece of data. */
  static final class Block {
    private final String label;
    private final byte[] data;

    private Block(String label, byte[] data) {
      this.label = label;
      this.data = data;
    }

    /** What it is, such as {@code CERTIFICATE}. */
    String label() {
      return label;
    }

    byte[] data() {
      return data;
    }
  }

  private Pem() {}

  /**
   * The blocks of a file, in their order.
   *
   * @param what the setting that names the file, for what is wrong with it
   * @throws TlsProblem when it has none, or cannot be read
   */
  static List<Block> read(Path file, String what) throws TlsProblem {
    String text = new String(bytes(file, what), StandardCharsets.ISO_8859_1);
    if (text.isBlank()) {
      throw new TlsProblem(what + ": " + file + " is empty");
    }
    try {
      List<Block> blocks = BLOCK.matcher(text).results().map(Pem::block).toList();
      if (blocks.isEmpty()) {
        throw new TlsProblem(
            what + ": " + file + " is not a PEM file; it has no line -----BEGIN …-----");
      }
      return blocks;
    } catch (IllegalArgumentException e) {
      throw new TlsProblem(what + ": " + file + " is damaged: it is not Base64 between the dashes");
    }
  }

  private static Block block(MatchResult found) {
    return new Block(found.group(1), Base64.getMimeDecoder().decode(found.group(2)));
  }

  /** All bytes of a file. */
  static byte[] bytes(Path file, String what) throws TlsProblem {
    try {
      if (Files.size(file) > MAX_SIZE) {
        throw new TlsProblem(what + ": " + file + " is too large to be one");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new TlsProblem(
          what + ": " + file + " cannot be read: " + FileTrouble.reading(file, e), e);
    }
  }

  /** {@code data} as a block of text. */
  static String write(String label, byte[] data) {
    String lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(data);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }
}
