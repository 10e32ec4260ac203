package chat.parley;

/** The rules of the lines door hold on a tls door. */
class LinesDoorOverTlsTest extends LinesDoorTest {

  @Override
  TestServer server(String... assignments) {
    return TestServer.secured(assignments);
  }
}
