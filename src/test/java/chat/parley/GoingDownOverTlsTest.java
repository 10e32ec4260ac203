package chat.parley;

/** A server goes down in the same way for those who came through a tls door. */
class GoingDownOverTlsTest extends GoingDownTest {

  @Override
  String door() {
    return "tls:0";
  }
}
