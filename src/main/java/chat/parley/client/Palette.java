package chat.parley.client;

import java.text.Normalizer;
import java.util.Locale;

/** A colour per name, always the same one for the same name, whatever its case. */
final class Palette {

  /** Of the 256 terminal colours, those that can be read on black and on white and told apart. */
  private static final int[] COLOURS = {
    31, 33, 35, 37, 64, 67, 71, 97, 99, 103, 130, 132, 133, 136, 161, 166, 168, 172, 173, 196
  };

  private Palette() {}

  /** The number of the colour, 0 to 255, in which {@code name} is shown. */
  static int colour(String name) {
    String key = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    // FNV-1a: names that differ in one letter get colours that have nothing to do with each other.
    int hash = 0x811C9DC5;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x01000193;
    }
    return COLOURS[Math.floorMod(hash ^ (hash >>> 16), COLOURS.length)];
  }
}
