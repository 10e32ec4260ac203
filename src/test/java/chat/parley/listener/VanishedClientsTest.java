package chat.parley.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VanishedClientsTest {
  private static final InetSocketAddress BOB = new InetSocketAddress("10.0.0.2", 40_000);
  private static final InetSocketAddress CAROL = new InetSocketAddress("10.0.0.3", 40_000);
  private static final long SECOND = 1_000_000_000;

  private final VanishedClients clients = new VanishedClients();

  /** Port 5566 is 15BE; as an x86 machine writes it. */
  private static Set<InetSocketAddress> in(String line) {
    assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the lines are little-endian");
    Set<InetSocketAddress> found = new HashSet<>();
    VanishedClients.add(line, 5566, found);
    return found;
  }

  @Test
  void areThoseThatSomethingIsSentToAgain() {
    assertThat(in(" 1: 0100007F:15BE 0200000A:9C40 01 00000014:00000000 01:00000A 00000005 0 0 7"))
        .containsExactly(BOB);
    assertThat(
            in(
                " 1: 0000000000000000FFFF00000100007F:15BE 0000000000000000FFFF00000200000A:9C40 08"
                    + " 00000014:00000000 01:00000A 00000001 0 0 7"))
        .containsExactly(BOB);
  }

  @Test
  void areNotThoseOfOtherPortsNorThoseThatAreSlowIdleOrGone() {
    assertThat(in(" 1: 0100007F:15BF 0200000A:9C40 01 00000014:00000000 01:00000A 00000005 0 0 7"))
        .as("another port")
        .isEmpty();
    assertThat(in(" 1: 0100007F:15BE 0200000A:9C40 01 00000014:00000000 04:00000A 00000005 0 0 7"))
        .as("has no room")
        .isEmpty();
    assertThat(in(" 1: 0100007F:15BE 0200000A:9C40 01 00000014:00000000 01:00000A 00000000 0 0 7"))
        .as("is sent something for the first time")
        .isEmpty();
    assertThat(in(" 1: 0100007F:15BE 0200000A:9C40 04 00000014:00000000 01:00000A 00000005 0 0 7"))
        .as("is being closed")
        .isEmpty();
    assertThat(in("  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt"))
        .isEmpty();
  }

  @Test
  void haveAnsweredNothingForTheWholeTime() {
    Duration time = Duration.ofSeconds(10);
    assertThat(clients.among(Set.of(BOB, CAROL), time, 0)).isEmpty();
    assertThat(clients.among(Set.of(BOB), time, 5 * SECOND)).isEmpty();
    assertThat(clients.among(Set.of(BOB, CAROL), time, 10 * SECOND)).containsExactly(BOB);
    assertThat(clients.among(Set.of(BOB, CAROL), time, 20 * SECOND)).contains(CAROL);
  }
}
