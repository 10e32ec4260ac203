package chat.parley.server;

import chat.parley.config.SettingsReader;
import chat.parley.config.Sources;
import chat.parley.listener.ListenerAddress;
import chat.parley.patience.Wait;
import com.typesafe.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A whole server on a free port that reads its settings from a file and keeps what it has to, so
 * that it can be configured anew, and started again.
 */
public final class ConfiguredServer implements AutoCloseable {
  /** What makes an operator. */
  public static final String OPERATOR_PASSWORD = "crowbar";

  /** What everybody must know where {@link #SERVER_PASSWORD_LINE} is configured. */
  public static final String SERVER_PASSWORD = "sesame";

  public static final String SERVER_PASSWORD_LINE =
      "parley.access.server-password = "
          + "\"pbkdf2-sha256$1000$MDEyMzQ1Njc4OWFiY2RlZg$ddE5H7FRFwsXqElTx_a1HJ496yBaNMzSwFnL2ajCzxE\"";

  public static final String OPERATOR_PASSWORD_LINE =
      "parley.access.operator-password = "
          + "\"pbkdf2-sha256$1000$ZmVkY2JhOTg3NjU0MzIxMA$yabtCNODWrhaGsivJqbqhLSpt24z9XgKHDLpQyNglbc\"";

  private static final List<String> ALWAYS =
      List.of(
          "parley.listeners = [\"lines:0\"]",
          "parley.limits.exempt-addresses = [\"127.0.0.1\"]",
          "parley.limits.new-connections-per-address = 0",
          // Read again, it would count for all tests.
          "parley.log-level = warn",
          OPERATOR_PASSWORD_LINE);

  private final Path folder;
  private Server server;

  /**
   * @param folder of its own
   * @param lines of the configuration, besides those that it always has
   */
  public ConfiguredServer(Path folder, String... lines) {
    this.folder = folder;
    configure(lines);
    start();
  }

  private Path file() {
    return folder.resolve("parley.conf");
  }

  /** Writes another configuration, which does not count yet. */
  public void configure(String... lines) {
    try {
      Files.write(file(), ALWAYS);
      Files.writeString(
          file(),
          "parley.store = \"" + folder.resolve("parley-data") + "\"\n" + String.join("\n", lines),
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start() {
    server = Server.start(SettingsReader.read(config()), this::config);
  }

  private Config config() {
    return new Sources().file(file()).load();
  }

  /** Ends it in order and starts it again, at another port. */
  public void restart() {
    server.close();
    start();
  }

  public List<String> reload() {
    return ReloadText.lines(
        Wait.forResult(
            "the configuration to be read again", server.reload().toCompletableFuture()));
  }

  public List<ListenerAddress> listeners() {
    return server.listeners();
  }

  public ListenerAddress lines() {
    return server.listeners().get(0);
  }

  public TestClient connects() {
    return new TestClient(lines());
  }

  /** A client that comes from another address of the loopback, and has not been asked yet. */
  public TestClient connectsFrom(String address) {
    return new TestClient(lines(), address);
  }

  public TestClient joins(String name) {
    return connects().introducedAs(name);
  }

  public TestClient joinsFrom(String address, String name) {
    return connectsFrom(address).introducedAs(name);
  }

  /** A client that is an operator. */
  public TestClient operates(String name) {
    TestClient operator = joins(name);
    operator.says("/op " + OPERATOR_PASSWORD);
    operator.hearsSometime("\\* you are an operator now; .*");
    return operator;
  }

  @Override
  public void close() {
    server.close();
  }
}
