package chat.parley.room;

import chat.parley.event.RoomEvent;

/**
 * Decides under which epoch the members of a room see its posts: under the one that is kept as long
 * as they see only what is kept, otherwise under one of its own, so that nobody takes the numbers
 * of what may be lost for those of other posts. Not an actor: its room calls it.
 */
final class RoomEpoch {
  private final RoomKeeping keeping;
  private final RoomRecord record;
  private final JournaledFanout fanout;
  private final Roster roster;

  /** Whether members see what may be lost, even while the store works. */
  private boolean showsUnkept;

  RoomEpoch(
      RoomKeeping keeping, RoomHistorySettings settings, JournaledFanout fanout, Roster roster) {
    this.keeping = keeping;
    this.record = keeping.record();
    this.fanout = fanout;
    this.roster = roster;
    this.showsUnkept = keeping.showsUnkept(settings);
    if (record.isProvisional()) {
      // The room before it has ended meanwhile, and nobody tells this one what became of its posts.
      record.confirmProvisional();
      keeping.keepRecord();
    }
    if (showsUnkept) {
      record.beginProvisional();
    }
  }

  /** Goes by other settings from the next post on. */
  void configure(RoomHistorySettings settings) {
    boolean showedUnkept = showsUnkept;
    showsUnkept = keeping.showsUnkept(settings);
    if (showsUnkept && !record.isProvisional()) {
      record.beginProvisional();
      fanout.gatherAhead(changed());
    } else if (showedUnkept && !showsUnkept) {
      keepProvisional();
    }
  }

  /** What was handed over waits in memory: the chat goes on, though that may be lost. */
  void unsaved() {
    if (record.isProvisional()) {
      fanout.kept(null);
    } else {
      record.beginProvisional();
      fanout.kept(changed());
    }
  }

  /**
   * What has waited is kept.
   *
   * @param lost whether some of it is not
   */
  void savedAgain(boolean lost) {
    if (showsUnkept) {
      return; // what comes next may be lost as well
    }
    if (lost) {
      record.confirmProvisional();
      keeping.keepRecord();
    } else if (record.isProvisional()) {
      record.endProvisional();
      // Before what is held back, whose numbers are greater than the one that it tells.
      fanout.gatherAhead(changed());
    }
  }

  /** The room ends in order, and has handed over all its posts: its numbers are to go on. */
  void end() {
    if (showsUnkept && record.isWorthKeeping()) {
      keepProvisional();
    }
  }

  private void keepProvisional() {
    record.setLastNumber(roster.lastNumber());
    record.confirmProvisional();
    keeping.keepRecord();
  }

  private RoomEvent changed() {
    return new RoomEvent.EpochChanged(
        record.name(), record.epoch(), fanout.lastSeen(roster.lastNumber()));
  }
}
