package chat.parley.event;

import chat.parley.text.PlainText;
import chat.parley.text.Visible;
import java.util.stream.Collectors;
import org.apache.pekko.util.ByteString;

/**
 * The content of a post: a line of text, an action, bytes, or what is left of one that was deleted.
 *
 * @since 0.1
 */
public sealed interface Content {

  /** What this content counts against limits on memory, in bytes. */
  int size();

  /** What it says, as one line for people to read. */
  String text();

  /** Whether there is anything to hear in it; otherwise it is not said. */
  default boolean saysSomething() {
    return Visible.anythingIn(text());
  }

  /** The same without what could do harm where it is shown. */
  default Content harmless() {
    return this;
  }

  /**
   * One line of text, without its line end: what comes from people is {@linkplain PlainText plain}.
   */
  record Text(String text) implements Content {
    @Override
    public int size() {
      return 2 * text.length();
    }

    @Override
    public Content harmless() {
      return new Text(PlainText.clean(text));
    }
  }

  /** What the author does, as one line of text in the third person: {@code waves}. */
  record Action(String text) implements Content {
    @Override
    public int size() {
      return 2 * text.length();
    }

    @Override
    public Content harmless() {
      return new Action(PlainText.clean(text));
    }
  }

  /**
   * Bytes as they came from a connection without any framing.
   *
   * @param carried the bytes (at most three) of a UTF-8 character that the author's previous post
   *     broke off; already sent there, repeated here so that the character can be read whole
   * @param bytes what the author sent
   */
  record Bytes(ByteString carried, ByteString bytes) implements Content {
    /**
     * Read as UTF-8, lines that say something joined by spaces; a character broken off at the end
     * is left out. Empty where nothing is to be seen.
     */
    @Override
    public String text() {
      return carried
          .concat(bytes)
          .utf8String()
          .replaceFirst("\uFFFD$", "")
          .lines()
          .map(PlainText::clean)
          .filter(Visible::anythingIn)
          .collect(Collectors.joining(" "));
    }

    /** Also where there is nothing to see: what are bytes to some is text to nobody. */
    @Override
    public boolean saysSomething() {
      return true;
    }

    @Override
    public int size() {
      return bytes.length();
    }
  }

  /** What there was has been deleted, by whoever was called {@code by}. */
  record Deleted(String by) implements Content {
    /** What stands in the place of the post. */
    @Override
    public String text() {
      return "(deleted by " + by + ")";
    }

    @Override
    public int size() {
      return 2 * by.length();
    }
  }
}
