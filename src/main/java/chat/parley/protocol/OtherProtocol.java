package chat.parley.protocol;

import java.util.Map;
import java.util.regex.Pattern;

/** Recognises clients that take a listener of lines for a server of something else. */
final class OtherProtocol {
  /** What none of these begins with can be a name. */
  private static final Map<String, Pattern> FIRST_LINES =
      Map.of(
          "HTTP", Pattern.compile("[A-Z]+ \\S+ HTTP/[0-9.]+"),
          "SSH", Pattern.compile("SSH-[0-9.]+-.*"));

  private OtherProtocol() {}

  /** What the client that began with {@code frame} speaks; null when it may well be lines. */
  static String of(Frame frame) {
    if (frame instanceof Frame.TlsHello) {
      return "TLS";
    }
    if (frame instanceof Frame.Line line) {
      return FIRST_LINES.entrySet().stream()
          .filter(each -> each.getValue().matcher(line.text()).matches())
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(null);
    }
    return null;
  }
}
