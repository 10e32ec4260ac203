package chat.parley.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The text of a file that is in the jar, beside the command lines. */
final class BundledText {
  private BundledText() {}

  static String of(String name) throws IOException {
    try (InputStream in = BundledText.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
