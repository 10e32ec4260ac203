package chat.parley.fuzz;

import chat.parley.listener.ListenerAddress;
import chat.parley.patience.Dial;
import chat.parley.patience.LineSocket;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody in the lobby who reads what the others bring about there, and minds its form. */
final class Onlooker {
  private static final String QUESTION = "/nothing";
  private static final String ANSWER = "* there is no command /nothing; /help lists them";

  /** A line of the server's or of a person's, and nothing that a terminal would obey. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "(\\* |\\[[\\p{L}\\p{N}\\p{M}]{1,32}] )"
              + "(\\t|[^\\p{Cc}\\u2028-\\u202E\\u206A-\\u206F\\uFEFF\\x{E0000}\\x{E0001}])*");

  private final LineSocket socket;

  /** Goes in by a lines listener. */
  Onlooker(ListenerAddress lines, int patienceMs) throws IOException {
    socket =
        Dial.USUAL
            .patience(Duration.ofMillis(patienceMs))
            .to(new InetSocketAddress(lines.host(), lines.port()));
    says("onlooker");
    looks();
  }

  /** Reads all that has come until now. */
  void looks() throws IOException {
    says(QUESTION);
    String line = line();
    while (!line.equals(ANSWER)) {
      if (!HARMLESS.matcher(line).matches()) {
        throw new AssertionError("somebody in the room got: " + visible(line));
      }
      line = line();
    }
  }

  private static String visible(String line) {
    return line.codePoints()
        .mapToObj(
            c ->
                Character.isISOControl(c)
                    ? String.format(Locale.ROOT, "\\u00%02x", c)
                    : Character.toString(c))
        .collect(Collectors.joining());
  }

  private void says(String line) throws IOException {
    socket.send(line + "\n");
  }

  private String line() throws IOException {
    byte[] line = socket.lineOfBytes();
    if (line == null) {
      throw new EOFException("the server has disconnected somebody who only looks on");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError(
          "somebody in the room got what is not UTF-8: " + HexFormat.of().formatHex(line), e);
    }
  }
}
