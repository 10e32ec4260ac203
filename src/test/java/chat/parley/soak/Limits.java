package chat.parley.soak;

import java.util.List;

/** Settings without which an attack would be stopped before it has begun. */
final class Limits {
  /** A session may post as fast as the server takes it. */
  static final List<String> OFF_FOR_FLOODS = List.of("--set", "parley.limits.posts-per-second=0");

  /** A session that reads nothing is not disconnected. */
  static final List<String> OFF_FOR_THE_STUCK = List.of("--set", "parley.session.stuck-after=0 s");

  private Limits() {}
}
