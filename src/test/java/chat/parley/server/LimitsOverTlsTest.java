package chat.parley.server;

/** What parley.limits bounds is bounded on a tls listener too. */
class LimitsOverTlsTest extends LimitsTest {

  @Override
  TestServer server(String... assignments) {
    return TestServer.secured(assignments);
  }
}
