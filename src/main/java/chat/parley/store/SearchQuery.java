package chat.parley.store;

import java.util.List;
import java.util.Optional;

/**
 * What somebody looks for: all of it must be in a post.
 *
 * @param phrases words in a row each, as {@code SearchText} makes words; one word is a phrase too
 * @param authorKey only posts of whoever was called so, by the key of the name
 */
public record SearchQuery(List<List<String>> phrases, Optional<String> authorKey) {}
