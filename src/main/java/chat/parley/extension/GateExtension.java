package chat.parley.extension;

import com.typesafe.config.Config;
import org.apache.pekko.actor.typed.Behavior;

/**
 * An extension that stands before the room: a filter, slow mode, a read-only room. It is asked
 * about every post and every person who wants to come in, before the room has taken them, and
 * answers each question once. See {@link Gate}.
 *
 * @since 0.1
 */
public interface GateExtension extends Extension {

  /**
   * A new actor for one room.
   *
   * @param settings its settings, {@link #defaults} included
   */
  Behavior<Gate.Question> gate(Config settings);
}
