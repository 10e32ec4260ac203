package chat.parley.cli;

import java.io.IOException;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as {@code --version} shows it. */
final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"parley " + BundledText.of("version.txt").strip()};
  }
}
