package chat.parley.users;

import chat.parley.access.AddressRange;
import chat.parley.moderation.Bans;
import chat.parley.store.Registration;
import chat.parley.store.StoreClient;
import chat.parley.store.WaitingMessage;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * What is said to the owners of registered names that nobody has now. It waits until they collect
 * it, for a time at most, and is then forgotten; so is what waits for a name that is given up.
 *
 * <p>Each is handed over once. What somebody said who is banned by then stays where it is until the
 * ban is over.
 */
final class AwayMessages {
  private final Mailboxes boxes;
  private final IgnoreLists ignoreLists;
  private final Bans bans;
  private final StoreClient<NameCommand> store;
  private final Clock clock;
  private NameSettings settings;

  AwayMessages(
      NameSettings settings,
      Mailboxes boxes,
      IgnoreLists ignoreLists,
      Bans bans,
      StoreClient<NameCommand> store,
      Clock clock) {
    this.settings = settings;
    this.boxes = boxes;
    this.ignoreLists = ignoreLists;
    this.bans = bans;
    this.store = store;
    this.clock = clock;
    forgetOld();
  }

  /** From now on, for what is said from now on. */
  void configure(NameSettings changed) {
    settings = changed;
  }

  private void forgetOld() {
    Instant oldest = clock.instant().minus(settings.messages().within());
    boxes.takeBefore(oldest).forEach(store::forgetQuietly);
  }

  /** Keeps {@code text} for the owner of {@code to}, and answers when it is known to be kept. */
  void leave(User from, Registration to, String text) {
    if (settings.messages().inAll() == 0) {
      from.tell(new NameReply.NobodyCalled(to.name()));
      return;
    }
    forgetOld();
    String sender = sender(from);
    Optional<NameReply.MessageOutcome> refused = refusal(sender, to);
    if (refused.isPresent()) {
      from.tell(refused.get());
      return;
    }
    var message =
        new WaitingMessage(
            boxes.nextNumber(),
            to.key(),
            from.name(),
            sender,
            clock.instant(),
            text,
            ignoreLists.isIgnored(from, to.key()));
    // At once: whoever leaves another one meanwhile is not to exceed the limits.
    boxes.put(message);
    store.keep(
        message,
        whyNot -> {
          // Who has come meanwhile has it, whether it was written or not.
          boolean lost = whyNot.isPresent() && boxes.remove(message);
          from.tell(lost ? new NameReply.CannotWait(to.name()) : new NameReply.WillGet(to.name()));
        });
  }

  private Optional<NameReply.MessageOutcome> refusal(String sender, Registration to) {
    MessageLimits limits = settings.messages();
    if (boxes.countFrom(sender) >= limits.perSender()) {
      return Optional.of(new NameReply.TooManyFromYou(to.name(), limits.perSender()));
    }
    if (boxes.countFor(to.key()) >= limits.perReceiver()) {
      return Optional.of(new NameReply.TooManyFor(to.name(), limits.perReceiver()));
    }
    if (boxes.count() >= limits.inAll()) {
      return Optional.of(new NameReply.TooManyInAll(to.name()));
    }
    return Optional.empty();
  }

  /** Another name makes nobody somebody else, so who has registered none goes by the address. */
  private String sender(User from) {
    InetAddress host = from.origin().host();
    return from.isRegistered() || settings.isShared(host)
        ? "name " + from.key()
        : "addresses " + AddressRange.around(host).key();
  }

  /** Hands over what waits for the name of {@code to}, if it is theirs. */
  void handOver(User to) {
    if (!to.isRegistered()) {
      return;
    }
    forgetOld();
    for (WaitingMessage each : boxes.of(to.key())) {
      if (bans.ofName(each.from(), clock.instant()).isEmpty()) {
        forget(each);
        if (!each.unheard()) {
          to.tell(new NameReply.WhisperedBefore(each.from(), each.time(), each.text()));
        }
      }
    }
  }

  private void forget(WaitingMessage message) {
    boxes.remove(message);
    store.forgetQuietly(message);
  }

  /** Forgets what waits for a name that is registered no longer. */
  void forgetFor(Registration givenUp) {
    boxes.of(givenUp.key()).forEach(this::forget);
  }
}
