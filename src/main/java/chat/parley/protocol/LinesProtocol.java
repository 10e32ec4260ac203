package chat.parley.protocol;

import chat.parley.text.Visible;
import chat.parley.transport.Format;
import chat.parley.transport.Frame;
import java.util.Optional;
import org.apache.pekko.util.ByteString;

/**
 * The {@code lines} listener's protocol: Budget Chat (Protohackers, problem 3) with commands. What
 * people say arrives as {@code [name] text}; everything the server says begins with {@code * }. It
 * remembers how its client wants posts to be written, so each connection has its own.
 */
public final class LinesProtocol implements Protocol {
  private final boolean commands;
  private final int maxLine;
  private LinesFormat format;

  /**
   * @param maxLine how many bytes a line may have
   * @param commands whether a line that begins with {@code /} is a command
   */
  public LinesProtocol(int maxLine, boolean commands) {
    this.commands = commands;
    this.maxLine = maxLine;
    write(LinesStyle.PLAIN);
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
  public Optional<Request> requestBeforeName(Frame frame) {
    return commands && frame instanceof Frame.Line line && SyncArguments.isSync(line.text())
        ? Optional.of(SyncArguments.parse(line.text()))
        : Optional.empty();
  }

  @Override
  public void synchronize() {
    write(LinesStyle.SYNC);
  }

  private void write(LinesStyle style) {
    format = LinesFormat.of(maxLine, style);
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
    if (!(notice instanceof Notice.Numbers numbers)) {
      return format.encode(notice);
    }
    if (format.style() == LinesStyle.SYNC) {
      return format.encode(new Notice.NumbersStay());
    }
    write(numbers.shown() ? LinesStyle.NUMBERED : LinesStyle.PLAIN);
    return format.encode(notice);
  }

  @Override
  public Format format() {
    return format;
  }
}
