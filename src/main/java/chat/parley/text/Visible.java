package chat.parley.text;

/** The characters that can be seen: neither space nor what Unicode has no sign for. */
public final class Visible {
  /**
   * First and last of each range of the characters that Unicode's property
   * Default_Ignorable_Code_Point (DerivedCoreProperties.txt) holds, and of the signs that are blank
   * but no space: that of braille and that of music.
   */
  private static final int[][] INVISIBLE = {
    {0x00AD, 0x00AD},
    {0x034F, 0x034F},
    {0x061C, 0x061C},
    {0x115F, 0x1160},
    {0x17B4, 0x17B5},
    {0x180B, 0x180F},
    {0x200B, 0x200F},
    {0x202A, 0x202E},
    {0x2060, 0x206F},
    {0x2800, 0x2800},
    {0x3164, 0x3164},
    {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFF8},
    {0x1BCA0, 0x1BCA3},
    {0x1D159, 0x1D159},
    {0x1D173, 0x1D17A},
    {0xE0000, 0xE0FFF}
  };

  private Visible() {}

  /** Whether there is anything to see in {@code text}. */
  public static boolean anythingIn(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (is(c)) {
        return true;
      }
      i += Character.charCount(c);
    }
    return false;
  }

  /** Whether there is anything to see of one character. */
  public static boolean is(int c) {
    if (c < 0x7F) {
      return c > ' ';
    }
    return !Character.isISOControl(c) && !Character.isSpaceChar(c) && !isInvisible(c);
  }

  private static boolean isInvisible(int c) {
    for (int[] range : INVISIBLE) {
      if (range[0] <= c && c <= range[1]) {
        return true;
      }
    }
    return false;
  }
}
