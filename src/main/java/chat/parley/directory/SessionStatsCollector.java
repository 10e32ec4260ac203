package chat.parley.directory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * Asks sessions twice, a second apart, how they are, so that it can say how much each sends; tells
 * whoever ordered it, and ends. A session that does not answer is listed without that.
 */
final class SessionStatsCollector extends AbstractBehavior<SessionStatsCollector.Command> {

  sealed interface Command {}

  /** How one session is, which it is asked twice. */
  record Counted(Directory.SessionStats vitals) implements Command {}

  private record AskAgain() implements Command {}

  private record Over() implements Command {}

  /**
   * Somebody to be counted.
   *
   * @param description what is known of them without asking
   */
  record Subject(ActorRef<?> session, ActorRef<Directory.Reply> address, String description) {}

  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final List<Subject> subjects;
  private final String rest;
  private final ActorRef<Directory.Reply> replyTo;
  private final ActorRef<Directory.SessionStats> counted;
  private final Map<ActorRef<?>, Directory.SessionStats> first = new HashMap<>();
  private final Map<ActorRef<?>, Directory.SessionStats> second = new HashMap<>();
  private boolean again;

  /**
   * @param rest a last line about those who are not counted; empty for none
   */
  static Behavior<Command> create(
      List<Subject> subjects, String rest, ActorRef<Directory.Reply> replyTo) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new SessionStatsCollector(context, timers, subjects, rest, replyTo)));
  }

  private SessionStatsCollector(
      ActorContext<Command> context,
      TimerScheduler<Command> timers,
      List<Subject> subjects,
      String rest,
      ActorRef<Directory.Reply> replyTo) {
    super(context);
    this.subjects = subjects;
    this.rest = rest;
    this.replyTo = replyTo;
    this.counted = context.messageAdapter(Directory.SessionStats.class, Counted::new);
    timers.startSingleTimer(new AskAgain(), BETWEEN);
    timers.startSingleTimer(new Over(), BETWEEN.plus(PATIENCE));
    ask();
  }

  private void ask() {
    subjects.forEach(each -> each.address().tell(new Directory.TellStats(counted)));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Counted.class, this::onCounted)
        .onMessage(AskAgain.class, ask -> onAskAgain())
        .onMessage(Over.class, over -> report())
        .build();
  }

  private Behavior<Command> onCounted(Counted message) {
    Directory.SessionStats vitals = message.vitals();
    (again ? second : first).put(vitals.session(), vitals);
    return second.size() == subjects.size() ? report() : this;
  }

  private Behavior<Command> onAskAgain() {
    again = true;
    ask();
    return this;
  }

  private Behavior<Command> report() {
    List<String> lines = new ArrayList<>();
    for (Subject each : subjects) {
      lines.add(each.description() + vitals(first.get(each.session()), second.get(each.session())));
    }
    if (!rest.isEmpty()) {
      lines.add(rest);
    }
    replyTo.tell(new Directory.InWords(lines));
    return Behaviors.stopped();
  }

  private static String vitals(Directory.SessionStats before, Directory.SessionStats now) {
    if (before == null || now == null) {
      return ", does not answer";
    }
    long rate = now.lines() - before.lines();
    String missed = now.missed() == 0 ? "" : ", has missed " + now.missed();
    return String.format(
        Locale.ROOT, ", behind by %d%s, sends %d a second", now.waiting(), missed, rate);
  }
}
