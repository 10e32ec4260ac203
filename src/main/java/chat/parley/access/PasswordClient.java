package chat.parley.access;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * How an actor has passwords checked and hashed: asks {@link Passwords}, and goes on when that has
 * answered. Meanwhile the actor serves others, so what was true before may not be true then.
 *
 * @param <M> what the actor can be told
 */
public final class PasswordClient<M> {
  /** Who guesses waits for minutes; this only ends what would never be answered. */
  private static final Duration AT_MOST = Duration.ofMinutes(10);

  private final ActorContext<M> context;
  private final ActorRef<Passwords.Command> passwords;
  private final Function<Runnable, M> then;

  /**
   * @param then a message that has the actor run something
   */
  public PasswordClient(
      ActorContext<M> context, ActorRef<Passwords.Command> passwords, Function<Runnable, M> then) {
    this.context = context;
    this.passwords = passwords;
    this.then = then;
  }

  /** Has a password checked that came from {@code from}. */
  public void check(
      InetAddress from, PasswordHash against, Secret password, Consumer<Passwords.Verdict> goOn) {
    context.ask(
        Passwords.Verdict.class,
        passwords,
        AT_MOST,
        replyTo -> new Passwords.Check(from, against, password, replyTo),
        (verdict, failure) ->
            then.apply(() -> goOn.accept(failure == null ? verdict : Passwords.Verdict.WRONG)));
  }

  /** Has a password hashed that came from {@code from}; empty when that went wrong. */
  public void hash(InetAddress from, Secret password, Consumer<Optional<PasswordHash>> goOn) {
    context.ask(
        Passwords.Hashed.class,
        passwords,
        AT_MOST,
        replyTo -> new Passwords.Hash(from, password, replyTo),
        (hashed, failure) ->
            then.apply(() -> goOn.accept(failure == null ? hashed.hash() : Optional.empty())));
  }
}
