package chat.parley.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * All members that are connected. One thread reads from all of them, into one buffer; only senders
 * write elsewhere.
 */
final class Members implements AutoCloseable {
  private static final int BUFFER = 256 * 1024;

  private final Load load;
  private final NameGenerator names;
  private final MessageFormat format;
  private final List<RoomLoad> rooms = new ArrayList<>();
  private final List<Member> members = new ArrayList<>();
  private final List<SocketChannel> channels = new ArrayList<>();
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
  private final Selector selector;
  private LatencyStats stats = new LatencyStats();
  private int admitted;
  private int disconnected;

  Members(Load load) throws IOException {
    this.load = load;
    this.names = NameGenerator.ofARun(load.members());
    int prefix = load.bare() ? 0 : ("[" + names.member(0) + "] ").length();
    this.format = new MessageFormat(load.size(), prefix);
    for (int i = 0; i < load.rooms(); i++) {
      rooms.add(new RoomLoad(load.membersOf(i)));
    }
    this.selector = Selector.open();
  }

  /** Connects one more member, and asks for it to be let in. */
  void connect(InetSocketAddress target, int timeoutMillis) throws IOException {
    int number = members.size();
    int room = load.roomOf(number);
    int index = load.indexInRoom(number);
    SocketChannel channel = SocketChannel.open();
    channels.add(channel);
    channel.socket().setTcpNoDelay(true);
    channel.socket().connect(target, timeoutMillis);
    channel.write(JoinPhase.request(load, names, number));
    channel.configureBlocking(false);
    int firstSender = load.firstSenderOf(room);
    if (index < load.senders()) {
      rooms.get(room).add(new Sender(channel, format, firstSender + index));
    }
    var deliveries = new Deliveries(firstSender, load.senders(), index);
    String admission = JoinPhase.admission(load, names, room);
    Member member = new Member(format, rooms.get(room), deliveries, admission);
    members.add(member);
    channel.register(selector, SelectionKey.OP_READ, member);
  }

  /** Counts what is delivered from now on in {@code phase}. */
  void countIn(LatencyStats phase) {
    stats = phase;
  }

  /**
   * Reads from whoever has something to read.
   *
   * @param millis how long to wait for it; 0 does not wait
   * @return from how many there was
   */
  int read(long millis) throws IOException {
    return millis == 0
        ? selector.selectNow(this::readFrom)
        : selector.select(this::readFrom, millis);
  }

  private void readFrom(SelectionKey key) {
    Member member = (Member) key.attachment();
    SocketChannel channel = (SocketChannel) key.channel();
    boolean wasAdmitted = member.isAdmitted();
    boolean open;
    try {
      open = member.read(channel, in, stats);
    } catch (IOException e) {
      open = false; // reset by the server
    }
    if (!open) {
      key.cancel();
      disconnected++;
    }
    if (!wasAdmitted && member.isAdmitted()) {
      admitted++;
    }
  }

  /** Writes {@code line} for one member, outside of the run's messages. */
  void say(int member, ByteBuffer line) throws IOException {
    channels.get(member).write(line);
  }

  List<Member> all() {
    return members;
  }

  List<RoomLoad> rooms() {
    return rooms;
  }

  int admitted() {
    return admitted;
  }

  /** How many the server has disconnected. */
  int disconnected() {
    return disconnected;
  }

  @Override
  public void close() {
    for (SocketChannel channel : channels) {
      try {
        channel.close();
      } catch (IOException e) {
        // It is not needed any more.
      }
    }
    try {
      selector.close();
    } catch (IOException e) {
      // Nor is it.
    }
  }
}
