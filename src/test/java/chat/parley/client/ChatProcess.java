package chat.parley.client;

import chat.parley.patience.Child;
import java.nio.file.Path;

/** The client of the runnable jar, as a shell starts it. */
final class ChatProcess {
  static final String JAR = Path.of("target", "parley.jar").toAbsolutePath().toString();

  private ChatProcess() {}

  /** What starts it with {@code arguments}, and shows its exit status in the end. */
  static String command(String arguments) {
    return Child.JAVA + " -jar " + JAR + " chat " + arguments + "; echo exit status $?";
  }
}
