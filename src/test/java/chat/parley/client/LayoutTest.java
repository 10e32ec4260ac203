package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private final EntryFactory entries =
      new EntryFactory(Clock.fixed(Instant.parse("2030-01-02T03:04:05Z"), ZoneOffset.UTC));
  private final Layout layout = new Layout(ZoneOffset.UTC, true);

  @Test
  void stampsAndWrapsUnderTheText() {
    assertThat(rows(heard("[alice] one two three four five six"), 31))
        .containsExactly("03:04:05 [alice] one two three", "         four five six");
  }

  @Test
  void tellsOwnLinesFromThoseOfOthers() {
    assertThat(rows(entries.typed("hi", "bob", true), 80)).containsExactly("03:04:05 bob> hi");
    assertThat(rows(entries.typed("//hi", "bob", true), 80)).containsExactly("03:04:05 bob> /hi");
    assertThat(rows(entries.typed("//hi", "bob", false), 80)).containsExactly("03:04:05 bob> //hi");
    assertThat(rows(entries.typed("/me waves", "bob", true), 80))
        .containsExactly("03:04:05 * bob waves");
    assertThat(style(entries.typed("hi", "bob", true), "hi")).isEqualTo(AttributedStyle.BOLD);
  }

  @Test
  void coloursNamesOnlyWhenColoursAreWanted() {
    AttributedStyle coloured = AttributedStyle.DEFAULT.foreground(Palette.colour("alice"));
    assertThat(style(heard("[alice] hi"), "alice")).isEqualTo(coloured);
    assertThat(style(heard("[alice] hi"), "hi")).isEqualTo(AttributedStyle.DEFAULT);
    AttributedString plain = new Layout(ZoneOffset.UTC, false).rows(heard("[alice] hi"), 80).get(0);
    assertThat(plain.styleAt(plain.toString().indexOf("alice"))).isEqualTo(AttributedStyle.DEFAULT);
  }

  @Test
  void dimsWhoComesAndGoes() {
    assertThat(style(heard("* alice has joined"), "joined"))
        .isEqualTo(AttributedStyle.DEFAULT.faint());
    assertThat(style(heard("* topic: tea"), "tea")).isEqualTo(AttributedStyle.DEFAULT);
  }

  @Test
  void highlightsTheUsersName() {
    Entry entry = heard("[alice] is Bob there?");
    assertThat(style(entry, "Bob")).isEqualTo(AttributedStyle.DEFAULT.bold().inverse());
    assertThat(style(entry, " there")).isEqualTo(AttributedStyle.DEFAULT);
    assertThat(style(heard("* alice tells you: psst"), "alice"))
        .isEqualTo(AttributedStyle.DEFAULT.bold().inverse());
  }

  private Entry heard(String line) {
    return entries.heard(line, LinePattern.read(line), "bob");
  }

  private List<String> rows(Entry entry, int width) {
    return layout.rows(entry, width).stream().map(AttributedString::toString).toList();
  }

  private AttributedStyle style(Entry entry, String at) {
    AttributedString row = layout.rows(entry, 80).get(0);
    return row.styleAt(row.toString().indexOf(at));
  }
}
