package chat.parley.room;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/**
 * Something that changes or adds to what a room does, written by a user of parley. It is one or
 * both of a {@link MemberExtension}, which hears what happens and may speak, and a {@link
 * GateExtension}, which sees what people want to say before the room does.
 *
 * <p>It is found through {@link java.util.ServiceLoader} and turned on for rooms in the
 * configuration. One object serves all rooms; its behaviours, one per room, hold the state.
 */
public interface Extension {

  /** How the configuration names it, and what it is called when it speaks. */
  String name();

  /**
   * Its settings with their defaults; the configuration may give others to these keys, and to no
   * other.
   */
  default Config defaults() {
    return ConfigFactory.empty();
  }

  /**
   * Says whether {@code settings}, defaults included, make sense; called when the server starts.
   *
   * @throws IllegalArgumentException or a {@link com.typesafe.config.ConfigException}, whose
   *     message says in one line what is wrong
   */
  default void check(Config settings) {}
}
