package chat.parley.soak;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One server and everybody who is connected to it during one attack. */
final class Scene implements AutoCloseable {
  /** How many people an attack finds in the lobby. */
  static final int PAIR = 2;

  private final Counts counts = new Counts();
  private final ServerProcess server;
  private final WellBehavedPair pair;
  private final Lobby lobby;
  private final Reader reader;
  private final Queue<Connection> connections = new ConcurrentLinkedQueue<>();
  private final Queue<Hearing> hearings = new ConcurrentLinkedQueue<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  Scene(ServerProcess server) throws IOException {
    this.server = server;
    this.pair = new WellBehavedPair(server.lines(), counts);
    this.lobby = new Lobby(server.lines());
    this.reader = new Reader("crowd");
  }

  ServerProcess server() {
    return server;
  }

  Counts counts() {
    return counts;
  }

  WellBehavedPair pair() {
    return pair;
  }

  Lobby lobby() {
    return lobby;
  }

  /** Reads everybody but the pair. */
  Reader reader() {
    return reader;
  }

  /** Somebody who comes to the lines listener, gives a name and is read by nobody. */
  Connection comes(String name) throws IOException {
    return comes(name, 0);
  }

  /** As above, with a receive buffer of so many bytes. */
  Connection comes(String name, int receiveBuffer) throws IOException {
    Connection connection = connect(server.lines(), receiveBuffer);
    connection.send(name + "\n");
    return connection;
  }

  /** Somebody who connects and says nothing yet. */
  Connection connect(InetSocketAddress listener) throws IOException {
    return connect(listener, 0);
  }

  private Connection connect(InetSocketAddress listener, int receiveBuffer) throws IOException {
    Connection connection = Connection.open(listener, counts, receiveBuffer);
    connections.add(connection);
    return connection;
  }

  /**
   * So many people {@code NAME1}, {@code NAME2}, … who read and listen; waits until they are in.
   */
  List<Member> crowd(String name, int people) throws IOException {
    int before = lobby.people();
    List<Member> crowd = new ArrayList<>();
    for (int i = 1; i <= people; i++) {
      Connection connection = comes(name + i);
      crowd.add(new Member(connection, listens(connection)));
    }
    lobby.await(before + people);
    return crowd;
  }

  /** One who is read. */
  record Member(Connection connection, Hearing hearing) {}

  /** Has {@code connection} read, and what it hears counted. */
  Hearing listens(Connection connection) {
    Hearing hearing = new Hearing();
    hearings.add(hearing);
    reader.read(connection, hearing);
    return hearing;
  }

  /** Says what should not have happened; the attack's row fails. */
  void fault(String what) {
    faults.add(what);
  }

  List<String> faults() {
    List<String> all = new ArrayList<>(faults);
    if (pair.fault() != null) {
      all.add(pair.fault());
    }
    hearings.stream().map(Hearing::fault).filter(fault -> fault != null).limit(1).forEach(all::add);
    return all;
  }

  long delivered() {
    return pair.delivered() + hearings.stream().mapToLong(Hearing::posts).sum();
  }

  long lost() {
    return pair.lost() + hearings.stream().mapToLong(Hearing::lost).sum();
  }

  long skipped() {
    return pair.skipped() + hearings.stream().mapToLong(Hearing::skipped).sum();
  }

  /** Everybody but the pair and the onlooker goes. */
  void everybodyGoes() {
    connections.forEach(Connection::close);
    connections.clear();
  }

  /** As {@link #everybodyGoes}, when all is over: nothing that has been counted is of interest. */
  void forget() {
    everybodyGoes();
    hearings.clear();
    counts.reset();
  }

  @Override
  public void close() throws IOException {
    everybodyGoes();
    reader.close();
    pair.close();
    lobby.close();
  }
}
