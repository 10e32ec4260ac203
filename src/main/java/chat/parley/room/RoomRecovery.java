package chat.parley.room;

import chat.parley.event.RoomEvent;

/**
 * What becomes of what a room was at when something failed: it sends what was gathered, gives up
 * what was half done, and answers whoever waits.
 */
final class RoomRecovery {
  private final String room;
  private final Roster roster;
  private final Fanout fanout;
  private final Entrance entrance;
  private final GateChain gates;
  private final PendingAnswers answers;

  /**
   * @param room its name
   */
  RoomRecovery(
      String room,
      Roster roster,
      Fanout fanout,
      Entrance entrance,
      GateChain gates,
      PendingAnswers answers) {
    this.room = room;
    this.roster = roster;
    this.fanout = fanout;
    this.entrance = entrance;
    this.gates = gates;
    this.answers = answers;
  }

  /** Puts the room in order that could not deal with {@code failed}, or not to its end. */
  void recover(RoomCommand failed) {
    fanout.flushDue();
    answers.oweAuthors();
    gates.recover();
    if (failed.replyTo() != null) {
      answers.owe(failed.replyTo(), answerTo(failed));
    }
    if (failed instanceof RoomCommand.Leave leave) {
      entrance.gone(leave.member());
    }
    roster.announce(new RoomEvent.Recovered(room), null);
    answers.settle();
  }

  private RoomReply answerTo(RoomCommand failed) {
    if (failed instanceof RoomCommand.Join join) {
      return entrance.afterFailure(join);
    }
    if (failed instanceof RoomCommand.Arrive arrival) {
      return entrance.afterArrival(arrival.member().id());
    }
    boolean matters =
        failed instanceof RoomCommand.Query
            || failed instanceof RoomCommand.Ruling
            || failed instanceof RoomCommand.AskHistory
            || failed instanceof RoomCommand.AskSearch
            || failed instanceof RoomCommand.Delete;
    return matters ? new RoomReply.Failed() : new RoomReply.Accepted();
  }
}
