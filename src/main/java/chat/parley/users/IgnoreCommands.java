package chat.parley.users;

import chat.parley.names.Names;
import java.util.Optional;

/** Puts people on the lists of whom others do not hear, and takes them off. */
final class IgnoreCommands {
  private final Users users;
  private final IgnoreLists ignoreLists;
  private int maxName;

  /**
   * @param maxName how many characters a name may have
   */
  IgnoreCommands(Users users, IgnoreLists ignoreLists, int maxName) {
    this.users = users;
    this.ignoreLists = ignoreLists;
    this.maxName = maxName;
  }

  void configure(int changed) {
    maxName = changed;
  }

  /** Without a name, tells whom {@code user} does not hear. */
  NameReply.NameOutcome ignore(User user, Optional<String> wanted) {
    IgnoreList list = user.ignoreList();
    if (wanted.isEmpty()) {
      return new NameReply.Ignores(list.names());
    }
    String name = wanted.get();
    if (!Names.isPersonName(name, maxName)) {
      return new NameReply.NoName(name);
    }
    if (user.isCalled(name)) {
      return new NameReply.CannotIgnoreYourself();
    }
    if (list.isFull()) {
      return new NameReply.IgnoreListFull(IgnoreList.MAX);
    }
    list.add(name, users.named(name));
    ignoreLists.changed(list);
    return new NameReply.NowIgnored(name);
  }

  NameReply.NameOutcome unignore(User user, String name) {
    IgnoreList list = user.ignoreList();
    if (!list.remove(name)) {
      return new NameReply.NotIgnored(name);
    }
    ignoreLists.changed(list);
    return new NameReply.HeardAgain(name);
  }
}
