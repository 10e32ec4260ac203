package chat.parley.room;

import chat.parley.event.RoomEvent;

/** Has what is said in a room kept. Not an actor: its room calls it, and never waits. */
interface Journal {

  /** Keeps nothing. */
  Journal NONE =
      new Journal() {
        @Override
        public void configure(RoomHistorySettings settings) {
          // It keeps nothing, whatever they say.
        }

        @Override
        public void add(RoomEvent.Posted posted, boolean registered) {
          // It is not kept.
        }

        @Override
        public boolean handOver() {
          return false;
        }

        @Override
        public void discard() {
          // There is nothing.
        }
      };

  /** Goes by other settings from the next post on. */
  void configure(RoomHistorySettings settings);

  /**
   * A post, the next one, which is to be kept with the others.
   *
   * @param registered whether its author has proven that their name is theirs
   */
  void add(RoomEvent.Posted posted, boolean registered);

  /** Hands over what was added; answers whether there was anything. */
  boolean handOver();

  /** Gives up what was added and not handed over yet. */
  void discard();
}
