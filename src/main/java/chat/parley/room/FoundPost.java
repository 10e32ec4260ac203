package chat.parley.room;

import chat.parley.event.RoomEvent;
import chat.parley.names.Names;

/**
 * A post of before.
 *
 * @param registered whether its author had proven then that their name is theirs
 */
record FoundPost(RoomEvent.Posted post, boolean registered) {

  /** Whether this member, as far as that is known, has said it. */
  boolean isBy(Membership member) {
    return post.member().equals(member.id())
        || (registered
            && member.profile().registered()
            && Names.same(post.author(), member.name()));
  }
}
