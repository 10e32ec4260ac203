package chat.parley.extensions;

import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * A bridge to HTTP: sends each post to {@code url} in a POST request with a body such as {@code
 * {"room":"lobby","number":7,"time":"2026-11-23T12:00:00Z","author":"alice","kind":"text","text":"hi"}};
 * the kind of what is done ({@code /me}) is {@code action}.
 *
 * <p><b>Order.</b> One request at a time, in the order of the room.
 *
 * <p><b>Delivery.</b> What is not answered with a status of 200 to 299 within {@code timeout} is
 * tried again after {@code min-backoff}, then after twice as long, and so on up to {@code
 * max-backoff}; {@code attempts} times in all, or once when the answer says that trying again will
 * not help. Meanwhile up to {@code waiting} posts wait. What is given up, and what comes when no
 * more can wait, is dropped; the log says when that begins, and how many when it ends.
 */
public final class Webhook implements MemberExtension {

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Config defaults() {
    return ConfigFactory.parseString(
        """
        url = ""
        timeout = 10 s
        attempts = 8
        min-backoff = 500 ms
        max-backoff = 30 s
        waiting = 1000
        """);
  }

  @Override
  public void check(Config settings) {
    try {
      HttpRequest.newBuilder(URI.create(settings.getString("url")));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("url must be one that begins with http:// or https://", e);
    }
    if (settings.getInt("attempts") < 1 || settings.getInt("waiting") < 1) {
      throw new IllegalArgumentException("attempts and waiting must be at least 1");
    }
    for (String time : new String[] {"timeout", "min-backoff", "max-backoff"}) {
      if (settings.getDuration(time).toMillis() < 1) {
        throw new IllegalArgumentException(time + " must be a time such as 500 ms");
      }
    }
  }

  @Override
  public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
    // It also hears its own messages, so it is more than a Behavior<RoomEvent> and says less.
    return Behaviors.<Object>setup(
            context ->
                Behaviors.withTimers(timers -> new Sender(context, timers, settings, voice.room())))
        .narrow();
  }

  /** Made when the first room needs it; its threads serve all. */
  private static final class Shared {
    static final HttpClient CLIENT =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private static final class Sender extends AbstractBehavior<Object> {
    /** What came of a request: null when it was taken, otherwise what went wrong. */
    private record Answered(String failure, boolean worthRetrying) {}

    private record TryAgain() {}

    private final TimerScheduler<Object> timers;
    private final String room;
    private final URI url;
    private final Duration timeout;
    private final Duration minBackoff;
    private final Duration maxBackoff;
    private final int attempts;
    private final int limit;

    /** The first of these is under way, or about to be tried again. */
    private final Deque<RoomEvent.Posted> waiting = new ArrayDeque<>();

    private int failedAttempts;
    private long dropped;

    Sender(
        ActorContext<Object> context, TimerScheduler<Object> timers, Config settings, String room) {
      super(context);
      this.timers = timers;
      this.room = room;
      this.url = URI.create(settings.getString("url"));
      this.timeout = settings.getDuration("timeout");
      this.minBackoff = settings.getDuration("min-backoff");
      this.maxBackoff = settings.getDuration("max-backoff");
      this.attempts = settings.getInt("attempts");
      this.limit = settings.getInt("waiting");
    }

    @Override
    public Receive<Object> createReceive() {
      return newReceiveBuilder()
          .onMessage(RoomEvent.Posted.class, this::onPosted)
          .onMessage(Answered.class, this::onAnswered)
          .onMessage(TryAgain.class, again -> send())
          .onSignal(PostStop.class, stop -> onStop())
          .onAnyMessage(other -> this)
          .build();
    }

    private Behavior<Object> onPosted(RoomEvent.Posted posted) {
      if (posted.content().text().isEmpty()) {
        return this; // bytes of a raw client with nothing to see
      }
      if (waiting.size() == limit) {
        drop("too many wait");
        return this;
      }
      waiting.add(posted);
      return waiting.size() == 1 ? send() : this;
    }

    private Behavior<Object> send() {
      HttpRequest request =
          HttpRequest.newBuilder(url)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(json(waiting.element())))
              .build();
      CompletableFuture<HttpResponse<Void>> answer =
          Shared.CLIENT.sendAsync(request, HttpResponse.BodyHandlers.discarding());
      getContext()
          .pipeToSelf(
              // Unlike the request's own, this time is also up when a body goes on forever.
              answer.copy().orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS),
              (response, failure) -> {
                answer.cancel(true);
                return failure == null ? answered(response.statusCode()) : answered(failure);
              });
      return this;
    }

    private static Answered answered(int status) {
      boolean mayPass = status >= 500 || status == 429 || status == 408;
      return new Answered(status / 100 == 2 ? null : "it answers " + status, mayPass);
    }

    private static Answered answered(Throwable failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      return new Answered(cause.getClass().getSimpleName(), true);
    }

    private Behavior<Object> onAnswered(Answered answered) {
      if (answered.failure() == null) {
        tellOfDropped();
      } else if (answered.worthRetrying() && ++failedAttempts < attempts) {
        timers.startSingleTimer(new TryAgain(), backoff());
        return this;
      } else {
        drop(answered.failure());
      }
      failedAttempts = 0;
      waiting.remove();
      return waiting.isEmpty() ? this : send();
    }

    private Duration backoff() {
      Duration doubled = minBackoff.multipliedBy(1L << Math.min(20, failedAttempts - 1));
      return doubled.compareTo(maxBackoff) < 0 ? doubled : maxBackoff;
    }

    private void drop(String why) {
      if (dropped++ == 0) {
        // The host only: the rest of such an address is often a secret.
        getContext()
            .getLog()
            .warn(
                "{} does not take what is said in {} ({}); posts are dropped",
                url.getHost(),
                room,
                why);
      }
    }

    private void tellOfDropped() {
      if (dropped > 0) {
        getContext()
            .getLog()
            .warn(
                "{} takes what is said in {} again; {} posts were dropped",
                url.getHost(),
                room,
                dropped);
        dropped = 0;
      }
    }

    private Behavior<Object> onStop() {
      // What is under way for the first time goes on without this actor.
      long lost = dropped + waiting.size() - (failedAttempts == 0 && !waiting.isEmpty() ? 1 : 0);
      if (lost > 0) {
        getContext().getLog().warn("{} posts of {} were not sent to {}", lost, room, url.getHost());
      }
      return this;
    }

    private String json(RoomEvent.Posted posted) {
      return String.format(
          Locale.ROOT,
          "{\"room\":%s,\"number\":%d,\"time\":\"%s\",\"author\":%s,\"kind\":\"%s\",\"text\":%s}",
          JsonText.quoted(room),
          posted.number(),
          posted.time(),
          JsonText.quoted(posted.author()),
          posted.content() instanceof Content.Action ? "action" : "text",
          JsonText.quoted(posted.content().text()));
    }
  }
}
