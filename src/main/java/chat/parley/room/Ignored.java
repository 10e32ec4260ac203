package chat.parley.room;

import chat.parley.event.MemberId;
import java.util.Set;

/**
 * Whom a member does not want to hear: their posts are left out of what it is sent.
 *
 * @param authors who they are
 * @param names what they are called, for posts from the past
 */
public record Ignored(Set<MemberId> authors, Set<String> names) {
  /** Everybody is heard. */
  public static final Ignored NOBODY = new Ignored(Set.of(), Set.of());

  public Ignored {
    authors = Set.copyOf(authors);
    names = Set.copyOf(names);
  }
}
