package chat.parley.room;

import chat.parley.event.RoomEvent;
import chat.parley.store.HistoryQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What newcomers hear of before: the room's last posts, or, where they say what they had heard
 * last, everything since. If that cannot be had as a whole, none of it is taken for it.
 */
final class Catchup {
  private final RoomRecord record;
  private final Roster roster;
  private final Posting posting;
  private final History history;
  private int most;

  /** For how many something is being read. */
  private int reading;

  /**
   * @param history where it is read what is not in memory any more
   */
  Catchup(
      RoomRecord record, RoomSettings settings, Roster roster, Posting posting, History history) {
    this.record = record;
    this.roster = roster;
    this.posting = posting;
    this.history = history;
    configure(settings);
  }

  void configure(RoomSettings settings) {
    most = settings.history().resume();
  }

  /** Whether somebody waits to come in until something has been read for them. */
  boolean isReading() {
    return reading > 0;
  }

  /**
   * Reads what somebody who comes back has missed, if it is not in memory any more.
   *
   * @param then takes them when that has been read, or need not be
   */
  void prepare(RoomCommand.Join join, Consumer<RoomCommand.Join> then) {
    Member member = join.member();
    if (member.heard().isEmpty() || missed(member.heard().get()).isPresent()) {
      then.accept(join);
      return;
    }
    Heard heard = member.heard().get();
    if (!mayBeHad(heard)) {
      then.accept(join);
      return;
    }
    reading++;
    history.read(
        new HistoryQuery.Since(new HistoryQuery.AtNumber(heard.number() + 1), most),
        read -> {
          reading--;
          then.accept(
              read instanceof RoomReply.History page
                  ? join.by(member.having(heard.with(page.page().posts())))
                  : join);
        });
  }

  private boolean mayBeHad(Heard heard) {
    long missing = roster.lastNumber() - heard.number();
    return record.covers(heard.epoch()) && missing >= 0 && missing <= most;
  }

  /** What a newcomer hears, when it is let in. */
  Replay of(Member newcomer) {
    Optional<List<RoomEvent.Posted>> missed = newcomer.heard().flatMap(this::missed);
    List<RoomEvent.Posted> posts = missed.orElseGet(posting::replayed);
    return new Replay(
        posts.stream()
            .filter(posted -> !newcomer.ignored().names().contains(posted.author()))
            .toList(),
        missed.isPresent());
  }

  /** Everything since; empty if it cannot be had from what is in memory. */
  private Optional<List<RoomEvent.Posted>> missed(Heard heard) {
    if (!mayBeHad(heard)) {
      return Optional.empty();
    }
    List<RoomEvent.Posted> missed = new ArrayList<>(heard.since());
    long next = heard.number() + 1 + missed.size();
    for (RoomEvent.Posted post : posting.recent().from(next)) {
      missed.add(post);
    }
    return isWhole(missed, heard.number()) ? Optional.of(missed) : Optional.empty();
  }

  private boolean isWhole(List<RoomEvent.Posted> posts, long after) {
    long number = after;
    for (RoomEvent.Posted post : posts) {
      number++;
      if (post.number() != number) {
        return false;
      }
    }
    return number == roster.lastNumber();
  }
}
