package chat.parley.session;

import chat.parley.transport.Frame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;

/** The frames of one client that have not been dealt with, and how fast they may be. */
final class FrameIntake {
  private final ArrayDeque<Frame> frames = new ArrayDeque<>(1);

  /** Null when the client may send as fast as it likes, or sends no more. */
  private RateLimiter limiter;

  /** Whether the client has sent too fast, so that its frames wait. */
  private boolean heldBack;

  /** How many frames have come. */
  private long lines;

  FrameIntake(SessionLimits limits) {
    configure(limits);
  }

  /** Goes by other limits; who has sent too fast by the old ones still waits for its turn. */
  void configure(SessionLimits limits) {
    limiter = RateLimiter.of(limits, System.nanoTime());
  }

  /** The client has sent all that it will: nothing is gained by holding it back any longer. */
  void setUnlimited() {
    limiter = null;
    heldBack = false;
  }

  void add(List<Frame> more) {
    lines += more.size();
    frames.addAll(more);
  }

  /** How many frames have come in all. */
  long lines() {
    return lines;
  }

  /** Those that wait; the caller takes them. */
  ArrayDeque<Frame> frames() {
    return frames;
  }

  boolean isHeldBack() {
    return heldBack;
  }

  /** A client that sent too fast may go on. */
  void release() {
    heldBack = false;
  }

  /** How many frames may be dealt with now. */
  int allowed() {
    return limiter == null ? frames.size() : limiter.allowed(System.nanoTime());
  }

  /** So many frames that said something have been dealt with. */
  void count(int taken) {
    if (limiter != null) {
      limiter.count(taken);
    }
  }

  /** Holds the client back, and says for how long. */
  Duration holdBack() {
    heldBack = true;
    return limiter.pause(frames.size(), System.nanoTime());
  }
}
