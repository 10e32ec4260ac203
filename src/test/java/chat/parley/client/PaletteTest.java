package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteTest {

  @Test
  void givesANameTheSameColourInWhateverCase() {
    assertThat(Palette.colour("Zoë")).isEqualTo(Palette.colour("zoë"));
    assertThat(Palette.colour("Zoe\u0308")).isEqualTo(Palette.colour("Zoë"));
  }

  @Test
  void usesAllItsColoursAboutEvenly() {
    var uses =
        IntStream.range(0, 2000)
            .mapToObj(i -> Palette.colour("user" + i))
            .collect(Collectors.groupingBy(colour -> colour, Collectors.counting()));
    assertThat(uses).hasSize(20);
    assertThat(uses.values()).allSatisfy(count -> assertThat(count).isBetween(50L, 150L));
  }

  @Test
  void usesColoursThatShowOnBlackAndOnWhite() {
    IntStream.range(0, 2000)
        .map(i -> Palette.colour("user" + i))
        .forEach(
            colour -> assertThat(luminance(colour)).as("colour %d", colour).isBetween(0.10, 0.40));
  }

  /** Relative luminance of a colour of the 6×6×6 cube, 0 to 1 (WCAG 2, IEC 61966-2-1). */
  private static double luminance(int colour) {
    int cube = colour - 16;
    return 0.2126 * linear(cube / 36) + 0.7152 * linear(cube / 6 % 6) + 0.0722 * linear(cube % 6);
  }

  private static double linear(int step) {
    double c = (step == 0 ? 0 : 55 + 40 * step) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
