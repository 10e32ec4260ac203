package chat.parley.protocol;

import chat.parley.transport.Format;
import chat.parley.transport.Frame;
import java.util.Optional;
import org.apache.pekko.util.ByteString;

/**
 * What is spoken on one connection: reads its client's frames, and words what only that client is
 * told. It may remember what the client has said and been told so far: only the connection's
 * session uses it, one thing at a time. What many are told is written by its {@link Format}, which
 * is not its own.
 */
public interface Protocol {

  /** Makes the protocol of each new connection; one that remembers nothing may serve all. */
  @FunctionalInterface
  interface Factory {
    Protocol create();
  }

  /** Whether clients choose a name; if not, they are guests and their first frame is a request. */
  boolean asksName();

  /**
   * Whether a client is in one room at a time, from when it has a name on, and goes to another with
   * {@link Request.Join}; otherwise it is in as many as it joins, and none at first.
   */
  default boolean isInOneRoom() {
    return true;
  }

  /** What a client answers with {@code frame} when it is asked for a name or a password. */
  String answer(Frame frame);

  /**
   * What a client that is asked for a name wants with {@code frame} first; empty when that is its
   * answer.
   */
  default Optional<Request> requestBeforeName(Frame frame) {
    return Optional.empty();
  }

  /** The client is a program that wants to go on where it was cut off; its format is for that. */
  default void synchronize() {}

  /** Whether a client that has a name says nothing with {@code frame}, which is then dropped. */
  boolean saysNothing(Frame frame);

  /** What a client that has a name wants with {@code frame}. */
  Request request(Frame frame);

  /** What {@code notice} looks like; empty when this protocol has no words for it. */
  ByteString encode(Notice notice);

  /** How batches are written after what has been encoded last. */
  Format format();
}
