package chat.parley.transport;

import chat.parley.text.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pekko.util.ByteString;

/**
 * Lines: ended by {@code \n}, a {@code \r} before it dropped. The complete lines of a chunk come
 * out together, up to {@link #MAX_FRAMES}. A line over the limit becomes one {@link Frame.TooLong},
 * as soon as it is over, and the rest of it is skipped without being kept.
 */
final class LineDecoder implements FrameDecoder {
  private static final byte[] NOTHING = {};

  private final int limit;

  /** The beginning of a line whose end has not come yet: the first {@code kept} bytes. */
  private byte[] beginning = NOTHING;

  private int kept;

  /** The chunk of which not all lines have come out yet, and where the next of them begins. */
  private byte[] uncut = NOTHING;

  private int nextLine;
  private boolean skipping;

  /**
   * @param limit how many bytes a line may have, its end not counted
   */
  LineDecoder(int limit) {
    this.limit = limit;
  }

  @Override
  public List<Frame> split(ByteString chunk) {
    uncut = chunk.toArrayUnsafe();
    nextLine = 0;
    return more();
  }

  @Override
  public boolean hasMore() {
    return nextLine < uncut.length;
  }

  @Override
  public List<Frame> more() {
    byte[] bytes = uncut;
    List<Frame> frames = new ArrayList<>();
    int start = nextLine;
    int i = start;
    for (; i < bytes.length && frames.size() < MAX_FRAMES; i++) {
      if (bytes[i] == '\n') {
        endLine(bytes, start, i, frames);
        start = i + 1;
      }
    }
    if (i == bytes.length) {
      keep(bytes, start, bytes.length, frames);
      uncut = NOTHING;
      start = 0;
    }
    nextLine = start;
    return frames;
  }

  @Override
  public List<Frame> end() {
    List<Frame> frames = new ArrayList<>();
    if (kept > 0) {
      endLine(NOTHING, 0, 0, frames);
    }
    return frames;
  }

  private void endLine(byte[] bytes, int start, int end, List<Frame> frames) {
    if (skipping) {
      skipping = false;
    } else if (kept == 0) {
      frames.add(line(bytes, start, end));
    } else {
      append(bytes, start, end);
      frames.add(line(beginning, 0, kept));
      beginning = NOTHING;
      kept = 0;
    }
  }

  private Frame line(byte[] bytes, int start, int end) {
    int to = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    return to - start > limit
        ? new Frame.TooLong(limit)
        : new Frame.Line(PlainText.read(bytes, start, to));
  }

  private void keep(byte[] bytes, int start, int end, List<Frame> frames) {
    if (skipping || start == end) {
      return;
    }
    int length = kept + end - start;
    // A line of just the limit may still be followed by \r\n, of which the \r is not counted.
    boolean mayEndInTime = length == limit + 1 && bytes[end - 1] == '\r';
    if (length > limit && !mayEndInTime) {
      frames.add(new Frame.TooLong(limit));
      skipping = true;
      beginning = NOTHING;
      kept = 0;
    } else {
      append(bytes, start, end);
    }
  }

  private void append(byte[] bytes, int start, int end) {
    int length = kept + end - start;
    if (length > beginning.length) {
      beginning = Arrays.copyOf(beginning, Math.max(length, Math.min(2 * kept, limit + 1)));
    }
    System.arraycopy(bytes, start, beginning, kept, end - start);
    kept = length;
  }
}
