package chat.parley.server;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server that an operator, olga, is in. */
abstract class WithOperator {
  @TempDir Path folder;

  ConfiguredServer server;

  TestClient olga;

  @BeforeEach
  void anOperatorIsThere() {
    server = new ConfiguredServer(folder);
    olga = server.operates("olga");
  }

  @AfterEach
  void end() {
    olga.close();
    server.close();
  }

  TestClient joins(String address, String name) {
    TestClient client = server.joinsFrom(address, name);
    olga.hears("* " + name + " has joined");
    return client;
  }
}
