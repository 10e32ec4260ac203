package chat.parley.access;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * Checks passwords against hashes and makes hashes of them, for sessions.
 *
 * <p><b>Order.</b> What comes from one address ({@link AddressRange#around}) is done one after
 * another, so that no address takes all the threads there are for this; addresses side by side.
 *
 * <p><b>Delivery.</b> Each request is answered once: a check at once when too many from its address
 * were wrong, otherwise when its time has come ({@link Attempts}) and it has been judged. What
 * fails inside is logged, and answered as if it were wrong. A session asks one thing at a time, but
 * what it has asked stays when it ends; so no more than {@value #MAX_WAITING} requests wait for one
 * address, and what comes on top is refused.
 *
 * <p>It never blocks, and ends with the server.
 */
public final class Passwords extends AbstractBehavior<Passwords.Command> {

  /** What it can be told. */
  public sealed interface Command {}

  /** Answers whether {@code password} is the one of {@code against}. */
  public record Check(
      InetAddress from, PasswordHash against, Secret password, ActorRef<Verdict> replyTo)
      implements Command {}

  /** Answers with a new hash of {@code password}, which somebody at {@code from} has chosen. */
  public record Hash(InetAddress from, Secret password, ActorRef<Hashed> replyTo)
      implements Command {}

  /** The wait before a check is over. */
  private record Due(Check check) implements Command {}

  private record Checked(Check check, boolean right, Throwable failure) implements Command {}

  private record Made(Hash request, PasswordHash hash, Throwable failure) implements Command {}

  /** What came of a {@link Check}. */
  public enum Verdict {
    RIGHT,
    WRONG,
    /** Not judged: too many from that address were wrong, or too many still wait. */
    TOO_MANY_WRONG
  }

  /**
   * What came of a {@link Hash}; empty when it may not be a password, when too many wait, or when
   * it failed.
   */
  public record Hashed(Optional<PasswordHash> hash) {}

  /** Everybody behind one address may log in at once, but not go on doing so. */
  static final int MAX_WAITING = 1000;

  private static final String DISPATCHER = "parley-passwords";

  private final LongSupplier nanoTime;
  private final Executor threads;
  private final Attempts attempts = new Attempts();

  /** By address, what waits there for what is under way to end; there is an entry while one is. */
  private final Map<AddressRange, Deque<Runnable>> waiting = new HashMap<>();

  /** Nobody has guessed yet. */
  public static Behavior<Command> create() {
    return Behaviors.setup(
        context ->
            new Passwords(
                context,
                System::nanoTime,
                context
                    .getSystem()
                    .dispatchers()
                    .lookup(DispatcherSelector.fromConfig(DISPATCHER))));
  }

  /**
   * For tests, which decide what time it is and when hashes are done.
   *
   * @param threads where hashes are made
   */
  static Behavior<Command> create(LongSupplier nanoTime, Executor threads) {
    return Behaviors.setup(context -> new Passwords(context, nanoTime, threads));
  }

  private Passwords(ActorContext<Command> context, LongSupplier nanoTime, Executor threads) {
    super(context);
    this.nanoTime = nanoTime;
    this.threads = threads;
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Check.class, this::onCheck)
        .onMessage(Due.class, due -> judge(due.check()))
        .onMessage(Checked.class, this::onChecked)
        .onMessage(Hash.class, this::onHash)
        .onMessage(Made.class, this::onMade)
        .build();
  }

  private Behavior<Command> onCheck(Check check) {
    OptionalLong wait = attempts.reserve(check.from(), nanoTime.getAsLong());
    if (wait.isEmpty()) {
      check.replyTo().tell(Verdict.TOO_MANY_WRONG);
      return this;
    }
    if (wait.getAsLong() == 0) {
      return judge(check);
    }
    getContext()
        .scheduleOnce(Duration.ofNanos(wait.getAsLong()), getContext().getSelf(), new Due(check));
    return this;
  }

  private Behavior<Command> judge(Check check) {
    if (!inTurn(check.from(), () -> match(check))) {
      attempts.released(check.from());
      check.replyTo().tell(Verdict.TOO_MANY_WRONG);
    }
    return this;
  }

  private void match(Check check) {
    getContext()
        .pipeToSelf(
            onThreads(() -> check.against().matches(check.password())),
            (right, failure) -> new Checked(check, failure == null && right, failure));
  }

  private Behavior<Command> onChecked(Checked checked) {
    Check check = checked.check();
    if (checked.right() || checked.failure() != null) {
      attempts.released(check.from());
    } else {
      attempts.wrong(check.from(), nanoTime.getAsLong());
    }
    report(checked.failure());
    check.replyTo().tell(checked.right() ? Verdict.RIGHT : Verdict.WRONG);
    return next(check.from());
  }

  private Behavior<Command> onHash(Hash request) {
    if (!PasswordHash.isPassword(request.password())
        || !inTurn(request.from(), () -> make(request))) {
      request.replyTo().tell(new Hashed(Optional.empty()));
    }
    return this;
  }

  private void make(Hash request) {
    getContext()
        .pipeToSelf(
            onThreads(() -> PasswordHash.of(request.password())),
            (hash, failure) -> new Made(request, hash, failure));
  }

  private Behavior<Command> onMade(Made made) {
    report(made.failure());
    made.request().replyTo().tell(new Hashed(Optional.ofNullable(made.hash())));
    return next(made.request().from());
  }

  /**
   * Starts something now, or when all that came before it from its address has ended.
   *
   * @return false when there is too much before it
   */
  private boolean inTurn(InetAddress from, Runnable start) {
    AddressRange range = AddressRange.around(from);
    Deque<Runnable> before = waiting.get(range);
    if (before == null) {
      waiting.put(range, new ArrayDeque<>());
      start.run();
      return true;
    }
    return before.size() < MAX_WAITING && before.add(start);
  }

  private Behavior<Command> next(InetAddress from) {
    AddressRange range = AddressRange.around(from);
    Runnable next = waiting.get(range).poll();
    if (next == null) {
      waiting.remove(range);
    } else {
      next.run();
    }
    return this;
  }

  private <T> CompletionStage<T> onThreads(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, threads);
    } catch (RuntimeException e) { // it takes no more
      return CompletableFuture.failedFuture(e);
    }
  }

  private void report(Throwable failure) {
    if (failure != null) {
      getContext().getLog().error("a password could not be hashed", failure);
    }
  }
}
