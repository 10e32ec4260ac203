package chat.parley.transport;

/** How the bytes of a listener's clients are cut into frames. */
@FunctionalInterface
public interface Framing {

  /** A new connection's decoder. */
  FrameDecoder decoder();

  /**
   * A frame is a line of at most {@code maxLength} bytes, its end not counted. Who begins with
   * something else than lines is recognised.
   */
  static Framing lines(int maxLength) {
    return () -> new ForeignProtocolDetector(new LineDecoder(maxLength));
  }

  /** A frame is whatever has come at once. */
  static Framing chunks() {
    return ChunkDecoder::new;
  }
}
