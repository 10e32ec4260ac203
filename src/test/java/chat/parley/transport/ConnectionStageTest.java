package chat.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import chat.parley.protocol.LinesProtocol;
import chat.parley.protocol.Notice;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A connection stage between a socket made of queues and an owner that is a probe. */
class ConnectionStageTest {
  private static final Protocol LINES = new LinesProtocol(8192, true);
  private static final ActorTestKit kit = ActorTestKit.create();

  private final TestProbe<Object> owner = kit.createTestProbe();
  private BoundedSourceQueue<ByteString> fromClient;
  private SinkQueueWithCancel<ByteString> toClient;
  private ActorRef<ConnectionStage.Command> connection;
  private ActorRef<Batch> outlet;

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private void run(ConnectionSettings.Slow slow, Duration linger) {
    run(new ConnectionSettings(4, 1000, 1 << 20, slow, Duration.ZERO, linger));
  }

  private void run(ConnectionSettings settings) {
    Pair<BoundedSourceQueue<ByteString>, SinkQueueWithCancel<ByteString>> socket =
        Source.<ByteString>queue(100)
            .via(Flow.fromGraph(connection(settings)))
            .toMat(
                Sink.<ByteString>queue().withAttributes(Attributes.inputBuffer(1, 1)), Keep.both())
            .run(kit.system());
    fromClient = socket.first();
    toClient = socket.second();
    EventLog.Connected connected = owner.expectMessageClass(EventLog.Connected.class);
    connection = connected.connection();
    outlet = connected.outlet();
  }

  private ConnectionStage connection(ConnectionSettings settings) {
    return new ConnectionStage(
        Framing.lines(8192),
        LINES.format(),
        settings,
        new EventLog(owner.ref(), owner.ref()::tell),
        new MemoryBudget());
  }

  private static Batch posts(int first, int last) {
    List<RoomEvent> posts = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      posts.add(post(i, "" + i));
    }
    return new Batch(posts);
  }

  private static RoomEvent post(int number, String text) {
    return new RoomEvent.Posted(number, Instant.EPOCH, "alice", new Content.Text(text));
  }

  /** The sink takes one element before anybody reads; what follows waits. */
  private void fillTheSocket() {
    outlet.tell(posts(1, 1));
  }

  /** What the client gets until the server ends its side. */
  private String readsToTheEnd() throws Exception {
    StringBuilder all = new StringBuilder();
    while (true) {
      Optional<ByteString> next = take();
      if (next.isEmpty()) {
        return all.toString();
      }
      all.append(next.get().utf8String());
    }
  }

  private Optional<ByteString> take() throws Exception {
    return toClient.pull().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  /**
   * Everything told so far has reached the connection stage: it has answered something told after
   * it.
   */
  private void hasDealtWithAll() {
    fromClient.offer(ByteString.fromString("x\n"));
    connection.tell(new ConnectionStage.Read());
    owner.expectMessage(EventLog.Received.lines("x"));
  }

  @Test
  void tellsTheSessionTogetherWhatCameWhileItWasBusy() {
    run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    fromClient.offer(ByteString.fromString("a\nb\nc"));
    fromClient.offer(ByteString.fromString("d\n"));
    owner.expectNoMessage(Duration.ofMillis(50));
    connection.tell(new ConnectionStage.Read());
    owner.expectMessage(EventLog.Received.lines("a", "b", "cd"));
    connection.tell(new ConnectionStage.Read());
    fromClient.offer(ByteString.fromString("e\n"));
    owner.expectMessage(EventLog.Received.lines("e"));
  }

  @Test
  void readsNotMuchAheadOfTheSession() {
    run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    for (int i = 1; i <= 9; i++) {
      fromClient.offer(ByteString.fromString(i + "\n"));
    }
    connection.tell(new ConnectionStage.Read());
    owner.expectMessage(EventLog.Received.lines("1", "2", "3", "4"));
    owner.expectNoMessage(Duration.ofMillis(50));
    connection.tell(new ConnectionStage.Read());
    owner.expectMessage(EventLog.Received.lines("5", "6", "7", "8"));
  }

  @Test
  void tellsThousandsOfShortLinesPieceByPiece() {
    run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    fromClient.offer(ByteString.fromString("\n".repeat(2500)));
    for (int frames : List.of(1000, 1000, 500)) {
      connection.tell(new ConnectionStage.Read());
      assertThat(owner.expectMessageClass(EventLog.Received.class).frames()).hasSize(frames);
      owner.expectNoMessage(Duration.ofMillis(50));
    }
    connection.tell(new ConnectionStage.Read());
    fromClient.offer(ByteString.fromString("next\n"));
    owner.expectMessage(EventLog.Received.lines("next"));
  }

  @Test
  void tellsThousandsOfShortLinesPieceByPieceWhenTheClientHasEndedItsSide() {
    run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    fromClient.offer(ByteString.fromString("\n".repeat(1500)));
    fromClient.complete();
    connection.tell(new ConnectionStage.Read());
    assertThat(owner.expectMessageClass(EventLog.Received.class).frames()).hasSize(1000);
    owner.expectNoMessage(Duration.ofMillis(50));
    connection.tell(new ConnectionStage.Read());
    assertThat(owner.expectMessageClass(EventLog.Received.class).frames()).hasSize(500);
    owner.expectMessage(new EventLog.Ended());
  }

  @Test
  void tellsWhatIsLeftWhenTheClientEndsItsSide() {
    run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    fromClient.offer(ByteString.fromString("rest"));
    connection.tell(new ConnectionStage.Read());
    fromClient.complete();
    owner.expectMessage(EventLog.Received.lines("rest"));
    owner.expectMessage(new EventLog.Ended());
  }

  @Test
  void tellsASlowReaderHowManyPostsAreMissingAndWhere() throws Exception {
    run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    hasDealtWithAll();
    fillTheSocket();
    outlet.tell(posts(2, 4));
    outlet.tell(posts(5, 5));
    outlet.tell(posts(6, 8));
    outlet.tell(posts(9, 9));
    connection.tell(new ConnectionStage.Finish());
    fromClient.complete();
    assertThat(readsToTheEnd())
        .isEqualTo("[alice] 1\n[alice] 2\n[alice] 3\n[alice] 4\n[alice] 5\n* 4 messages skipped\n");
  }

  @Test
  void disconnectsASlowReaderWhenItIsToldTo() throws Exception {
    run(ConnectionSettings.Slow.DISCONNECT, Duration.ofSeconds(5));
    fillTheSocket();
    outlet.tell(posts(2, 5));
    outlet.tell(posts(6, 9));
    owner.expectMessageClass(EventLog.CutOff.class);
    fromClient.complete();
    assertThat(readsToTheEnd()).isEqualTo("[alice] 1\n* you read too slowly; goodbye\n");
  }

  @Test
  void tellsTheSessionWhenAReaderFallsBehindAndWhenItHasCaughtUp() throws Exception {
    run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    fillTheSocket();
    outlet.tell(posts(2, 5));
    outlet.tell(posts(6, 8));
    outlet.tell(posts(9, 9));
    owner.expectMessage(new EventLog.FellBehind(3));
    take();
    take();
    owner.expectMessage(new EventLog.CaughtUp(4));
  }

  @Test
  void disconnectsAReaderThatTakesNothingWhileSomethingWaits() throws Exception {
    Duration stuckAfter = Duration.ofMillis(100);
    run(
        new ConnectionSettings(
            4, 1000, 1 << 20, ConnectionSettings.Slow.SKIP, stuckAfter, Duration.ofSeconds(5)));
    owner.expectNoMessage(stuckAfter.multipliedBy(2));
    fillTheSocket();
    outlet.tell(posts(2, 3));
    owner.expectMessageClass(EventLog.CutOff.class);
    fromClient.complete();
    assertThat(readsToTheEnd())
        .isEqualTo("[alice] 1\n* you have read nothing for too long; goodbye\n");
  }

  @Test
  void writesWhatWaitsBeforeItEnds() throws Exception {
    run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    fillTheSocket();
    outlet.tell(posts(2, 2));
    connection.tell(
        new ConnectionStage.Write(LINES.encode(new Notice.GoingDown()), LINES.format()));
    connection.tell(new ConnectionStage.Finish());
    outlet.tell(posts(3, 3));
    fromClient.complete();
    assertThat(readsToTheEnd()).isEqualTo("[alice] 1\n[alice] 2\n* the server is going down\n");
    owner.expectTerminated(connection);
  }

  @Test
  void cutsAConnectionThatDoesNotTakeItsLastWords() {
    run(ConnectionSettings.Slow.SKIP, Duration.ofMillis(20));
    fillTheSocket();
    outlet.tell(posts(2, 2));
    connection.tell(new ConnectionStage.Finish());
    owner.expectTerminated(connection);
  }

  @Test
  void tellsWhatWasReadBeforeTheConnectionBrokeAndThenTheEnd() {
    breaksAfter("a\nb\nhalf a li", Duration.ofSeconds(20));
    connection.tell(new ConnectionStage.Read());
    owner.expectMessage(EventLog.Received.lines("a", "b"));
    owner.expectMessage(new EventLog.Ended());
    connection.tell(new ConnectionStage.Finish());
    owner.expectTerminated(connection);
  }

  @Test
  void waitsNotForEverForASessionWhoseConnectionBroke() {
    breaksAfter("a\nb\n", Duration.ofMillis(50));
    owner.expectTerminated(connection);
  }

  @Test
  void tellsWhatItHasReadOfAReaderThatWasBehindWhenItsConnectionBroke() {
    run(
        new ConnectionSettings(
            4, 1 << 20, 1, ConnectionSettings.Slow.SKIP, Duration.ZERO, Duration.ofSeconds(20)));
    fillTheSocket();
    outlet.tell(new Batch(List.of(post(2, "x".repeat(MemoryBudget.STEP * 3)))));
    owner.expectMessageClass(EventLog.FellBehind.class);
    fromClient.offer(ByteString.fromString("a\n"));
    connection.tell(new ConnectionStage.Read());
    owner.expectNoMessage(Duration.ofMillis(50));
    toClient.cancel();
    owner.expectMessage(EventLog.Received.lines("a"));
  }

  private void breaksAfter(String said, Duration linger) {
    ConnectionSettings settings =
        new ConnectionSettings(
            4, 1000, 1 << 20, ConnectionSettings.Slow.SKIP, Duration.ZERO, linger);
    Source.from(List.of(said, "breaks"))
        .map(
            each -> {
              if (each.equals("breaks")) {
                throw new IOException("Connection reset");
              }
              return ByteString.fromString(each);
            })
        .via(Flow.fromGraph(connection(settings)))
        .runWith(Sink.cancelled(), kit.system());
    connection = owner.expectMessageClass(EventLog.Connected.class).connection();
  }

  @Test
  void endsWithItsSession() {
    run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    owner.stop();
    TestProbe<Object> watcher = kit.createTestProbe();
    watcher.expectTerminated(connection);
  }
}
