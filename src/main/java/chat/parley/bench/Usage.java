package chat.parley.bench;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The requirements of options beyond their types. */
final class Usage {
  private Usage() {}

  /**
   * Refuses the command line unless {@code condition} holds.
   *
   * @param otherwise says in one line what is wrong
   */
  static void require(CommandSpec command, boolean condition, String otherwise) {
    if (!condition) {
      throw new ParameterException(command.commandLine(), otherwise);
    }
  }
}
