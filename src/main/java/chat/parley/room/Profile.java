package chat.parley.room;

/**
 * What a room has to know of a member, and is told anew when it changes.
 *
 * @param name what the others call it; unique in the server
 * @param registered whether the name is registered, and the member has proven that it is theirs
 * @param operator whether the member may do in every room what its owner may
 */
public record Profile(String name, boolean registered, boolean operator) {

  /** Somebody who has shown nothing. */
  public static Profile of(String name) {
    return new Profile(name, false, false);
  }
}
