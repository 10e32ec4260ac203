package chat.parley.session;

import chat.parley.event.MemberId;
import chat.parley.room.Profile;
import java.time.Instant;
import java.util.Optional;

/** Who the client of a session is, as far as it has shown. */
final class Identity {
  /** Null before the client has a name. */
  private MemberId id;

  private Profile profile;

  /** Until when the client may only listen; null when it may speak. */
  private Instant mutedUntil;

  boolean isNamed() {
    return id != null;
  }

  /** Who that is; null before the client has a name. */
  MemberId id() {
    return id;
  }

  Optional<MemberId> idIfNamed() {
    return Optional.ofNullable(id);
  }

  /** What the client is called; null before it has a name. */
  String name() {
    return profile == null ? null : profile.name();
  }

  /** What rooms know of it; null before it has a name. */
  Profile profile() {
    return profile;
  }

  boolean isOperator() {
    return profile != null && profile.operator();
  }

  void named(MemberId member, String name, boolean registered) {
    id = member;
    profile = new Profile(name, registered, isOperator());
  }

  void setRegistered(boolean registered) {
    profile = new Profile(profile.name(), registered, profile.operator());
  }

  void makeOperator() {
    profile = new Profile(profile.name(), profile.registered(), true);
  }

  void mute(Optional<Instant> until) {
    mutedUntil = until.orElse(null);
  }

  boolean isMuted() {
    return mutedUntil != null && Instant.now().isBefore(mutedUntil);
  }

  Instant mutedUntil() {
    return mutedUntil;
  }
}
