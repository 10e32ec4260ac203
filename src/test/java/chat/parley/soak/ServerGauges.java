package chat.parley.soak;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Reads from outside what a server's process holds: descriptors from {@code /proc}, memory through
 * its management agent, which is started in it for that.
 */
final class ServerGauges {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  static {
    // A management connection that is not used is to go before descriptors are counted again.
    System.setProperty("sun.rmi.transport.connectionTimeout", "500");
  }

  private final Path openFiles;
  private final JMXServiceURL agent;

  ServerGauges(long pid) throws IOException {
    this.openFiles = Path.of("/proc", String.valueOf(pid), "fd");
    this.agent = startAgent(pid);
    read(); // starts what the agent itself needs
  }

  private static JMXServiceURL startAgent(long pid) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
      try {
        return new JMXServiceURL(machine.startLocalManagementAgent());
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException("cannot attach to the server: " + e.getMessage(), e);
    }
  }

  /** A reading when things have settled: when descriptors do not go down any more. */
  Reading settled() {
    Waiting.pass(BETWEEN);
    Reading last = read();
    Reading next = last;
    do {
      last = next;
      Waiting.pass(BETWEEN);
      next = read();
    } while (next.descriptors() < last.descriptors());
    return next;
  }

  /** The first reading that is back at {@code before}; the last one when none is in time. */
  Reading backAt(Reading before) {
    long start = System.nanoTime();
    Reading now = read();
    while (!now.isBackAt(before) && System.nanoTime() - start < PATIENCE.toNanos()) {
      Waiting.pass(BETWEEN);
      now = read();
    }
    return now;
  }

  @SuppressWarnings("BanJNDI") // what is read comes from a program that this one has started
  private Reading read() {
    long descriptors = descriptors();
    try (JMXConnector connector = JMXConnectorFactory.connect(agent)) {
      MBeanServerConnection server = connector.getMBeanServerConnection();
      MemoryMXBean memory = ManagementFactory.getPlatformMXBean(server, MemoryMXBean.class);
      memory.gc();
      memory.gc(); // what the first one has made unreachable, such as cleaned buffers
      long direct =
          ManagementFactory.getPlatformMXBeans(server, BufferPoolMXBean.class).stream()
              .filter(pool -> pool.getName().equals("direct"))
              .mapToLong(BufferPoolMXBean::getMemoryUsed)
              .sum();
      return new Reading(descriptors, memory.getHeapMemoryUsage().getUsed(), direct);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long descriptors() {
    try (Stream<Path> files = Files.list(openFiles)) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
