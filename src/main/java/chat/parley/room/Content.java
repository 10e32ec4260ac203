package chat.parley.room;

import org.apache.pekko.util.ByteString;

/** What a post says. */
public sealed interface Content {

  /** What this content counts against limits on memory, in bytes. */
  int size();

  /** One line of text, without its line end and without control characters. */
  record Text(String text) implements Content {
    @Override
    public int size() {
      return 2 * text.length();
    }
  }

  /** What the author does, as one line of text in the third person: {@code waves}. */
  record Action(String text) implements Content {
    @Override
    public int size() {
      return 2 * text.length();
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
    @Override
    public int size() {
      return bytes.length();
    }
  }
}
