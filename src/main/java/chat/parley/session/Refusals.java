package chat.parley.session;

import chat.parley.cases.Cases;
import chat.parley.protocol.Notice;
import chat.parley.users.NameReply;

/** What a client is told that may not have a name because it would be taken for another. */
final class Refusals {
  private static final Cases<Notice.Then, NameReply.Misleading, Notice> NOTICES =
      Cases.<Notice.Then, NameReply.Misleading, Notice>of(NameReply.Misleading.class)
          .on(
              NameReply.LooksLike.class,
              (then, no) -> new Notice.NameLooksLike(no.name(), no.other(), then))
          .on(
              NameReply.NameReserved.class,
              (then, no) -> new Notice.NameReserved(no.name(), no.reserved(), then))
          .on(
              NameReply.MixesScripts.class,
              (then, no) -> new Notice.NameMixesScripts(no.name(), then))
          .build();

  private Refusals() {}

  static Notice of(NameReply.Misleading name, Notice.Then then) {
    return NOTICES.apply(then, name);
  }
}
