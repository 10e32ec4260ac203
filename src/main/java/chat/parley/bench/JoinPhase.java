package chat.parley.bench;

import chat.parley.notation.IpText;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The first phase of a run: all members connect and go to their rooms. */
final class JoinPhase {
  /** How many may be connected before the server has let them in. */
  private static final int MAX_WAITING = 256;

  private static final int TURN_MILLIS = 50;
  private static final long QUIET_NANOS = Duration.ofMillis(300).toNanos();
  private static final long MAX_NOISE_NANOS = Duration.ofSeconds(5).toNanos();
  private static final String ANYTHING = "";

  private final Load load;
  private final Members members;
  private final InetSocketAddress target;
  private final Duration patience;
  private final Progress progress;
  private int admittedBefore;
  private long lastAdmission;

  JoinPhase(
      Load load, Members members, InetSocketAddress target, Duration patience, Progress progress) {
    this.load = load;
    this.members = members;
    this.target = target;
    this.patience = patience;
    this.progress = progress;
  }

  /** What a member says to join its room. */
  static ByteBuffer request(Load load, NameGenerator names, int member) {
    if (load.bare()) {
      return ByteBuffer.allocate(0);
    }
    String name = names.member(member) + "\n";
    String room = load.rooms() == 1 ? "" : "/join " + names.room(load.roomOf(member)) + "\n";
    return ByteBuffer.wrap((name + room).getBytes(StandardCharsets.US_ASCII));
  }

  /** How the line begins that lets a member in. */
  static String admission(Load load, NameGenerator names, int room) {
    if (load.bare()) {
      return ANYTHING;
    }
    return load.rooms() == 1 ? "* you are in " : "* you are in " + names.room(room) + " ";
  }

  /**
   * Connects all members and waits until they are in.
   *
   * @throws BenchFailed when not all can get in
   */
  void join() throws IOException {
    lastAdmission = System.nanoTime();
    while (members.all().size() < load.members()) {
      connect();
      turn(0);
      // Nobody is let into a bare server: there all connect before the first hears anything.
      while (!load.bare() && members.all().size() - members.admitted() >= MAX_WAITING) {
        turn(TURN_MILLIS);
      }
    }
    while (members.admitted() < load.members()) {
      if (load.bare()) {
        announceMembers();
      }
      turn(TURN_MILLIS);
    }
  }

  /** Reads what the server still has to say about who has joined, until it is quiet. */
  void settle() throws IOException {
    long start = System.nanoTime();
    long lastNoise = start;
    while (System.nanoTime() - lastNoise < QUIET_NANOS
        && System.nanoTime() - start < MAX_NOISE_NANOS) {
      if (members.read(TURN_MILLIS) > 0) {
        lastNoise = System.nanoTime();
      }
    }
  }

  private void connect() throws IOException {
    try {
      members.connect(target, (int) patience.toMillis());
    } catch (IOException e) {
      throw new BenchFailed(
          "cannot connect "
              + (members.all().isEmpty() ? "" : "member " + (members.all().size() + 1) + " ")
              + "to "
              + IpText.of(target)
              + ": "
              + e.getMessage(),
          e);
    }
  }

  /** On a server that greets nobody, one hears from another that it is there. */
  private void announceMembers() throws IOException {
    members.say(0, ByteBuffer.wrap(new byte[] {'?', '\n'}));
    members.say(1, ByteBuffer.wrap(new byte[] {'?', '\n'}));
  }

  private void turn(int millis) throws IOException {
    members.read(millis);
    progress.show(() -> "joining " + members.admitted() + "/" + load.members());
    long now = System.nanoTime();
    if (members.admitted() > admittedBefore) {
      admittedBefore = members.admitted();
      lastAdmission = now;
    }
    if (members.disconnected() > 0) {
      throw new BenchFailed("the server disconnected a member that was joining" + lastWords());
    }
    if (now - lastAdmission > patience.toNanos()) {
      throw new BenchFailed(
          "the server has let in "
              + members.admitted()
              + " of "
              + load.members()
              + " members and no more for "
              + patience.toMillis() / 1e3
              + " s"
              + lastWords());
    }
  }

  private String lastWords() {
    return members.all().stream()
        .filter(member -> !member.isAdmitted() && !member.lastWords().isEmpty())
        .findFirst()
        .map(member -> "; it said: " + member.lastWords())
        .orElse("");
  }
}
