package chat.parley.room;

import chat.parley.event.MemberId;

/** A member's place in a room. */
final class Membership {
  private final Member member;
  private Profile profile;
  private boolean behind;

  Membership(Member member) {
    this.member = member;
    this.profile = member.profile();
  }

  MemberId id() {
    return member.id();
  }

  Member member() {
    return member;
  }

  Profile profile() {
    return profile;
  }

  void setProfile(Profile now) {
    profile = now;
  }

  String name() {
    return profile.name();
  }

  boolean isPerson() {
    return member.isPerson();
  }

  /** Whether it is a person who reads too slowly. */
  boolean isBehind() {
    return behind;
  }

  void markBehind(boolean isBehind) {
    behind = isBehind;
  }
}
