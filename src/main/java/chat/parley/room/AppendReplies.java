package chat.parley.room;

import chat.parley.cases.Cases;
import chat.parley.event.RoomEvent;
import chat.parley.store.StoreReply;
import java.util.List;

/** What becomes in a room of posts that were to be kept. Not an actor: its room calls it. */
final class AppendReplies {
  private static final String CANNOT_BE_KEPT =
      "what is said cannot be kept at the moment; try again later";

  private static final Cases<AppendReplies, StoreReply.ToAppend, Void> REPLIES =
      Cases.<AppendReplies, StoreReply.ToAppend, Void>of(StoreReply.ToAppend.class)
          .run(StoreReply.Saved.class, (it, saved) -> it.fanout.kept(null))
          .run(StoreReply.Unsaved.class, (it, unsaved) -> it.epoch.unsaved())
          .run(StoreReply.Refused.class, (it, refused) -> it.refused())
          .run(StoreReply.SavedAgain.class, (it, again) -> it.epoch.savedAgain(again.lost()))
          .build();

  private final RoomRecord record;
  private final JournaledFanout fanout;
  private final Roster roster;
  private final Posting posting;
  private final RoomEpoch epoch;

  AppendReplies(
      RoomRecord record, JournaledFanout fanout, Roster roster, Posting posting, RoomEpoch epoch) {
    this.record = record;
    this.fanout = fanout;
    this.roster = roster;
    this.posting = posting;
    this.epoch = epoch;
  }

  void received(StoreReply.ToAppend reply) {
    REPLIES.apply(this, reply);
  }

  /** Nobody sees what was not kept, nor what came after it: they are as if never said. */
  private void refused() {
    List<RoomEvent.Posted> posts = fanout.refused();
    if (!posts.isEmpty()) {
      long before = posts.get(0).number() - 1;
      roster.backTo(before);
      posting.backTo(before);
      record.setLastNumber(before);
    }
    for (RoomEvent.Posted post : posts) {
      fanout.tell(post.member(), new RoomEvent.NotSaid(record.name(), CANNOT_BE_KEPT));
    }
  }
}
