package chat.parley.server;

/** The rules of the lines listener hold on a tls listener. */
class LinesListenerOverTlsTest extends LinesListenerTest {

  @Override
  TestServer server(String... assignments) {
    return TestServer.secured(assignments);
  }
}
