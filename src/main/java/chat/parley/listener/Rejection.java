package chat.parley.listener;

import chat.parley.notation.IpText;
import chat.parley.protocol.Notice;
import chat.parley.store.Sanction;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who are not admitted: tells them why, and logs it, but no more than a line a minute, as
 * whoever knocks, knocks often.
 */
final class Rejection {
  private static final Logger log = LoggerFactory.getLogger(Rejection.class);

  private static final Duration LINGER = Duration.ofSeconds(1);
  private static final long BETWEEN_LINES = Duration.ofMinutes(1).toNanos();

  private final ListenerAddress listener;
  private long count;
  private long nextLine = Long.MIN_VALUE;

  Rejection(ListenerAddress listener) {
    this.listener = listener;
  }

  /**
   * A connection that says {@code why} and ends. It is given a moment to read that: were it closed
   * while something that it has sent is unread, the kernel would answer with a reset, which can
   * take our words from it.
   *
   * @param mayLinger whether it is given that moment
   * @return materializes what is completed when it has gone
   */
  static Flow<ByteString, ByteString, CompletionStage<Done>> goodbye(
      ByteString why, boolean mayLinger) {
    Source<ByteString, NotUsed> lastWords = why.isEmpty() ? Source.empty() : Source.single(why);
    Duration patience = mayLinger ? LINGER : Duration.ZERO;
    Sink<ByteString, CompletionStage<Done>> unheard =
        Flow.of(ByteString.class).takeWithin(patience).toMat(Sink.ignore(), Keep.right());
    return Flow.fromSinkAndSourceMat(unheard, lastWords, Keep.left());
  }

  /** What to tell a client that is not admitted; it counts as told. */
  Notice noticeFor(ConnectionLimiter.Verdict verdict, InetAddress address, long now) {
    count(
        switch (verdict) {
          case FULL -> "there are as many connections as there may be";
          case TOO_MANY_FROM_ADDRESS -> "too many connections from there";
          default -> "too many new connections from there";
        },
        address,
        now);
    return switch (verdict) {
      case FULL -> new Notice.ServerFull();
      case TOO_MANY_FROM_ADDRESS -> new Notice.TooManyFromAddress();
      default -> new Notice.TooFastFromAddress();
    };
  }

  /** What to tell a client that comes from where {@code ban} keeps people out; counts as told. */
  Notice noticeFor(Sanction ban, InetAddress address, long now) {
    count("nobody may come from there", address, now);
    return new Notice.Banned(ban.until(), ban.why());
  }

  private void count(String why, InetAddress address, long now) {
    count++;
    if (nextLine == Long.MIN_VALUE || now - nextLine >= 0) {
      nextLine = now + BETWEEN_LINES;
      log.warn("{} turns {} away: {} ({} so far)", listener, IpText.of(address), why, count);
    }
  }
}
