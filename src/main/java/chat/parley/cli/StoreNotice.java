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
    String what = settings.keepsPosts() ? "what is said is" : "names, bans and topics are";
    return Optional.of(what + " kept in " + store + "; --store none turns that off");
  }
}
