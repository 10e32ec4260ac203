package chat.parley.moderation;

import chat.parley.access.PasswordClient;
import chat.parley.actor.Recovering;
import chat.parley.cases.Cases;
import chat.parley.store.Sanction;
import chat.parley.store.StoreClient;
import chat.parley.store.StoreCommand;
import chat.parley.store.StoreStats;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * Moderation: who may be on the server and who may only listen, and what operators order. One for
 * the whole server.
 *
 * <p>Sessions speak to it. A session {@linkplain ModerationCommand.Enter enters} when it has a
 * name, and again under each further one; moderation watches it, and forgets it when it ends.
 *
 * <p><b>Bans.</b> Nobody whom a ban meets is here for longer than it takes to tell them: whoever is
 * here when it is imposed is told, and whoever enters later is refused.
 *
 * <p><b>Order.</b> What concerns passwords and the disk is done elsewhere, and answered later than
 * what others ask meanwhile. A session asks one thing at a time, so it gets its answers in order.
 *
 * <p><b>Audit.</b> Everything that is done with the rights of an operator is in the audit log.
 *
 * <p>It never fails for good: what it cannot do it answers with {@link ModerationReply.Failed}.
 */
public final class Moderation extends AbstractBehavior<ModerationCommand> {
  private static final Duration RELOAD_WITHIN = Duration.ofMinutes(1);

  private static final Cases<Moderation, ModerationCommand.OperatorOrder, Void> ORDERS =
      Cases.<Moderation, ModerationCommand.OperatorOrder, Void>of(
              ModerationCommand.OperatorOrder.class)
          .run(ModerationCommand.Kick.class, Moderation::kick)
          .run(ModerationCommand.Ban.class, (it, ban) -> it.sanctionCommands.ban(ban, it.by(ban)))
          .run(
              ModerationCommand.Mute.class,
              (it, mute) -> it.sanctionCommands.mute(mute, it.by(mute)))
          .run(
              ModerationCommand.Unban.class,
              (it, unban) ->
                  it.sanctionCommands.lift(Sanction.Kind.BAN, unban.target(), it.by(unban)))
          .run(
              ModerationCommand.Unmute.class,
              (it, unmute) ->
                  it.sanctionCommands.lift(Sanction.Kind.MUTE, unmute.name(), it.by(unmute)))
          .run(ModerationCommand.SayToAll.class, Moderation::sayToAll)
          .run(
              ModerationCommand.ListBans.class, (it, list) -> it.sanctionCommands.list(it.by(list)))
          .run(ModerationCommand.ListSessions.class, Moderation::listSessions)
          .run(ModerationCommand.ShowStats.class, Moderation::showStats)
          .run(ModerationCommand.Reload.class, Moderation::reload)
          .build();

  private final Visitors visitors = new Visitors();
  private final Sanctions sanctions;
  private final Bans bans;
  private final Audit audit;
  private final Operators operators;
  private final SanctionCommands sanctionCommands;
  private final OperatorReports reports;
  private final StoreWatch storeWatch = new StoreWatch(visitors);
  private final ActorRef<ReloadRequest> reloader;
  private final Clock clock;

  public static Behavior<ModerationCommand> create(
      ModerationSettings settings, ModerationDependencies dependencies, Clock clock) {
    return Behaviors.setup(context -> new Moderation(context, settings, dependencies, clock));
  }

  private Moderation(
      ActorContext<ModerationCommand> context,
      ModerationSettings settings,
      ModerationDependencies dependencies,
      Clock clock) {
    super(context);
    this.clock = clock;
    this.reloader = dependencies.reloader();
    this.audit = new Audit(dependencies.audit());
    this.bans = dependencies.bans();
    var passwords =
        new PasswordClient<ModerationCommand>(
            context, dependencies.passwords(), InternalCommand.Answered::new);
    this.operators = new Operators(settings.operatorPassword(), passwords, audit);
    var store =
        new StoreClient<ModerationCommand>(
            context, dependencies.store(), InternalCommand.Answered::new);
    this.sanctions = new Sanctions(dependencies.sanctions(), bans, store, clock);
    this.sanctionCommands =
        new SanctionCommands(settings, visitors, sanctions, store, audit, clock);
    this.reports =
        new OperatorReports(context, visitors, sanctions, dependencies.counts(), storeWatch, clock);
    dependencies
        .store()
        .tell(
            new StoreCommand.Watch(
                context.messageAdapter(StoreStats.class, InternalCommand.StoreChanged::new)));
  }

  @Override
  public Receive<ModerationCommand> createReceive() {
    return new Recovering<>(
        handlers(), "moderation", Integer.MAX_VALUE, getContext().getLog(), this::recover);
  }

  private Receive<ModerationCommand> handlers() {
    return newReceiveBuilder()
        .onMessage(ModerationCommand.Enter.class, this::onEnter)
        .onMessage(ModerationCommand.BecomeOperator.class, this::onBecomeOperator)
        .onMessage(ModerationCommand.OperatorOrder.class, this::onOrder)
        .onMessage(ModerationCommand.ActedAsOperator.class, this::onActed)
        .onMessage(InternalCommand.StoreChanged.class, this::onStoreChanged)
        .onMessage(ModerationCommand.Configure.class, this::onConfigure)
        .onMessage(InternalCommand.Answered.class, this::onAnswered)
        .onMessage(InternalCommand.Gone.class, this::onGone)
        .build();
  }

  private Behavior<ModerationCommand> onEnter(ModerationCommand.Enter enter) {
    Optional<Sanction> ban = bans.of(enter.name(), enter.origin().host(), clock.instant());
    if (ban.isPresent()) {
      enter.replyTo().tell(new ModerationReply.Banned(ban.get().until(), ban.get().why()));
      return this;
    }
    Visitor visitor = visitors.of(enter.member());
    if (visitor == null) {
      visitor =
          new Visitor(
              enter.member(), enter.replyTo(), enter.origin(), clock.instant(), enter.name());
      visitors.add(visitor);
      getContext().watchWith(enter.session(), new InternalCommand.Gone(enter.member()));
    } else {
      visitor.call(enter.name());
    }
    visitor.setMute(sanctions.muteOf(visitor));
    visitor.tell(new ModerationReply.Standing(visitor.mutedUntil()));
    return this;
  }

  private Behavior<ModerationCommand> onBecomeOperator(ModerationCommand.BecomeOperator become) {
    Visitor user = by(become);
    if (user != null) {
      operators.become(become.password(), user);
    }
    return this;
  }

  private Visitor by(ModerationCommand.Order order) {
    return visitors.of(order.member());
  }

  private Behavior<ModerationCommand> onOrder(ModerationCommand.OperatorOrder order) {
    Visitor by = by(order);
    if (by != null && by.isOperator()) {
      ORDERS.apply(this, order);
    } else if (by != null) {
      by.tell(new ModerationReply.OperatorsOnly());
    }
    return this;
  }

  private void kick(ModerationCommand.Kick kick) {
    Visitor by = by(kick);
    Visitor who = visitors.named(kick.name());
    if (who == null) {
      by.tell(new ModerationReply.NobodyCalled(kick.name()));
    } else if (who == by) {
      by.tell(new ModerationReply.CannotKickYourself());
    } else {
      audit.log(
          by, "kick: " + who.name() + " from " + who.origin() + SanctionText.reason(kick.why()));
      who.tell(new ModerationReply.Kicked(kick.why()));
      by.tell(new ModerationReply.Disconnected(who.name()));
    }
  }

  private void sayToAll(ModerationCommand.SayToAll say) {
    Visitor by = by(say);
    audit.log(by, "say: " + say.text());
    visitors.all().forEach(each -> each.tell(new ModerationReply.Broadcast(by.name(), say.text())));
    by.tell(new ModerationReply.SaidToAll(visitors.all().size()));
  }

  private void listSessions(ModerationCommand.ListSessions list) {
    audit.log(
        by(list), "asks for the sessions" + (list.like().isEmpty() ? "" : " of " + list.like()));
    reports.sessions(list.like(), by(list));
  }

  private void showStats(ModerationCommand.ShowStats show) {
    audit.log(by(show), "asks how the server is");
    by(show).tell(reports.stats());
  }

  private void reload(ModerationCommand.Reload reload) {
    Visitor by = by(reload);
    getContext()
        .ask(
            ReloadRequest.Done.class,
            reloader,
            RELOAD_WITHIN,
            ReloadRequest::new,
            (done, failure) ->
                new InternalCommand.Answered(
                    () -> reloaded(failure == null ? done.lines() : List.of(LATE), by)));
  }

  private static final String LATE = "the configuration could not be read again in time";

  private void reloaded(List<String> lines, Visitor by) {
    audit.log(by, "reload: " + String.join("; ", lines));
    by.tell(new ModerationReply.ConfigurationReloaded(lines));
  }

  private Behavior<ModerationCommand> onActed(ModerationCommand.ActedAsOperator acted) {
    audit.log(acted.name(), acted.origin(), acted.what());
    return this;
  }

  private Behavior<ModerationCommand> onStoreChanged(InternalCommand.StoreChanged changed) {
    storeWatch.changed(changed.stats());
    return this;
  }

  private Behavior<ModerationCommand> onConfigure(ModerationCommand.Configure configure) {
    operators.configure(configure.settings().operatorPassword());
    sanctionCommands.configure(configure.settings());
    configure.replyTo().tell(new ModerationCommand.Configured());
    return this;
  }

  private Behavior<ModerationCommand> onAnswered(InternalCommand.Answered answered) {
    answered.then().run();
    return this;
  }

  private Behavior<ModerationCommand> onGone(InternalCommand.Gone gone) {
    visitors.remove(gone.member());
    return this;
  }

  /** Whoever waits is answered, so that they can go on. */
  private Behavior<ModerationCommand> recover(ModerationCommand failed) {
    if (failed instanceof ModerationCommand.Enter enter) {
      enter.replyTo().tell(new ModerationReply.Failed());
    } else if (failed instanceof ModerationCommand.Order order && by(order) != null) {
      by(order).tell(new ModerationReply.Failed());
    }
    return this;
  }
}
