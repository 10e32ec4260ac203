package chat.parley.cli;

import chat.parley.access.PasswordHash;
import chat.parley.access.Secret;
import chat.parley.text.PlainText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The command that makes the hash of a password, for the configuration. */
@Command(
    name = "password",
    header = "Makes the hash of a password, for the configuration.",
    description = {
      "Asks for a password twice without showing it, or reads a line from standard input where"
          + " that is no terminal, and prints its hash."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    footerHeading = "%n",
    footer = {
      "The hash belongs in quotes into the configuration file, as",
      "parley.access.server-password or parley.access.operator-password.",
      "",
      "Exit status: 0 all well, 1 something failed, 2 it was no password, or not the same twice.",
      "",
      "Example: parley password"
    })
final class PasswordCommand implements Callable<Integer> {
  /** More than any password has. */
  private static final int MAX_LINE_BYTES = 8192;

  /** What stands behind the command; most likely a password, so it is in no message. */
  @Unmatched private List<String> given;

  @Spec private CommandSpec spec;

  private final InputStream in;

  /**
   * @param in where a password is read from; a terminal is asked only if it is the program's own
   *     standard input
   */
  PasswordCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    boolean terminal = in == System.in && PasswordPrompt.isPossible();
    try {
      if (given != null && !given.isEmpty()) {
        throw new NoPassword("it takes no password from the command line, which others can see");
      }
      Secret password = terminal ? PasswordPrompt.ask() : read();
      if (password.text().isEmpty()) {
        throw new NoPassword("no password was given");
      }
      if (!PasswordHash.isPassword(password)) {
        throw new NoPassword(
            "a password is 1 to "
                + PasswordHash.MAX_LENGTH
                + " characters, and none of them a control character");
      }
      if (!PlainText.clean(password.text()).equals(password.text())) {
        throw new NoPassword("it has a character in it that is dropped from what people type");
      }
      spec.commandLine().getOut().println(PasswordHash.of(password).written());
    } catch (NoPassword e) {
      spec.commandLine().getErr().println("parley: " + e.getMessage());
      return ExitCode.USAGE;
    }
    if (terminal) {
      spec.commandLine()
          .getErr()
          .println(
              "parley: put it in quotes into the configuration file, as"
                  + " parley.access.server-password or parley.access.operator-password");
    }
    return ExitCode.OK;
  }

  /** One line, without its end. */
  private Secret read() throws IOException, NoPassword {
    var line = new ByteArrayOutputStream();
    int each = in.read();
    while (each >= 0 && each != '\n' && line.size() <= MAX_LINE_BYTES) {
      line.write(each);
      each = in.read();
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder() // which, unlike a string's own, refuses what it cannot decode
              .decode(ByteBuffer.wrap(line.toByteArray()))
              .toString();
      return new Secret(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    } catch (CharacterCodingException e) {
      throw new NoPassword("the password is not in UTF-8");
    }
  }

  /** There is nothing to make a hash of; the message says why. */
  static final class NoPassword extends Exception {
    private static final long serialVersionUID = 1;

    NoPassword(String message) {
      super(message);
    }
  }
}
