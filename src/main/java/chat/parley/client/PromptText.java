package chat.parley.client;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What stands before the line that the user types: where they are, or when the next try is. */
final class PromptText {
  private final UserState user;
  private final AwayTracker away;
  private final Reconnection reconnection;
  private final ZoneId zone;

  PromptText(UserState user, AwayTracker away, Reconnection reconnection, ZoneId zone) {
    this.user = user;
    this.away = away;
    this.reconnection = reconnection;
    this.zone = zone;
  }

  String text() {
    return user.name().map(name -> where() + name + "> ").orElse("name> ");
  }

  private String where() {
    Optional<Instant> nextTry = reconnection.nextTry();
    if (nextTry.isPresent()) {
      return "(away; next try " + Layout.clockTime(nextTry.get(), zone) + ") ";
    }
    return away.isOn() ? "(away) " : user.room().map(in -> in + " ").orElse("");
  }
}
