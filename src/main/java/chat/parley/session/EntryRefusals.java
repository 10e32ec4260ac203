package chat.parley.session;

import chat.parley.cases.Cases;
import chat.parley.protocol.Notice;
import chat.parley.room.RoomReply;

/** What a client is told that a room does not let in, or not see what was said there. */
final class EntryRefusals {
  private static final Cases<String, RoomReply.Entry, Notice> NOTICES =
      Cases.<String, RoomReply.Entry, Notice>of(RoomReply.Entry.class)
          .on(RoomReply.Full.class, (room, no) -> new Notice.RoomFull(room))
          .on(RoomReply.Locked.class, (room, no) -> new Notice.RoomLocked(room))
          .on(RoomReply.Refused.class, (room, no) -> new Notice.NotLetIn(room, no.why()))
          .on(RoomReply.Entry.class, (room, no) -> new Notice.CannotEnter(room))
          .build();

  private EntryRefusals() {}

  static Notice of(String room, RoomReply.Entry why) {
    return NOTICES.apply(room, why);
  }
}
