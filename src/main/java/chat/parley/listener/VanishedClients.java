package chat.parley.listener;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which clients have acknowledged nothing for a time, though something is on its way to them: their
 * network has gone away. {@link KeepAlive} does not find these, as the kernel asks only who is sent
 * nothing, and Linux sends again for a quarter of an hour. Java has no option for that, so this
 * looks into the kernel's tables of connections; where there are none, it finds nobody.
 *
 * <p>A client that is only slow acknowledges what it has no room for, and is not among these.
 */
final class VanishedClients {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));

  /** In include/net/tcp_states.h. */
  private static final Set<String> OPEN = Set.of("01", "08");

  /** What is sent again when its time is over; not what asks a full peer for room. */
  private static final String RETRANSMISSION = "01:";

  private final Map<InetSocketAddress, Long> since = new HashMap<>();

  /**
   * Which of them have been among the unanswering for {@code time}, every time that this was
   * called.
   *
   * @param unanswering those of now
   * @param now of {@link System#nanoTime}
   */
  Set<InetSocketAddress> among(Set<InetSocketAddress> unanswering, Duration time, long now) {
    since.keySet().retainAll(unanswering);
    Set<InetSocketAddress> vanished = new HashSet<>();
    for (InetSocketAddress each : unanswering) {
      if (now - since.computeIfAbsent(each, any -> now) >= time.toNanos()) {
        vanished.add(each);
      }
    }
    return vanished;
  }

  /** The clients of a listener that something is being sent to again. Reads files. */
  static Set<InetSocketAddress> unanswering(int port) {
    Set<InetSocketAddress> found = new HashSet<>();
    for (Path table : TABLES) {
      try (Stream<String> lines = Files.lines(table)) {
        lines.forEach(line -> add(line, port, found));
      } catch (IOException | UncheckedIOException e) {
        // Not Linux, or without IPv6.
      }
    }
    return found;
  }

  /** A line of such a table, as Documentation/networking/proc_net_tcp.rst explains it. */
  static void add(String line, int port, Set<InetSocketAddress> found) {
    String[] fields = line.strip().split("\\s+", -1);
    if (fields.length < 7
        || !OPEN.contains(fields[3])
        || !fields[5].startsWith(RETRANSMISSION)
        || fields[6].equals("00000000")) {
      return;
    }
    if (address(fields[1]).getPort() == port) {
      found.add(address(fields[2]));
    }
  }

  /** {@code 0100007F:1F90}: words in the order of this machine's bytes, and a port. */
  private static InetSocketAddress address(String field) {
    int colon = field.indexOf(':');
    ByteBuffer bytes = ByteBuffer.allocate(colon / 2).order(ByteOrder.nativeOrder());
    for (int i = 0; i < colon; i += 8) {
      bytes.putInt(Integer.parseUnsignedInt(field, i, i + 8, 16));
    }
    try {
      return new InetSocketAddress(
          InetAddress.getByAddress(bytes.array()),
          Integer.parseInt(field.substring(colon + 1), 16));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(field, e); // neither 4 bytes nor 16
    }
  }
}
