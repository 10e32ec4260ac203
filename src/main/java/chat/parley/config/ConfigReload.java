package chat.parley.config;

/** The outcome of reading the configuration of a running server again. */
public sealed interface ConfigReload {

  /**
   * The configuration is in order.
   *
   * @param diff what has changed
   * @param settings what the server goes by from now on
   */
  record Accepted(ConfigDiff diff, Settings settings) implements ConfigReload {}

  /**
   * The configuration cannot be used, and the server goes on with the one it has.
   *
   * @param problem what is wrong with it, in one line
   */
  record Refused(String problem) implements ConfigReload {}
}
