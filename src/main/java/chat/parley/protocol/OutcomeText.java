package chat.parley.protocol;

import chat.parley.event.Outcome;
import chat.parley.moderation.ModerationReply.ModerationOutcome;
import chat.parley.room.RoomReply.RoomOutcome;
import chat.parley.rooms.RegistryReply.RegistryOutcome;
import chat.parley.users.NameReply.NameOutcome;
import java.util.List;

/** What outcomes read like, a line or more each, without the {@code * }. */
final class OutcomeText {
  private OutcomeText() {}

  static List<String> of(Outcome outcome) {
    if (outcome instanceof RoomOutcome ofRoom) {
      return List.of(RoomOutcomeText.of(ofRoom));
    }
    if (outcome instanceof NameOutcome ofNames) {
      return List.of(NameOutcomeText.of(ofNames));
    }
    if (outcome instanceof RegistryOutcome ofRegistry) {
      return List.of(RoomOutcomeText.of(ofRegistry));
    }
    if (outcome instanceof ModerationOutcome ofModeration) {
      return ModerationOutcomeText.of(ofModeration);
    }
    throw new IllegalArgumentException("no words for " + outcome);
  }
}
