package chat.parley.extension;

import chat.parley.event.RoomEvent;
import com.typesafe.config.Config;
import org.apache.pekko.actor.typed.Behavior;

/**
 * An extension that is in the room like a member: a bot, a log, a bridge. It is told the room's
 * events one at a time, in the room's order, {@link RoomEvent.Welcomed} first, and never its own
 * posts.
 *
 * <p>When it falls behind by more than {@code parley.extension.mailbox} events it misses some, and
 * the log says how many.
 *
 * @since 0.1
 */
public interface MemberExtension extends Extension {

  /**
   * A new actor for one room.
   *
   * @param settings its settings, {@link #defaults} included
   * @param voice the room, to speak in and to ask
   */
  Behavior<RoomEvent> member(Config settings, RoomHandle voice);
}
