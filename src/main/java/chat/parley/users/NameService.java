package chat.parley.users;

import chat.parley.access.Origin;
import chat.parley.access.PasswordClient;
import chat.parley.actor.Recovering;
import chat.parley.cases.Cases;
import chat.parley.event.MemberId;
import chat.parley.store.Registration;
import chat.parley.store.StoreClient;
import java.time.Clock;
import java.util.Optional;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * The name service: names in use and registered, logins, who does not want to hear whom, and what
 * waits for whom. One for the whole server.
 *
 * <p>Sessions speak to it. Whoever gets a name gets a {@link MemberId} with it, under which they
 * are known from then on, and keeps the name until their session stops, which is watched for.
 *
 * <p><b>One of a name.</b> No two have the same name, or names that read alike, at the same time.
 *
 * <p><b>Order.</b> What concerns passwords and the disk is done elsewhere, and answered later than
 * what others ask meanwhile. A session asks one thing at a time, so it gets its answers in order.
 *
 * <p>It never fails for good: what it cannot do it answers with {@link NameReply.Failed}.
 */
public final class NameService extends AbstractBehavior<NameCommand> {
  /** There is one machine only. */
  private static final int NODE = 0;

  private static final Cases<NameService, NameCommand.Claiming, Void> CLAIMS =
      Cases.<NameService, NameCommand.Claiming, Void>of(NameCommand.Claiming.class)
          .run(NameCommand.Claim.class, NameService::claim)
          .run(NameCommand.ClaimGuestName.class, NameService::claimGuestName)
          .run(NameCommand.Login.class, (it, login) -> it.logins.login(login))
          .build();

  private final Users users = new Users();
  private final IgnoreLists ignoreLists = new IgnoreLists();
  private final ServerPassword serverPassword;
  private final Registrations registrations;
  private final NameClaims claims;
  private final Logins logins;
  private final IgnoreCommands ignoreCommands;
  private final AwayMessages awayMessages;
  private final UserRequests userRequests;
  private long lastGuest;
  private long lastMember;

  public static Behavior<NameCommand> create(
      NameSettings settings, NameDependencies dependencies, Clock clock) {
    return Behaviors.setup(context -> new NameService(context, settings, dependencies, clock));
  }

  private NameService(
      ActorContext<NameCommand> context,
      NameSettings settings,
      NameDependencies dependencies,
      Clock clock) {
    super(context);
    var passwords =
        new PasswordClient<NameCommand>(
            context, dependencies.passwords(), InternalCommand.Answered::new);
    this.serverPassword = new ServerPassword(settings.serverPassword(), passwords);
    var store =
        new StoreClient<NameCommand>(context, dependencies.store(), InternalCommand.Answered::new);
    this.registrations =
        new Registrations(
            settings,
            dependencies.registrations(),
            users,
            passwords,
            store,
            new RegistrationEffects(dependencies, this::givenUp),
            clock);
    this.logins = new Logins(users, registrations, passwords, this::loggedIn);
    this.claims =
        new NameClaims(
            settings, users, registrations, dependencies.bans(), logins::isAwaited, clock);
    logins.setClaims(claims);
    this.ignoreCommands = new IgnoreCommands(users, ignoreLists, settings.maxName());
    this.awayMessages =
        new AwayMessages(
            settings,
            new Mailboxes(dependencies.messages()),
            ignoreLists,
            dependencies.bans(),
            store,
            clock);
    this.userRequests =
        new UserRequests(users, registrations, claims, ignoreCommands, awayMessages, this::call);
  }

  @Override
  public Receive<NameCommand> createReceive() {
    return new Recovering<>(
        handlers(), "the name service", Integer.MAX_VALUE, getContext().getLog(), this::recover);
  }

  private Receive<NameCommand> handlers() {
    return newReceiveBuilder()
        .onMessage(NameCommand.Claiming.class, this::onClaiming)
        .onMessage(NameCommand.OfUser.class, this::onOfUser)
        .onMessage(NameCommand.CheckServerPassword.class, this::onCheckServerPassword)
        .onMessage(NameCommand.Configure.class, this::onConfigure)
        .onMessage(InternalCommand.Answered.class, this::onAnswered)
        .onMessage(InternalCommand.Gone.class, this::onGone)
        .build();
  }

  private Behavior<NameCommand> onClaiming(NameCommand.Claiming claiming) {
    CLAIMS.apply(this, claiming);
    return this;
  }

  private Behavior<NameCommand> onOfUser(NameCommand.OfUser wanted) {
    if (by(wanted) != null) {
      userRequests.fulfil(wanted);
    }
    return this;
  }

  private User by(NameCommand.OfUser wanted) {
    return users.of(wanted.member());
  }

  private void claim(NameCommand.Claim claim) {
    claims
        .refusal(claim.name(), claim.origin(), null, false)
        .ifPresentOrElse(
            refused -> claim.contact().names().tell(refused),
            () -> admit(claim.contact(), claim.name(), false, claim.origin()));
  }

  private void claimGuestName(NameCommand.ClaimGuestName claim) {
    Optional<NameReply.ToClaim> banned = claims.ban("", claim.origin());
    if (banned.isPresent()) {
      claim.contact().names().tell(banned.get());
      return;
    }
    String name;
    do {
      name = "guest" + ++lastGuest;
    } while (claims.refusal(name, claim.origin(), null, false).isPresent());
    admit(claim.contact(), name, false, claim.origin());
  }

  private void loggedIn(NameCommand.Login login, String name) {
    User user = login.member().map(users::of).orElse(null);
    if (user != null) {
      call(user, name, true);
    } else {
      admit(login.contact(), name, true, login.origin());
    }
  }

  private void admit(Contact contact, String name, boolean registered, Origin origin) {
    MemberId id = new MemberId(NODE, ++lastMember);
    User user = new User(id, contact, origin, name, registered);
    users.add(user);
    getContext().watchWith(contact.session(), new InternalCommand.Gone(id));
    // Before they can say anything: whoever ignores them is not to hear it.
    ignoreLists.named(user);
    comesBack(user);
    user.tell(new NameReply.Claimed(id, name, registered));
  }

  private void comesBack(User user) {
    if (user.isRegistered()) {
      ignoreLists.giveBack(user);
    }
  }

  private void givenUp(Registration known) {
    ignoreLists.drop(known.key());
    awayMessages.forgetFor(known);
  }

  private void call(User user, String name, boolean registered) {
    String before = user.key();
    if (!user.isCalled(name)) {
      ignoreLists.setAside(user);
    }
    users.rename(user, name, registered);
    ignoreLists.named(user);
    comesBack(user);
    user.tell(new NameReply.Claimed(user.id(), name, registered));
    if (!before.equals(user.key())) {
      logins.released(before);
    }
  }

  private Behavior<NameCommand> onCheckServerPassword(NameCommand.CheckServerPassword check) {
    serverPassword.check(check);
    return this;
  }

  private Behavior<NameCommand> onConfigure(NameCommand.Configure configure) {
    NameSettings settings = configure.settings();
    serverPassword.configure(settings.serverPassword());
    claims.configure(settings);
    registrations.configure(settings);
    awayMessages.configure(settings);
    ignoreCommands.configure(settings.maxName());
    configure.replyTo().tell(new NameCommand.Configured());
    return this;
  }

  private Behavior<NameCommand> onAnswered(InternalCommand.Answered answered) {
    answered.then().run();
    return this;
  }

  private Behavior<NameCommand> onGone(InternalCommand.Gone gone) {
    User user = users.remove(gone.member());
    if (user != null) {
      ignoreLists.gone(user);
      logins.released(user.key());
    }
    return this;
  }

  /** Whoever waits is answered, so that they can go on. */
  private Behavior<NameCommand> recover(NameCommand failed) {
    if (failed instanceof NameCommand.Claiming claiming) {
      claiming.contact().names().tell(new NameReply.Failed());
    } else if (failed instanceof NameCommand.CheckServerPassword check) {
      check.replyTo().tell(new NameReply.Failed());
    } else if (failed instanceof NameCommand.OfUser wanted && by(wanted) != null) {
      by(wanted).tell(new NameReply.Failed());
    }
    return this;
  }
}
