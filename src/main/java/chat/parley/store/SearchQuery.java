package chat.parley.store;

import chat.parley.names.Names;
import java.util.List;
import java.util.Optional;

/**
 * What somebody looks for: all of it must be in a post.
 *
 * @param phrases words in a row each, as {@code SearchText} makes words; one word is a phrase too
 * @param authorKey only posts of whoever was called so, by the key of the name
 */
public record SearchQuery(List<List<String>> phrases, Optional<String> authorKey) {

  public SearchQuery {
    phrases = phrases.stream().map(List::copyOf).toList();
    if ((phrases.isEmpty() && authorKey.isEmpty()) || phrases.contains(List.of())) {
      throw new IllegalArgumentException("there is nothing to look for");
    }
  }

  /** Whether it is to be found in {@code post}; never in one that was deleted. */
  public boolean matches(StoredPost post) {
    return post.kind() != StoredPost.Kind.DELETED
        && authorKey.map(key -> isBy(key, post)).orElse(true)
        && isIn(post.text());
  }

  private static boolean isBy(String key, StoredPost post) {
    return SearchText.author(key).equals(SearchText.author(Names.key(post.author())));
  }

  private boolean isIn(String text) {
    if (phrases.isEmpty()) {
      return true;
    }
    List<String> words = SearchText.words(text);
    return phrases.stream().allMatch(phrase -> SearchText.contains(words, phrase));
  }
}
