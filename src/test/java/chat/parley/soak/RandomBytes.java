package chat.parley.soak;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** A hundred thousand connections that send something that no client would, to one listener. */
abstract class RandomBytes implements Attack {
  private static final int STRINGS = 100_000;
  private static final int WARM_UP = 5_000;

  private final String listener;
  private final ByteStrings strings;

  RandomBytes(String listener, ByteStrings strings) {
    this.listener = listener;
    this.strings = strings;
  }

  /** To the listener for people. */
  static final class OnLines extends RandomBytes {
    OnLines(long seed) {
      super("lines", ByteStrings.ofMany(seed));
    }

    @Override
    InetSocketAddress address(ServerProcess server) {
      return server.lines();
    }
  }

  /** To the listener for bytes. */
  static final class OnRaw extends RandomBytes {
    OnRaw(long seed) {
      super("raw", ByteStrings.ofMany(seed));
    }

    @Override
    InetSocketAddress address(ServerProcess server) {
      return server.raw();
    }
  }

  /** To the listener for people who come through TLS, which these do not. */
  static final class OnTls extends RandomBytes {
    OnTls(long seed) {
      super("tls", ByteStrings.ofHellos(seed));
    }

    @Override
    public ServerProcess.Options server() {
      return super.server().withTls();
    }

    @Override
    InetSocketAddress address(ServerProcess server) {
      return server.tls();
    }
  }

  abstract InetSocketAddress address(ServerProcess server);

  @Override
  public String title() {
    return "100,000 random byte strings on the `" + listener + "` listener";
  }

  @Override
  public ServerProcess.Options server() {
    return ServerProcess.Options.USUAL.and(Limits.OFF_FOR_FLOODS);
  }

  @Override
  public void warmUp(Scene scene) throws Exception {
    send(scene, WARM_UP, new LongAdder());
  }

  @Override
  public String run(Scene scene) throws Exception {
    LongAdder bytes = new LongAdder();
    long rate = send(scene, STRINGS, bytes);
    return String.format(
        Locale.ROOT, "%,d strings a second, %,d MB in all", rate, bytes.sum() / 1_000_000);
  }

  private long send(Scene scene, int count, LongAdder bytes) throws Exception {
    return Workers.repeat(
        count,
        (number, worker) -> {
          byte[] string = strings.get(number);
          bytes.add(string.length);
          try (Visit visit = new Visit(address(scene.server()), worker, scene.counts())) {
            if (!send(visit, string, number)) {
              scene.fault("string " + number + ": the server does not end the connection");
            }
          }
        });
  }

  /**
   * @return false when the server does not end a connection that it should
   */
  private static boolean send(Visit visit, byte[] string, int number) throws IOException {
    try {
      visit.send(string);
      if (number % 2 == 0) {
        visit.endOwnSide();
        return visit.hearsTheEnd();
      }
      if (number % 3 == 0) {
        visit.reset();
      }
    } catch (IOException e) {
      // The server has disconnected it before it was done.
    }
    return true;
  }
}
