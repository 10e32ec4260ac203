package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import chat.parley.names.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Who is in a room, in the order in which they came, and how many posts there have been. It says
 * who has come and gone; who hears that is the business of the {@link Fanout}.
 */
final class Roster {
  private final String room;
  private final Fanout fanout;
  private final Runnable sumUpLater;
  private final Map<MemberId, Membership> memberships = new LinkedHashMap<>();
  private PresenceSummary crowd;
  private int people;
  private final RoomRecord record;
  private long lastNumber;

  /**
   * @param record goes on with the number of its last post
   * @param sumUpLater has {@link #sumUp} called within a second
   */
  Roster(RoomRecord record, RoomSettings settings, Fanout fanout, Runnable sumUpLater) {
    this.record = record;
    this.room = record.name();
    this.lastNumber = record.lastNumber();
    this.fanout = fanout;
    this.sumUpLater = sumUpLater;
    this.crowd = new PresenceSummary(settings.presenceLimit());
  }

  /** Goes by other settings, after all that was not yet summed up has been said. */
  void configure(RoomSettings settings) {
    sumUp();
    crowd = new PresenceSummary(settings.presenceLimit());
  }

  /** How many people are here. */
  int people() {
    return people;
  }

  Collection<Membership> all() {
    return memberships.values();
  }

  /** The membership of {@code member}; null when it has none. */
  Membership membership(MemberId member) {
    return memberships.get(member);
  }

  /** The person who is called exactly so; null when nobody is. */
  Membership called(String name) {
    return person(each -> each.name().equals(name));
  }

  /** The person whose name is the same as {@code name}; null when there is none. */
  Membership named(String name) {
    String key = Names.key(name);
    return person(each -> Names.key(each.name()).equals(key));
  }

  private Membership person(Predicate<Membership> wanted) {
    return memberships.values().stream()
        .filter(each -> each.isPerson() && wanted.test(each))
        .findFirst()
        .orElse(null);
  }

  /** The names of all people. */
  List<String> names() {
    return names(Membership::isPerson);
  }

  /** The names of those who are behind. */
  List<String> namesBehind() {
    return names(Membership::isBehind);
  }

  private List<String> names(Predicate<Membership> wanted) {
    return memberships.values().stream().filter(wanted).map(Membership::name).toList();
  }

  /**
   * Lets a member in.
   *
   * @param replay what it is sent of before
   */
  void admit(Member member, Replay replay) {
    fanout.add(member, welcome(replay));
    memberships.put(member.id(), new Membership(member));
    if (!member.isPerson()) {
      return;
    }
    people++;
    if (crowd.isCrowd(people)) {
      crowd.joined();
      sumUpLater.run();
    } else {
      announce(new RoomEvent.Joined(room, member.id(), member.profile().name()), member.id());
    }
  }

  private RoomEvent.Welcomed welcome(Replay replay) {
    List<String> others = new ArrayList<>();
    for (Membership membership : memberships.values()) {
      if (others.size() == crowd.namesListed()) {
        break;
      }
      if (membership.isPerson()) {
        others.add(membership.name());
      }
    }
    return new RoomEvent.Welcomed(
        room,
        record.topic(),
        others,
        people - others.size(),
        replay.posts(),
        new RoomEvent.Continuity(record.epoch(), lastNumber, replay.resumes()));
  }

  /** Lets a member out, which hears all that was said while it was here, if it is here. */
  void dismiss(MemberId member) {
    fanout.sendAhead(member);
    remove(member);
  }

  /** Lets a member out that hears nothing any more, and may not be here. */
  void remove(MemberId member) {
    fanout.remove(member);
    Membership membership = memberships.remove(member);
    if (membership == null || !membership.isPerson()) {
      return;
    }
    boolean crowded = crowd.isCrowd(people);
    people--;
    if (crowded) {
      crowd.left();
      sumUpLater.run();
    } else {
      announce(new RoomEvent.Left(room, member, membership.name()), null);
    }
  }

  /** A member, if it is one, has another name or other rights. */
  void update(MemberId member, Profile profile) {
    Membership membership = membership(member);
    if (membership == null) {
      return;
    }
    String oldName = membership.name();
    membership.setProfile(profile);
    if (profile.name().equals(oldName)) {
      return;
    }
    if (crowd.isCrowd(people)) {
      crowd.renamed();
      sumUpLater.run();
    } else {
      announce(new RoomEvent.Renamed(room, member, oldName, profile.name()), member);
    }
  }

  /** Whether a member, if it is one, reads too slowly. */
  void markBehind(MemberId member, boolean behind) {
    Membership membership = membership(member);
    if (membership != null) {
      membership.markBehind(behind);
    }
  }

  /** Tells of comings and goings that were not announced one by one. */
  void sumUp() {
    if (crowd.stirred()) {
      announce(crowd.sumUp(room, people), null);
    }
  }

  /** What {@code author} says, as the next post; it becomes that with {@link #post}. */
  RoomEvent.Posted next(Membership author, Content content, Instant now) {
    return new RoomEvent.Posted(room, lastNumber + 1, now, author.id(), author.name(), content);
  }

  /** The number of the last post; 0 for none. */
  long lastNumber() {
    return lastNumber;
  }

  /** The posts after this one have not been said after all. */
  void backTo(long number) {
    lastNumber = number;
  }

  void post(RoomEvent.Posted next) {
    lastNumber = next.number();
    fanout.gather(next, next.member());
  }

  /**
   * Tells of something.
   *
   * @param cause who does not hear it; null when everyone does
   */
  void announce(RoomEvent event, MemberId cause) {
    fanout.gather(event, cause);
  }
}
