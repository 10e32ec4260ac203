package chat.parley.extensions;

import chat.parley.event.MemberId;
import chat.parley.extension.Gate;
import chat.parley.extension.GateExtension;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * A gate that lets each person post once per {@code interval}. The first post passes at once. A
 * post that comes too soon is, as {@code when} says, held until its time ({@code delay}) or not
 * said ({@code refuse}). Extensions are not slowed.
 */
public final class SlowMode implements GateExtension {
  private static final Duration MAX_INTERVAL = Duration.ofHours(1);

  private final LongSupplier nanoTime;

  public SlowMode() {
    this(System::nanoTime);
  }

  /** Slow mode by the clock {@code nanoTime}, in nanoseconds from anywhere. */
  SlowMode(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public String name() {
    return "slow-mode";
  }

  @Override
  public Config defaults() {
    return ConfigFactory.parseString("{ interval = 5 s, when = delay }");
  }

  @Override
  public void check(Config settings) {
    Duration interval = settings.getDuration("interval");
    if (interval.toMillis() < 10 || interval.compareTo(MAX_INTERVAL) > 0) {
      throw new IllegalArgumentException("interval must be a time from 10 ms to 1 h, such as 5 s");
    }
    if (!List.of("delay", "refuse").contains(settings.getString("when"))) {
      throw new IllegalArgumentException("when must be delay or refuse");
    }
  }

  @Override
  public Behavior<Gate.Question> gate(Config settings) {
    return Behaviors.setup(context -> new Turnstile(context, settings, nanoTime));
  }

  /** The gate of one room. */
  private static final class Turnstile extends AbstractBehavior<Gate.Question> {
    private final Duration interval;
    private final boolean refuse;
    private final LongSupplier nanoTime;
    private final NextPosts next = new NextPosts();

    Turnstile(ActorContext<Gate.Question> context, Config settings, LongSupplier nanoTime) {
      super(context);
      this.interval = settings.getDuration("interval");
      this.refuse = settings.getString("when").equals("refuse");
      this.nanoTime = nanoTime;
    }

    @Override
    public Receive<Gate.Question> createReceive() {
      return newReceiveBuilder()
          .onMessage(Gate.Consider.class, this::onConsider)
          .onMessage(Gate.Admit.class, this::onAdmit)
          .build();
    }

    private Behavior<Gate.Question> onConsider(Gate.Consider post) {
      post.replyTo().tell(post.person() ? judge(post.member()) : new Gate.Pass());
      return this;
    }

    private Gate.Answer judge(MemberId author) {
      long now = nanoTime.getAsLong();
      long wait = next.waitOf(author, now);
      if (wait > 0 && refuse) {
        return new Gate.Refuse(
            "one post in " + shown(interval.toNanos()) + "; wait " + shown(wait));
      }
      next.mayPostAt(author, now + wait + interval.toNanos());
      return wait > 0 ? new Gate.Delay(Duration.ofNanos(wait)) : new Gate.Pass();
    }

    /** In seconds, as many tenths as there are begun. */
    private static String shown(long nanos) {
      long tenths = (nanos + 99_999_999) / 100_000_000;
      return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " s";
    }

    private Behavior<Gate.Question> onAdmit(Gate.Admit entry) {
      entry.replyTo().tell(new Gate.Pass());
      return this;
    }
  }

  /** When each author may post again; it forgets those who may already. */
  static final class NextPosts {
    /** Up to so many are not worth looking through. */
    private static final int FEW = 100;

    private final Map<MemberId, Long> times = new HashMap<>();
    private int lookAbove = FEW;

    /** How many nanoseconds {@code author} has to wait. */
    long waitOf(MemberId author, long now) {
      if (times.size() > lookAbove) {
        times.values().removeIf(time -> time - now <= 0);
        lookAbove = Math.max(FEW, 2 * times.size()); // so that it does not look each time
      }
      Long time = times.get(author);
      return time == null ? 0 : Math.max(0, time - now);
    }

    void mayPostAt(MemberId author, long time) {
      times.put(author, time);
    }

    /** How many authors it knows of. */
    int known() {
      return times.size();
    }
  }
}
