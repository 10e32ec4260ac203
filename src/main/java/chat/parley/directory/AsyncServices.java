package chat.parley.directory;

import chat.parley.access.PasswordHash;
import chat.parley.access.Passwords;
import chat.parley.access.Secret;
import chat.parley.store.StoreWriter;
import chat.parley.store.StoredRecord;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * What the directory has others do that may take long: passwords and the disk. It goes on when they
 * have answered; meanwhile it serves others, so what was true before may not be true then.
 */
final class AsyncServices {
  /** Who guesses waits for minutes; this only ends what would never be answered. */
  private static final Duration AT_MOST = Duration.ofMinutes(10);

  private static final StoreWriter.NotKept LATE = new StoreWriter.NotKept("it takes too long");

  private final ActorContext<Directory.Command> context;
  private final ActorRef<Passwords.Command> passwords;
  private final ActorRef<StoreWriter.Command> keeper;

  AsyncServices(
      ActorContext<Directory.Command> context,
      ActorRef<Passwords.Command> passwords,
      ActorRef<StoreWriter.Command> keeper) {
    this.context = context;
    this.passwords = passwords;
    this.keeper = keeper;
  }

  /** Has a password checked that came from {@code from}. */
  void check(
      InetAddress from, PasswordHash against, Secret password, Consumer<Passwords.Verdict> then) {
    ask(
        Passwords.Verdict.class,
        passwords,
        verdict -> new Passwords.Check(from, against, password, verdict),
        Passwords.Verdict.WRONG,
        then);
  }

  /** Has a password hashed that came from {@code from}; empty when that went wrong. */
  void hash(InetAddress from, Secret password, Consumer<Optional<PasswordHash>> then) {
    ask(
        Passwords.Hashed.class,
        passwords,
        hashed -> new Passwords.Hash(from, password, hashed),
        new Passwords.Hashed(Optional.empty()),
        hashed -> then.accept(hashed.hash()));
  }

  /** Has something kept; {@code then} is given nothing when it is, and otherwise why not. */
  void keep(StoredRecord item, Consumer<String> then) {
    ask(
        StoreWriter.Reply.class,
        keeper,
        kept -> new StoreWriter.Keep(item, kept),
        LATE,
        whyNot(then));
  }

  /** As {@link #keep}, for something that is to be forgotten. */
  void forget(StoredRecord item, Consumer<String> then) {
    ask(
        StoreWriter.Reply.class,
        keeper,
        forgotten -> new StoreWriter.Forget(item.id(), forgotten),
        LATE,
        whyNot(then));
  }

  /** Has something kept of which nobody waits to hear. */
  void keepQuietly(StoredRecord item) {
    keeper.tell(new StoreWriter.Keep(item, context.getSystem().ignoreRef()));
  }

  /** Has something forgotten of which nobody waits to hear. */
  void forgetQuietly(StoredRecord item) {
    keeper.tell(new StoreWriter.Forget(item.id(), context.getSystem().ignoreRef()));
  }

  private static Consumer<StoreWriter.Reply> whyNot(Consumer<String> then) {
    return reply -> then.accept(reply instanceof StoreWriter.NotKept not ? not.why() : "");
  }

  /**
   * @param late what counts as the answer when none comes
   */
  private <Q, R> void ask(
      Class<R> answer,
      ActorRef<Q> whom,
      Function<ActorRef<R>, Q> question,
      R late,
      Consumer<R> then) {
    context.ask(
        answer,
        whom,
        AT_MOST,
        question::apply,
        (reply, failure) ->
            new Directory.Answered(() -> then.accept(failure == null ? reply : late)));
  }
}
