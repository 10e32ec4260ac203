package chat.parley.store;

import chat.parley.names.Names;
import chat.parley.notation.NotationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reader of what people type to look for something: {@code words}, {@code "an exact phrase"},
 * {@code from:NAME}, {@code from:"NAME"}, in any order. What is typed without a space between is
 * looked for as it stands, as in quotes.
 */
public final class SearchQueryParser {
  /** Each costs the store time, and what people look for has few. */
  private static final int MAX_WORDS = 32;

  private static final String FROM = "from:";

  /** Also what telephones make of quotes. */
  private static final String QUOTES = "\"\u201C\u201D\u201E\u201F";

  private static final String EXAMPLE =
      "such as words, \"an exact phrase\" or from:NAME, or several of these";

  private final String text;
  private final List<List<String>> phrases = new ArrayList<>();
  private Optional<String> author = Optional.empty();
  private int at;

  private SearchQueryParser(String text) {
    this.text = text;
  }

  /**
   * What is looked for by {@code text}.
   *
   * @throws NotationException saying in one line what is wrong with it
   */
  public static SearchQuery parse(String text) {
    return new SearchQueryParser(text).query();
  }

  private SearchQuery query() {
    for (skipSpaces(); at < text.length(); skipSpaces()) {
      if (isQuote()) {
        look(quoted());
      } else if (text.regionMatches(true, at, FROM, 0, FROM.length())) {
        at += FROM.length();
        from(isAtQuote() ? quoted() : untilSpace());
      } else {
        look(untilSpace());
      }
    }
    checkSize();
    return new SearchQuery(List.copyOf(phrases), author);
  }

  private void look(String phrase) {
    List<String> words = SearchText.words(phrase);
    if (!words.isEmpty()) {
      phrases.add(List.copyOf(words));
    }
  }

  private void from(String name) {
    if (name.isBlank()) {
      throw new NotationException("from: is not followed by a name; write it like from:alice");
    }
    String key = Names.key(name.strip());
    if (author.isPresent() && !author.get().equals(key)) {
      throw new NotationException("a post is from one person; write from: once only");
    }
    author = Optional.of(key);
  }

  private void checkSize() {
    if (phrases.isEmpty() && author.isEmpty()) {
      throw text.isBlank()
          ? new NotationException("there is nothing to look for; name something, " + EXAMPLE)
          : NotationException.not("something to look for: it has no words", text);
    }
    if (phrases.stream().mapToInt(List::size).sum() > MAX_WORDS) {
      throw new NotationException(
          "that is too much to look for; name " + MAX_WORDS + " words at most");
    }
  }

  private String quoted() {
    int start = ++at;
    while (at < text.length() && !isQuote()) {
      at++;
    }
    if (at == text.length()) {
      throw new NotationException(
          "the quote before "
              + NotationException.quoted(text.substring(start))
              + " is not closed; put another behind the phrase");
    }
    return text.substring(start, at++);
  }

  private String untilSpace() {
    int start = at;
    while (at < text.length() && !isSpace() && !isQuote()) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skipSpaces() {
    while (at < text.length() && isSpace()) {
      at++;
    }
  }

  private boolean isSpace() {
    char c = text.charAt(at);
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private boolean isQuote() {
    return QUOTES.indexOf(text.charAt(at)) >= 0;
  }

  private boolean isAtQuote() {
    return at < text.length() && isQuote();
  }
}
