package chat.parley.server;

/** What becomes of those who do not read is the same on a tls listener. */
class SlowReadersOverTlsTest extends SlowReadersTest {

  @Override
  TestServer server(String... assignments) {
    return TestServer.secured(assignments);
  }
}
