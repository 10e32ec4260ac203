package chat.parley.client;

import chat.parley.command.Command;
import java.util.Optional;

/**
 * What the user has heard of the room that they are in, and what they have missed of it when they
 * come back: that is shown once, in order, without what they know.
 */
final class CatchUp {
  private static final String GAP = "what was said meanwhile cannot be had";

  private final ServerHandle server;
  private final UserState user;
  private final SentLines unanswered;
  private final EntryQueue entries;
  private final EntryFactory factory;
  private final PostNumbers numbers;

  private Optional<HistoryMark> mark = Optional.empty();

  /** What comes in on this connection; empty before, and when all of it has come. */
  private Optional<Replay> replay = Optional.empty();

  private boolean resumed;
  private boolean over;

  /** Whether the server has been asked something, the answer to which ends the replay. */
  private boolean probing;

  /** Whether the user is to be told of a gap before anything of the replay is shown. */
  private boolean gap;

  CatchUp(
      ServerHandle server,
      UserState user,
      SentLines unanswered,
      EntryQueue entries,
      EntryFactory factory,
      PostNumbers numbers) {
    this.server = server;
    this.user = user;
    this.unanswered = unanswered;
    this.entries = entries;
    this.factory = factory;
    this.numbers = numbers;
  }

  /** Up to where the user has heard everything; empty if that is not known. */
  Optional<HistoryMark> mark() {
    return mark;
  }

  /** The server does not say where the user is. */
  void unknown() {
    mark = Optional.empty();
  }

  /** There is a connection. */
  void connected() {
    replay = Optional.empty();
    resumed = false;
    over = false;
    probing = false;
    gap = false;
  }

  /** Whether all has come that was said before the user came. */
  boolean isOver() {
    return over;
  }

  /** Whether that was everything that they had missed. */
  boolean hasResumed() {
    return resumed;
  }

  /** The server says where the history ends of the room that the user is in. */
  void at(SyncLine.At at) {
    if (at.relation() == SyncLine.Relation.CHANGED) {
      end();
      mark = Optional.of(at.mark());
      return;
    }
    resumed = at.relation() == SyncLine.Relation.RESUMED;
    Replay begun = new Replay(at.mark(), mark.filter(it -> user.isIn(Phase.RESUMING)), resumed);
    replay = Optional.of(begun);
    gap = begun.leavesGap();
    mark = Optional.of(begun.start());
  }

  /** Before {@code line} is dealt with: what is said now comes after all of before. */
  void before(SyncLine line) {
    if (line instanceof SyncLine.Post || line instanceof SyncLine.Deleted) {
      end();
    }
  }

  /** A post has come that has just been said. */
  void live(long number) {
    mark = mark.map(it -> it.at(number));
  }

  /** A post of before has come: it was missed, is one of the last, or has been asked for. */
  void past(SyncLine.Past past) {
    Optional<Replay> taking = replay.filter(it -> it.takes(past.number()));
    if (taking.isEmpty()) {
      end();
      show(past, "");
    } else if (resumed) {
      mark = mark.map(it -> it.at(Math.max(it.number(), past.number())));
      showUnlessKnown(past, taking.get(), user.name().orElse(""));
    } else {
      showUnlessKnown(past, taking.get(), "");
    }
  }

  private void showUnlessKnown(SyncLine.Past past, Replay of, String me) {
    if (!of.isKnown(past.number()) && !(of.isOfKnownHistory() && wasTyped(past))) {
      if (gap) {
        gap = false;
        entries.tell(GAP + "; the last posts:");
      }
      show(past, me);
    }
  }

  /** Whether it is a line of the user, who did not know what became of it. */
  private boolean wasTyped(SyncLine.Past past) {
    ServerLine.Post post = (ServerLine.Post) LinePattern.read(past.said());
    return user.isCalled(post.who()) && unanswered.found(post.text());
  }

  private void show(SyncLine.Past past, String me) {
    entries.add(factory.past(numbers.before(past.number()), past.time(), past.said(), me));
  }

  /**
   * Something else has come, so that nothing more of before does, unless it is the topic.
   *
   * @return whether the user has not asked for it
   */
  boolean other(ServerLine heard) {
    if (heard instanceof ServerLine.Topic) {
      return false;
    }
    boolean answer = probing && heard instanceof ServerLine.Present;
    probing = probing && !answer;
    end();
    return answer;
  }

  /**
   * Nothing more has come for now. Whoever is ignored is not in a replay, so its last post may
   * never come; then an answer tells that it has been sent.
   */
  void pause() {
    if (replay.filter(Replay::isComplete).isPresent()) {
      end();
    } else if (replay.isPresent() && user.isIn(Phase.RESUMING) && !probing) {
      probing = true;
      server.send(Command.WHO.word());
    }
  }

  private void end() {
    if (replay.isPresent()) {
      mark = Optional.of(replay.get().end());
      replay = Optional.empty();
      over = true;
      if (gap) {
        gap = false;
        entries.tell(GAP);
      }
    }
  }
}
