package chat.parley.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lines that have been written, and of which the server has not said what became of them: what
 * others are to hear, and between those, where the user asked to go. A server that numbers what is
 * said answers each with the post, in order, or with why it was not said. Used by several threads.
 */
final class SentLines {

  /** What became of lines of which the server had said nothing when the connection was lost. */
  record Unanswered(List<String> saidHere, int saidElsewhere) {}

  private final Deque<TypedLine> lines = new ArrayDeque<>();
  private boolean kept;

  /** Keeps lines from now on, as the server answers each; or none, as it does not. */
  synchronized void keep(boolean answered) {
    kept = answered;
    lines.clear();
  }

  /** {@code line} is about to be written. */
  synchronized void add(String line) {
    TypedLine typed = new TypedLine(line);
    if (kept && (typed.isSaid() || typed.isMove())) {
      lines.add(typed);
    }
  }

  /** The last line that was added could not be written, and waits. */
  synchronized void notWritten(String line) {
    if (!lines.isEmpty() && lines.getLast().line().equals(line)) {
      lines.removeLast();
    }
  }

  /**
   * The server has said {@code text} in the user's name. As it keeps the order, it has dealt with
   * everything before, too; a text that is not known was a line's before a gate changed it.
   */
  synchronized void said(String text) {
    if (!found(text)) {
      lines.poll();
    }
  }

  /**
   * Looks for {@code text} among the lines; if it is there, that one and those before are done.
   *
   * @return whether it was there
   */
  synchronized boolean found(String text) {
    if (lines.stream().noneMatch(each -> each.says(text))) {
      return false;
    }
    while (!lines.remove().says(text)) {
      // Refused, or it would have been said before.
    }
    return true;
  }

  /**
   * The server does not say the next line, and has said why.
   *
   * @param over how many bytes that line has at least one more than
   */
  synchronized void refused(int over) {
    lines.stream()
        .filter(each -> each.line().getBytes(StandardCharsets.UTF_8).length > over)
        .findFirst()
        .ifPresent(lines::remove);
  }

  /** The user has come into another room: nothing of before will be answered. */
  synchronized void moved() {
    boolean asked = lines.stream().anyMatch(TypedLine::isMove);
    while (!lines.isEmpty() && !(lines.remove().isMove() && asked)) {
      // Said in the room before, or not at all.
    }
  }

  /** Takes out all lines; what follows an unanswered move was meant for somewhere else. */
  synchronized Unanswered take() {
    List<String> here = new ArrayList<>();
    int elsewhere = 0;
    boolean moved = false;
    for (TypedLine each : lines) {
      if (each.isMove()) {
        moved = true;
      } else if (moved) {
        elsewhere++;
      } else {
        here.add(each.line());
      }
    }
    lines.clear();
    return new Unanswered(here, elsewhere);
  }

  /** Takes out all lines, of which nobody knows what became; answers how many say anything. */
  synchronized int forget() {
    int said = (int) lines.stream().filter(TypedLine::isSaid).count();
    lines.clear();
    return said;
  }
}
