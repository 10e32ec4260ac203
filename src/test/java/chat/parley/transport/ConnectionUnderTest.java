package chat.parley.transport;

import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import chat.parley.protocol.LinesProtocol;
import chat.parley.protocol.Protocol;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.BoundedSourceQueue;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.SinkQueueWithCancel;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/** A connection stage between a socket made of queues and an owner that is a probe. */
final class ConnectionUnderTest {
  static final Protocol LINES = new LinesProtocol(8192, true);

  private final ActorTestKit kit;
  private final TestProbe<Object> owner;
  private BoundedSourceQueue<ByteString> fromClient;
  private SinkQueueWithCancel<ByteString> toClient;
  private ActorRef<ConnectionStage.Command> connection;
  private ActorRef<Batch> outlet;

  ConnectionUnderTest(ActorTestKit kit) {
    this.kit = kit;
    this.owner = kit.createTestProbe();
  }

  /** What the owner is told, an {@link EventLog}'s records. */
  TestProbe<Object> owner() {
    return owner;
  }

  void run(ConnectionSettings.Slow slow, Duration linger) {
    run(new ConnectionSettings(4, 1000, 1 << 20, slow, Duration.ZERO, linger));
  }

  void run(ConnectionSettings settings) {
    Pair<BoundedSourceQueue<ByteString>, SinkQueueWithCancel<ByteString>> socket =
        Source.<ByteString>queue(100)
            .via(Flow.fromGraph(stage(settings)))
            .toMat(
                Sink.<ByteString>queue().withAttributes(Attributes.inputBuffer(1, 1)), Keep.both())
            .run(kit.system());
    fromClient = socket.first();
    toClient = socket.second();
    isConnected();
  }

  /** One whose client says {@code said}, and that breaks then. */
  void runUntilItBreaks(String said, Duration linger) {
    Source.from(List.of(said, "breaks"))
        .map(
            each -> {
              if (each.equals("breaks")) {
                throw new IOException("Connection reset");
              }
              return ByteString.fromString(each);
            })
        .via(
            Flow.fromGraph(
                stage(
                    new ConnectionSettings(
                        4, 1000, 1 << 20, ConnectionSettings.Slow.SKIP, Duration.ZERO, linger))))
        .runWith(Sink.cancelled(), kit.system());
    isConnected();
  }

  private void isConnected() {
    EventLog.Connected connected = owner.expectMessageClass(EventLog.Connected.class);
    connection = connected.connection();
    outlet = connected.outlet();
  }

  private ConnectionStage stage(ConnectionSettings settings) {
    return new ConnectionStage(
        Framing.lines(8192),
        LINES.format(),
        settings,
        new EventLog(owner.ref(), owner.ref()::tell),
        new MemoryBudget());
  }

  void tell(ConnectionStage.Command command) {
    connection.tell(command);
  }

  /** The owner asks for what the client has sent. */
  void read() {
    tell(new ConnectionStage.Read());
  }

  void sends(String text) {
    fromClient.offer(ByteString.fromString(text));
  }

  void endsItsSide() {
    fromClient.complete();
  }

  /** The client closes the socket for what is written to it. */
  void closes() {
    toClient.cancel();
  }

  void batch(RoomEvent... events) {
    outlet.tell(new Batch(Events.ROOM, List.of(events)));
  }

  /** A batch of posts that say their numbers. */
  void posts(int first, int last) {
    List<RoomEvent> posts = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      posts.add(post(i, "" + i));
    }
    outlet.tell(new Batch(Events.ROOM, posts));
  }

  static RoomEvent post(int number, String text) {
    return Events.posted(number, Instant.EPOCH, "alice", new Content.Text(text));
  }

  /** The sink takes one element before anybody reads; what follows waits. */
  void fillTheSocket() {
    posts(1, 1);
  }

  /** What the client gets until the server ends its side. */
  String readsToTheEnd() throws Exception {
    StringBuilder all = new StringBuilder();
    while (true) {
      Optional<ByteString> next = take();
      if (next.isEmpty()) {
        return all.toString();
      }
      all.append(next.get().utf8String());
    }
  }

  /** What the client reads next. */
  Optional<ByteString> take() throws Exception {
    return toClient.pull().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  /** What was told so far has been dealt with: something told after it has been answered. */
  void hasDealtWithAll() {
    sends("x\n");
    read();
    owner.expectMessage(EventLog.Received.lines("x"));
  }

  void isOver() {
    kit.createTestProbe().expectTerminated(connection);
  }
}
