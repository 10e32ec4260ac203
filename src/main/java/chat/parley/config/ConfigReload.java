package chat.parley.config;

import java.util.List;

/** An outcome of reading the configuration of a running server again. */
public sealed interface ConfigReload {

  /**
   * The configuration is in order.
   *
   * @param changes settings of parley that have changed, in the order of their keys
   * @param libraries whether settings of libraries have changed, which count from the next start
   * @param settings what the server goes by from now on
   */
  record Accepted(List<ChangedSetting> changes, boolean libraries, Settings settings)
      implements ConfigReload {}

  /**
   * The configuration cannot be used, and the server goes on with the one it has.
   *
   * @param problem what is wrong with it, in one line
   */
  record Refused(String problem) implements ConfigReload {}
}
