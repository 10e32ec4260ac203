package chat.parley.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import chat.parley.patience.Wait;
import chat.parley.testkit.FakeRoom;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.LoggingTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final Webhook extension = new Webhook();
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

  /** What the endpoint answers next: a status, or 0 for nothing at all; 204 when there is none. */
  private final BlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();

  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer endpoint;

  @BeforeEach
  void begin() throws IOException {
    endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    endpoint.setExecutor(threads);
    endpoint.createContext("/hook", this::receive);
    endpoint.start();
  }

  @AfterEach
  void endEndpoint() {
    over.countDown();
    endpoint.stop(0);
    threads.shutdown();
  }

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private void receive(HttpExchange exchange) throws IOException {
    received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Integer status = statuses.poll();
    if (status != null && status == 0) {
      Wait.forLatch("the end of the test", over);
    }
    exchange.sendResponseHeaders(status == null ? 204 : status, -1);
    exchange.close();
  }

  private ActorRef<RoomEvent> webhook(String settings) {
    Config own =
        ConfigFactory.parseString(
            """
            url = "http://127.0.0.1:%s/hook?token=secret"
            min-backoff = 1 ms
            max-backoff = 2 ms
            %s
            """
                .formatted(endpoint.getAddress().getPort(), settings));
    Config all = own.withFallback(extension.defaults());
    extension.check(all);
    return kit.spawn(extension.member(all, new FakeRoom("lobby")));
  }

  private static void warns(String message, Runnable action) {
    LoggingTestKit.warn(message)
        .expect(
            kit.system(),
            () -> {
              action.run();
              return null;
            });
  }

  private String received() throws InterruptedException {
    return received.poll(20, TimeUnit.SECONDS);
  }

  private static final Content NOTHING_TO_SEE =
      new Content.Bytes(ByteString.emptyByteString(), ByteString.fromString("\n"));

  private static RoomEvent.Posted post(int number) {
    return Events.posted(
        number, Instant.EPOCH, "alice", new Content.Text(Integer.toString(number)));
  }

  private static String json(int number) {
    return "{\"room\":\"lobby\",\"number\":%s,\"time\":\"1970-01-01T00:00:00Z\",\"author\":\"alice\",\"kind\":\"text\",\"text\":\"%s\"}"
        .formatted(number, number);
  }

  @Test
  void sendsEachPostInOrder() throws InterruptedException {
    var webhook = webhook("");
    List<String> all = new ArrayList<>();
    webhook.tell(Events.joined("alice"));
    webhook.tell(Events.posted(0, Instant.EPOCH, "guest1", NOTHING_TO_SEE));
    for (int i = 1; i <= 50; i++) {
      webhook.tell(post(i));
    }
    for (int i = 1; i <= 50; i++) {
      all.add(received());
      assertThat(all).last().isEqualTo(json(i));
    }
  }

  @Test
  void escapesWhatJsonDoesNotAllow() throws InterruptedException {
    webhook("")
        .tell(
            Events.posted(
                1, Instant.EPOCH, "é", new Content.Action("\"\\\t\u0001 ü \uD83D\uDE00")));
    assertThat(received())
        .endsWith(
            "\"author\":\"é\",\"kind\":\"action\",\"text\":\"\\\"\\\\\\u0009\\u0001 ü \\ud83d\\ude00\"}");
  }

  @Test
  void triesAgainUntilItIsTakenAndKeepsTheOrder() throws InterruptedException {
    statuses.addAll(List.of(500, 503, 429, 200));
    var webhook = webhook("");
    webhook.tell(post(1));
    webhook.tell(post(2));
    assertThat(List.of(received(), received(), received(), received(), received()))
        .containsExactly(json(1), json(1), json(1), json(1), json(2));
  }

  @Test
  void triesAgainWhenNoAnswerComesInTime() throws InterruptedException {
    statuses.add(0);
    webhook("timeout = 100 ms").tell(post(1));
    assertThat(List.of(received(), received())).containsExactly(json(1), json(1));
  }

  @Test
  void dropsWhatIsRefusedForGoodAndSaysSoWithoutTheSecret() throws InterruptedException {
    statuses.add(404);
    var webhook = webhook("");
    warns(
        "127.0.0.1 does not take what is said in lobby (it answers 404); posts are dropped",
        () -> webhook.tell(post(1)));
    warns(
        "127.0.0.1 takes what is said in lobby again; 1 posts were dropped",
        () -> webhook.tell(post(2)));
    assertThat(List.of(received(), received())).containsExactly(json(1), json(2));
  }

  @Test
  void givesUpAfterSoManyAttempts() throws InterruptedException {
    statuses.addAll(List.of(500, 500));
    var webhook = webhook("attempts = 2");
    webhook.tell(post(1));
    webhook.tell(post(2));
    assertThat(List.of(received(), received(), received()))
        .containsExactly(json(1), json(1), json(2));
  }

  @Test
  void dropsWhatComesWhenTooManyWait() {
    statuses.add(0);
    var webhook = webhook("waiting = 2, timeout = 20 s");
    warns(
        "(too many wait)",
        () -> {
          for (int i = 1; i <= 4; i++) {
            webhook.tell(post(i));
          }
        });
    warns("2 posts were dropped", over::countDown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "url = \"\"",
        "url = \"ftp://example.com/\"",
        "url = \"http:///hook\"",
        "url = \"http://a b/\"",
        "url = \"http://a/\", attempts = 0",
        "url = \"http://a/\", timeout = 0 s"
      })
  void doesNotTakeSettingsThatMakeNoSense(String wrong) {
    Config settings =
        ConfigFactory.parseString("{" + wrong + "}").withFallback(extension.defaults());
    assertThatThrownBy(() -> extension.check(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(" must be ");
  }
}
