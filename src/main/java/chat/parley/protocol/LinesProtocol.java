package chat.parley.protocol;

import chat.parley.event.Batch;
import chat.parley.text.Visible;
import java.nio.charset.StandardCharsets;
import org.apache.pekko.util.ByteString;

/**
 * The {@code lines} listener's protocol: Budget Chat (Protohackers, problem 3) with commands. What
 * people say arrives as {@code [name] text}; everything the server says begins with {@code * }.
 */
public final class LinesProtocol implements Protocol {
  private final int maxLine;
  private final boolean commands;
  private final EventText events;
  private final NoticeText notices;

  /**
   * @param maxLine how many bytes a line may have
   * @param commands whether a line that begins with {@code /} is a command
   */
  public LinesProtocol(int maxLine, boolean commands) {
    this.maxLine = maxLine;
    this.commands = commands;
    this.events = new EventText(maxLine);
    this.notices = new NoticeText(events);
  }

  @Override
  public boolean asksName() {
    return true;
  }

  @Override
  public FrameDecoder decoder() {
    return new TlsHelloDetector(new LineDecoder(maxLine));
  }

  @Override
  public String answer(Frame frame) {
    return frame instanceof Frame.Line line ? line.text() : "";
  }

  @Override
  public Notice otherProtocol(Frame frame) {
    String protocol = OtherProtocol.of(frame);
    return protocol == null ? null : new Notice.OtherProtocol(protocol);
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
  public ByteString encode(Batch batch) {
    StringBuilder out = new StringBuilder(64 * batch.events().size());
    batch.events().forEach(event -> events.write(event, out));
    return bytes(out);
  }

  @Override
  public ByteString encode(Notice notice) {
    StringBuilder out = new StringBuilder();
    notices.write(notice, out);
    return bytes(out);
  }

  private static ByteString bytes(StringBuilder text) {
    return ByteString.fromArrayUnsafe(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
