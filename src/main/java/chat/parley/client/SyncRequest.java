package chat.parley.client;

import java.util.Optional;

/**
 * The request that has a server number what it says, so that what was missed can be told from what
 * was not. An older server takes it for a name, which it refuses; it is then left out.
 */
final class SyncRequest {
  private static final String WORD = "/sync";

  /** As every parley server greets; another might let the user in under the name of the request. */
  private static final String GREETING = "* Welcome to parley!";

  private boolean worthATry;
  private boolean refused;
  private boolean asked;
  private boolean resumes;
  private boolean understood;

  /** There is a connection. */
  void connected() {
    worthATry = false;
    asked = false;
    resumes = false;
  }

  /** The server greets with {@code line}. */
  void greeted(String line) {
    worthATry = !refused && line.startsWith(GREETING);
  }

  /**
   * What to send before the name; empty if the server does not know it, or has got it already.
   *
   * @param mark where the user was, for whoever comes back
   */
  Optional<String> line(Optional<HistoryMark> mark) {
    if (!worthATry || asked) {
      return Optional.empty();
    }
    asked = true;
    resumes = mark.isPresent();
    return Optional.of(
        mark.map(at -> WORD + " " + at.room() + " " + at.epoch() + " " + at.number()).orElse(WORD));
  }

  /** Whether the server has been asked to number what it says on this connection. */
  boolean isOn() {
    return asked;
  }

  /** Whether the server that the user is with, or was with last, does so. */
  boolean isUnderstood() {
    return understood;
  }

  /** Whether it has also been asked for what was missed. */
  boolean resumes() {
    return resumes;
  }

  /**
   * The server has refused what it took for a name.
   *
   * @return whether that was the request, rather than the name
   */
  boolean refused() {
    refused = asked;
    asked = false;
    return refused;
  }

  /** Whether the server is the one that has just refused the request, greeting once more. */
  boolean isLeftOut() {
    return refused;
  }

  /** The server has let the user in; the next one may be newer. */
  void letIn() {
    refused = false;
    understood = asked;
  }
}
