package chat.parley.server;

/** A server goes down in the same way for those who came through a tls listener. */
class GoingDownOverTlsTest extends GoingDownTest {

  @Override
  String listener() {
    return "tls:0";
  }
}
