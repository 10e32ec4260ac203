package chat.parley.extensions;

import chat.parley.event.Content;
import chat.parley.extension.Gate;
import chat.parley.extension.GateExtension;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A gate that keeps {@code words} out of what is said: it writes {@code instead} in their place, or
 * refuses the whole post ({@code when = refuse}). Words count whole and in any case; in scripts
 * that put no space between words, anywhere. What raw clients send passes: it is bytes, and a word
 * may come in pieces.
 */
public final class WordFilter implements GateExtension {
  private static final String UNSPACED =
      "\\p{IsIdeographic}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}";

  /** A character that makes a longer word of the word next to it. */
  private static final String IN_WORD = "[\\p{L}\\p{M}\\p{N}_&&[^" + UNSPACED + "]]";

  private static final String BEGIN = "(?<!" + IN_WORD + ")";
  private static final String END = "(?!" + IN_WORD + ")";

  @Override
  public String name() {
    return "word-filter";
  }

  @Override
  public Config defaults() {
    return ConfigFactory.parseString("{ words = [], instead = \"***\", when = replace }");
  }

  @Override
  public void check(Config settings) {
    List<String> words = settings.getStringList("words");
    if (words.isEmpty() || words.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("words must list the words to keep out");
    }
    if (!List.of("replace", "refuse").contains(settings.getString("when"))) {
      throw new IllegalArgumentException("when must be replace or refuse");
    }
    settings.getString("instead");
  }

  @Override
  public Behavior<Gate.Question> gate(Config settings) {
    Pattern words = anyOf(settings.getStringList("words"));
    String instead = Matcher.quoteReplacement(settings.getString("instead"));
    boolean refuse = settings.getString("when").equals("refuse");
    return Behaviors.receiveMessage(
        question -> {
          Gate.Answer answer = new Gate.Pass();
          if (question instanceof Gate.Consider post
              && !(post.content() instanceof Content.Bytes)) {
            Matcher found = words.matcher(composed(post.content().text()));
            if (found.find()) {
              answer =
                  refuse
                      ? new Gate.Refuse("mind your words")
                      : new Gate.Change(withText(post.content(), found.replaceAll(instead)));
            }
          }
          question.replyTo().tell(answer);
          return Behaviors.same();
        });
  }

  private static Pattern anyOf(List<String> words) {
    String any =
        words.stream()
            .map(word -> composed(word.strip()))
            .map(WordFilter::whole)
            .collect(Collectors.joining("|"));
    return Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String whole(String word) {
    String last = word.substring(word.offsetByCodePoints(word.length(), -1));
    return (isUnspaced(word) ? "" : BEGIN) + Pattern.quote(word) + (isUnspaced(last) ? "" : END);
  }

  private static boolean isUnspaced(String text) {
    return Pattern.compile("[" + UNSPACED + "]").matcher(text).lookingAt();
  }

  /** The form of {@code text} in which equal characters are written equally. */
  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static Content withText(Content content, String text) {
    return content instanceof Content.Action ? new Content.Action(text) : new Content.Text(text);
  }
}
