package chat.parley.cli;

import chat.parley.config.Settings;
import chat.parley.store.StoreLocation;
import java.util.Optional;

/** What the program says, when it starts, about what it keeps. */
final class StoreNotice {
  private StoreNotice() {}

  /** A line that says where it is, and how to turn that off; empty when nothing is kept. */
  static Optional<String> of(Settings settings) {
    StoreLocation store = settings.store();
    if (!store.keeps()) {
      return Optional.empty();
    }
    String what = keepsPosts(settings) ? "what is said is" : "names, bans and topics are";
    return Optional.of(what + " kept in " + store + "; --store none turns that off");
  }

  /** Whether posts in the room where everybody starts are. */
  private static boolean keepsPosts(Settings settings) {
    String start = settings.rooms().startRoom();
    return !settings.rooms().rooms().apply(start).history().retention().isNothing();
  }
}
