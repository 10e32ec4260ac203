package chat.parley.protocol;

import chat.parley.text.Visible;
import chat.parley.transport.Format;
import chat.parley.transport.Frame;
import org.apache.pekko.util.ByteString;

/**
 * The {@code lines} listener's protocol: Budget Chat (Protohackers, problem 3) with commands. What
 * people say arrives as {@code [name] text}; everything the server says begins with {@code * }. It
 * remembers nothing, so one serves all connections.
 */
public final class LinesProtocol implements Protocol {
  private final boolean commands;
  private final LinesFormat format;

  /**
   * @param maxLine how many bytes a line may have
   * @param commands whether a line that begins with {@code /} is a command
   */
  public LinesProtocol(int maxLine, boolean commands) {
    this.commands = commands;
    this.format = LinesFormat.of(maxLine);
  }

  @Override
  public boolean asksName() {
    return true;
  }

  @Override
  public String answer(Frame frame) {
    return frame instanceof Frame.Line line ? line.text() : "";
  }

  @Override
  public boolean saysNothing(Frame frame) {
    return frame instanceof Frame.Line line && !Visible.anythingIn(line.text());
  }

  @Override
  public Request request(Frame frame) {
    if (frame instanceof Frame.Line line) {
      return commands ? CommandLine.parse(line.text()) : CommandLine.say(line.text());
    }
    if (frame instanceof Frame.TooLong tooLong) {
      return new Request.Answer(new Notice.LineTooLong(tooLong.limit()));
    }
    throw new IllegalArgumentException("not a frame of the lines protocol: " + frame);
  }

  @Override
  public ByteString encode(Notice notice) {
    return format.encode(notice);
  }

  @Override
  public Format format() {
    return format;
  }
}
