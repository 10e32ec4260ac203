package chat.parley.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.store.PostImport;
import chat.parley.store.StoreLocation;
import chat.parley.store.StoreSnapshot;
import chat.parley.store.TestStores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestStores.class)
class HistoryTransferTest {
  private static final String LINES =
      """
      {"type":"room","room":"bee-hive","name":"Bee-Hive","epoch":"b2","topic":"\\"bees\\" 🐝","last":9}
      {"type":"post","room":"bee-hive","number":2,"time":"2026-11-28T14:03:22.000Z","author":"小明","registered":false,"kind":"text","text":"你好 \\\\ \\"hi\\"\\t"}
      {"type":"post","room":"bee-hive","number":3,"time":"2026-11-28T14:03:22.045Z","author":"bob","registered":true,"kind":"action","text":"waves"}
      {"type":"post","room":"bee-hive","number":7,"time":"2026-11-28T14:03:21.999Z","author":"bob","registered":true,"kind":"deleted","by":"alice"}
      {"type":"room","room":"lobby","name":"lobby","epoch":"a1","topic":"","last":0}
      """;

  @Parameter private TestStores kind;

  @TempDir private Path folder;

  private StoreLocation location;

  @BeforeEach
  void isNew() {
    location = kind.in(folder);
  }

  private PostImport.Counts read(String lines) throws IOException {
    try (PostImport into = PostImport.open(location)) {
      return new HistoryImport(into, count -> {})
          .read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private String written() throws IOException {
    var to = new StringWriter();
    try (StoreSnapshot from = StoreSnapshot.open(location)) {
      new HistoryExport(from, Optional.empty(), Optional.empty()).writeTo(to, count -> {});
    }
    return to.toString();
  }

  @Test
  void givesBackExactlyWhatWasExportedHoweverOftenItIsImported() throws IOException {
    assertThat(read(LINES)).isEqualTo(new PostImport.Counts(3, 0));
    assertThat(written()).isEqualTo(LINES);
    assertThat(read(LINES)).isEqualTo(new PostImport.Counts(0, 3));
    assertThat(read(LINES + LINES)).isEqualTo(new PostImport.Counts(0, 6));
    assertThat(written()).isEqualTo(LINES);
  }

  @Test
  void takesMoreThanASliceInAnyOrder() throws IOException {
    List<String> posts = new ArrayList<>();
    for (int number = 1; number <= 5000; number++) {
      posts.add(
          String.format(
              Locale.ROOT,
              "{\"type\":\"post\",\"room\":\"lobby\",\"number\":%d,\"time\":\"2026-11-28T14:03:22.%03dZ\",\"author\":\"bob\",\"registered\":false,\"kind\":\"text\",\"text\":\"%d\"}\n",
              number,
              number % 1000,
              number));
    }
    String room =
        "{\"type\":\"room\",\"room\":\"lobby\",\"name\":\"lobby\",\"epoch\":\"a1\",\"topic\":\"\",\"last\":5000}\n";
    String right = room + String.join("", posts);
    Collections.reverse(posts);
    assertThat(read(room + String.join("", posts))).isEqualTo(new PostImport.Counts(5000, 0));
    assertThat(written()).isEqualTo(right);
  }

  @Test
  void passesOverWhatItDoesNotKnowAndEmptyLines() throws IOException {
    String more = LINES.replace("\"kind\"", "\"likes\":[{\"by\":null}],\"score\":1.5,\"kind\"");
    assertThat(read("\ufeff" + more.replace("\n", "\r\n\n").stripTrailing()))
        .isEqualTo(new PostImport.Counts(3, 0));
    assertThat(written()).isEqualTo(LINES);
  }

  @Test
  void cleansWhatCouldDoHarmWhereItIsShown() throws IOException {
    read(LINES.replace("waves", "\\u001b[2Jwa\\nves\\u202e"));
    assertThat(written()).isEqualTo(LINES.replace("waves", "[2Jwaves"));
  }

  @Test
  void saysWhichLineIsNoneAndWhy() throws IOException {
    isRefused("not json", "is no JSON object, or not a whole one");
    isRefused("[]", "is no JSON object");
    isRefused(post("text", "\"te"), "is no JSON object, or not a whole one");
    isRefused(post("number", "1") + "}", "is no JSON object, or not a whole one");
    isRefused(post("number", "1") + "{}", "has something behind its JSON object");
    isRefused(post("type", "\"vote\""), "has no \"type\" that is room or post");
    isRefused(post("number", "0"), "has no \"number\" that is a whole number from 1 to ");
    isRefused(post("number", "99999999999999"), "has no \"number\" that is a whole number");
    isRefused(post("number", "1e99"), "has no \"number\"");
    isRefused(post("time", "\"yesterday\""), "has no \"time\" that is a time such as 2026-");
    isRefused(post("time", "\"+1000000-01-01T00:00:00Z\""), "has no \"time\"");
    isRefused(post("registered", "\"yes\""), "has no \"registered\" that is true or false");
    isRefused(post("kind", "\"shout\""), "has no \"kind\" that is text, action or deleted");
    isRefused(post("kind", "\"deleted\""), "has no \"by\" that is a text");
    isRefused(post("room", "\"attic\""), "is a post in the room \"attic\", which no line before");
    isRefused(LINES.lines().findFirst().orElseThrow().replace("b2", "b 2"), "has no \"epoch\"");
    isRefused(
        LINES.lines().findFirst().orElseThrow().replace("Bee-Hive", "Bee Hive"),
        "has no \"name\" that is the name of a room");
    assertThat(written()).isEmpty();
    assertThat(read(LINES)).isEqualTo(new PostImport.Counts(3, 0));
  }

  private static String post(String member, String value) {
    return LINES
        .lines()
        .skip(1)
        .findFirst()
        .orElseThrow()
        .replaceFirst(
            "\"" + member + "\":(\"(\\\\.|[^\"\\\\])*\"|[^,}]*)", "\"" + member + "\":" + value);
  }

  private void isRefused(String line, String why) {
    assertThatThrownBy(() -> read(LINES + line + "\n"))
        .isInstanceOf(TransferException.class)
        .hasMessageStartingWith("line 6 " + why)
        .hasMessageEndingWith(
            "; put it right and import all of it again: what is there is passed over");
  }
}
