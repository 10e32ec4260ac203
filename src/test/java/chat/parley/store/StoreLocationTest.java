package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.notation.HostPort;
import chat.parley.notation.NotationException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreLocationTest {
  @Test
  void isAFolderAServerOrNowhere() {
    assertThat(StoreLocation.parse("parley-data"))
        .isEqualTo(new StoreLocation.Folder(Path.of("parley-data")))
        .hasToString("parley-data");
    assertThat(StoreLocation.parse("none")).isEqualTo(new StoreLocation.Nowhere());
    assertThat(StoreLocation.parse("./none"))
        .isEqualTo(new StoreLocation.Folder(Path.of("./none")));
    assertThat(StoreLocation.parse("postgresql://bob%20b@[::1]:5433/chat?sslmode=require"))
        .isEqualTo(
            new StoreLocation.Server(
                new HostPort("::1", 5433),
                "chat",
                "bob b",
                Optional.empty(),
                Map.of("sslmode", "require")));
  }

  @Test
  void hasPostgresqlsPortAndWhoeverRunsItIfItSaysNothingElse() {
    assertThat(StoreLocation.parse("postgresql://localhost/chat"))
        .hasToString("postgresql://" + System.getProperty("user.name") + "@localhost:5432/chat");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://bob:sesame@host/db",
        "postgresql://bob:ses@me@host/db",
        "postgresql://bob:ses/me@host:5432/db",
        "postgresql://bob@host/db?password=sesame"
      })
  void refusesAPasswordWithoutShowingIt(String uri) {
    assertThatThrownBy(() -> StoreLocation.parse(uri))
        .isInstanceOf(NotationException.class)
        .hasMessage(
            "a password does not belong into the address of the store; put it in a file, see"
                + " parley.store-password-file, or into the one that PGPASSFILE names");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mysql://host/db | is not a folder, postgresql://USER@HOST:PORT/DATABASE, or none",
        "jdbc:sqlite:x | is not a folder, postgresql://USER@HOST:PORT/DATABASE, or none",
        "postgresql://host | is not postgresql://USER@HOST:PORT/DATABASE",
        "postgresql://host:0/db | is not postgresql://USER@HOST:PORT/DATABASE: \"0\" is not a port"
            + " from 1 to 65535",
        "postgresql://host/db?x=1 | is not postgresql://USER@HOST:PORT/DATABASE: of parameters"
            + " there are sslmode, sslrootcert, sslcert and sslkey"
      })
  void refusesWhatIsNone(String text, String why) {
    assertThatThrownBy(() -> StoreLocation.parse(text))
        .isInstanceOf(NotationException.class)
        .hasMessage("\"" + text + "\" " + why);
  }
}
