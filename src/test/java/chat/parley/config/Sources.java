package chat.parley.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.assertj.core.api.AbstractStringAssert;

/** Sources of settings for a test, none of them this machine's own. */
public final class Sources {
  private Optional<Path> file = Optional.empty();
  private List<String> listeners = List.of();
  private Optional<Path> extensions = Optional.empty();
  private Optional<String> store = Optional.empty();
  private List<String> assignments = List.of();
  private Map<String, String> environment = Map.of();
  private final Properties properties = new Properties();

  public Sources file(Path path) {
    file = Optional.of(path);
    return this;
  }

  public Sources listeners(String... given) {
    listeners = List.of(given);
    return this;
  }

  public Sources extensions(Path folder) {
    extensions = Optional.of(folder);
    return this;
  }

  public Sources store(String where) {
    store = Optional.of(where);
    return this;
  }

  public Sources set(String... given) {
    assignments = List.of(given);
    return this;
  }

  public Sources environment(Map<String, String> given) {
    environment = given;
    return this;
  }

  public Sources property(String key, String value) {
    properties.setProperty(key, value);
    return this;
  }

  public Config load() {
    return new ConfigSources(
            file, listeners, extensions, store, assignments, environment, properties)
        .load();
  }

  public Settings read() {
    return SettingsReader.read(load());
  }

  /** They are refused; answers the one line with which they are. */
  AbstractStringAssert<?> areRefused() {
    return assertThatThrownBy(this::read)
        .isInstanceOf(SettingsException.class)
        .message()
        .hasLineCount(1);
  }
}
