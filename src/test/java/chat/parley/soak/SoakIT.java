package chat.parley.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The long tests, {@code mvn verify -Psoak}: one attack after another, each on a server of its own
 * that must lose nothing and end up where it began. Their table is in docs/operating.md.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class SoakIT {
  private static final long SEED = Long.getLong("soak.seed", System.nanoTime());
  private static final Table table = new Table();

  @BeforeAll
  static void checkMachine() {
    Machine.check();
  }

  @AfterAll
  static void publishTable() throws IOException {
    table.publish(SEED);
  }

  @Test
  @Order(1)
  void clientsKnockOnAServerWithFewDescriptors() throws Exception {
    survives(new Knocking());
  }

  @Test
  @Order(2)
  void manyReadNothingUnderAFlood() throws Exception {
    survives(new StuckReaders());
  }

  @Test
  @Order(3)
  void manyConnectJoinAndLeave() throws Exception {
    survives(new JoinsAndLeaves());
  }

  @Test
  @Order(4)
  void someGoFromRoomToRoom() throws Exception {
    survives(new RoomHopping());
  }

  @Test
  @Order(5)
  void linesListenerGetsRandomBytes() throws Exception {
    survives(new RandomBytes.OnLines(SEED));
  }

  @Test
  @Order(6)
  void rawListenerGetsRandomBytes() throws Exception {
    survives(new RandomBytes.OnRaw(SEED));
  }

  @Test
  @Order(7)
  void tlsListenerGetsRandomBytes() throws Exception {
    survives(new RandomBytes.OnTls(SEED));
  }

  @Test
  @Order(8)
  void halfTheClientsAreKilled() throws Exception {
    survives(new HalfKilled());
  }

  @Test
  @Order(9)
  void sessionsThrow() throws Exception {
    survives(new ThrowingSessions());
  }

  @Test
  @Order(10)
  void clientsHalfCloseAndNeverGo() throws Exception {
    survives(new HalfClosed());
  }

  @Test
  @Order(11)
  void theProcessIsStoppedForAWhile() throws Exception {
    survives(new Stopped());
  }

  @Test
  @Order(12)
  void bytesComeWithoutANewline() throws Exception {
    survives(new Dribbling());
  }

  @Test
  @Order(13)
  void otherRoomsAreFlooded() throws Exception {
    survives(new FloodedRooms());
  }

  private static void survives(Attack attack) throws Exception {
    Row row = Soak.run(attack);
    table.add(row);
    assertThat(row.faults()).as(row.attack()).isEmpty();
  }
}
