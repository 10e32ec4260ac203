package chat.parley.extension;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/**
 * An addition to what rooms do, written by a user of parley: a {@link MemberExtension}, which hears
 * what happens and may speak, a {@link GateExtension}, which is asked before something is said, or
 * both.
 *
 * <p>It is found through {@link java.util.ServiceLoader} and turned on for rooms in the
 * configuration. One object serves all rooms; its behaviours, one per room, hold the state.
 *
 * @since 0.1
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
