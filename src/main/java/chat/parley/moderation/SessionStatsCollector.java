package chat.parley.moderation;

import chat.parley.event.MemberId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  record Counted(SessionStats stats) implements Command {}

  private record AskAgain() implements Command {}

  private record Over() implements Command {}

  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final List<Visitor> subjects;
  private final List<ModerationReply.SessionLine> known;
  private final int more;
  private final Visitor by;
  private final ActorRef<SessionStats> counted;
  private final Map<MemberId, SessionStats> first = new HashMap<>();
  private final Map<MemberId, SessionStats> second = new HashMap<>();
  private boolean again;

  /**
   * @param subjects whom it asks; only their ids and addresses, which never change, are read later
   * @param more how many others there are
   * @param by who is told
   */
  static Behavior<Command> create(List<Visitor> subjects, int more, Visitor by) {
    List<ModerationReply.SessionLine> known =
        subjects.stream().map(SessionStatsCollector::known).toList();
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new SessionStatsCollector(context, timers, subjects, known, more, by)));
  }

  /** What is known without asking. */
  private static ModerationReply.SessionLine known(Visitor visitor) {
    return new ModerationReply.SessionLine(
        visitor.name(),
        visitor.isOperator(),
        visitor.mute() != null,
        visitor.origin(),
        visitor.since(),
        Optional.empty());
  }

  private SessionStatsCollector(
      ActorContext<Command> context,
      TimerScheduler<Command> timers,
      List<Visitor> subjects,
      List<ModerationReply.SessionLine> known,
      int more,
      Visitor by) {
    super(context);
    this.subjects = subjects;
    this.known = known;
    this.more = more;
    this.by = by;
    this.counted = context.messageAdapter(SessionStats.class, Counted::new);
    timers.startSingleTimer(new AskAgain(), BETWEEN);
    timers.startSingleTimer(new Over(), BETWEEN.plus(PATIENCE));
    ask();
  }

  private void ask() {
    subjects.forEach(each -> each.tell(new ModerationReply.TellStats(counted)));
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
    SessionStats stats = message.stats();
    (again ? second : first).put(stats.member(), stats);
    return second.size() == subjects.size() ? report() : this;
  }

  private Behavior<Command> onAskAgain() {
    again = true;
    ask();
    return this;
  }

  private Behavior<Command> report() {
    List<ModerationReply.SessionLine> lines = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      ModerationReply.SessionLine line = known.get(i);
      MemberId id = subjects.get(i).id();
      lines.add(
          new ModerationReply.SessionLine(
              line.name(),
              line.operator(),
              line.muted(),
              line.origin(),
              line.since(),
              rates(first.get(id), second.get(id))));
    }
    by.tell(new ModerationReply.Sessions(lines, more));
    return Behaviors.stopped();
  }

  private static Optional<ModerationReply.SessionRates> rates(
      SessionStats before, SessionStats now) {
    if (before == null || now == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ModerationReply.SessionRates(
            now.registered(),
            now.rooms(),
            now.waiting(),
            now.missed(),
            now.lines() - before.lines()));
  }
}
