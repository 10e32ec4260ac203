package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.Audience;
import chat.parley.protocol.LinesProtocol;
import chat.parley.protocol.Notice;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @Test
  void hidesPasswordsInCommands() {
    assertThat(Secrets.hidden("/register hunter2")).isEqualTo("/register ***");
    assertThat(Secrets.hidden("/REGISTER  two words")).isEqualTo("/REGISTER  ***");
    assertThat(Secrets.hidden("/op $1\\")).isEqualTo("/op ***");
    assertThat(Secrets.hidden("/login alice hunter2")).isEqualTo("/login alice ***");
    assertThat(Secrets.starred("/login alice hün😀\u2028x")).isEqualTo("/login alice ******");
  }

  @Test
  void knowsEachCommandOfTheServerThatHasOne() {
    List<String> usages =
        Stream.of(Audience.values())
            .map(audience -> new LinesProtocol(8192, true).encode(new Notice.Help(audience)))
            .flatMap(help -> help.utf8String().lines())
            .map(line -> line.substring(2))
            .toList();
    assertThat(usages).filteredOn(Secrets::areIn).hasSize(3);
    assertThat(usages)
        .allSatisfy(
            usage -> assertThat(Secrets.areIn(usage)).isEqualTo(usage.contains(" PASSWORD")));
  }

  @Test
  void hidesThemInEachOfSeveralLines() {
    String pasted = "hello\n/op hunter2\nbye";
    assertThat(Secrets.areIn(pasted)).isTrue();
    assertThat(Secrets.hidden(pasted)).isEqualTo("hello\n/op ***\nbye");
    assertThat(Secrets.starred(pasted)).isEqualTo("hello\n/op *******\nbye");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/register",
        "/register ",
        "/login alice",
        "/login alice ",
        "/operate x",
        "say /op x",
        "//op x",
        "/op\nx"
      })
  void leavesEverythingElseAsItIs(String text) {
    assertThat(Secrets.areIn(text)).isFalse();
    assertThat(Secrets.hidden(text)).isEqualTo(text);
    assertThat(Secrets.starred(text)).isEqualTo(text);
  }
}
