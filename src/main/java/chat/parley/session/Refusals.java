package chat.parley.session;

import chat.parley.directory.Directory;
import chat.parley.protocol.Notice;

/** What a client is told that may not have a name because it would be taken for another. */
final class Refusals {
  private Refusals() {}

  /** Null when {@code reply} is something else. */
  static Notice ofName(Directory.Reply reply, Notice.Then then) {
    if (reply instanceof Directory.LooksLike like) {
      return new Notice.NameLooksLike(like.name(), like.other(), then);
    }
    if (reply instanceof Directory.NameReserved reserved) {
      return new Notice.NameReserved(reserved.name(), reserved.reserved(), then);
    }
    if (reply instanceof Directory.MixesScripts mixes) {
      return new Notice.NameMixesScripts(mixes.name(), then);
    }
    return null;
  }
}
