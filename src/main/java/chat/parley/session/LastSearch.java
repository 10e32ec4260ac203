package chat.parley.session;

import chat.parley.store.SearchQuery;

/**
 * What the client has looked for last, and how much of it it has been shown.
 *
 * @param room where, by its name
 * @param before what comes next are posts with smaller numbers
 */
record LastSearch(String room, SearchQuery query, long before) {
  /** Larger than any number of a post. */
  static final long FROM_THE_END = Long.MAX_VALUE;
}
