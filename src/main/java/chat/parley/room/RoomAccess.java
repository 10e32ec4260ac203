package chat.parley.room;

import chat.parley.event.MemberId;
import chat.parley.names.Names;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Whose a room is, and who may come in: owner, lock, invitations, capacity.
 *
 * <p>A room belongs to whoever came first, for as long as they are on the server; to the registered
 * name that they had or come to prove, for good. A room that belongs to nobody is open.
 *
 * <p>The room alone reads and changes it. When a room has failed for good, the one that is opened
 * in its place gets it as it was, and those who were in the old one may come in.
 */
public final class RoomAccess {
  /** Who may come in although it is locked, and the actors that stand for them. */
  private final Map<MemberId, ActorRef<?>> invited = new HashMap<>(0);

  private final Map<MemberId, ActorRef<?>> returning = new HashMap<>(0);

  /** Whether nobody has come yet. */
  private boolean fresh = true;

  /** Who has made the room, as long as they are on the server; null otherwise. */
  private Member founder;

  /** The key of the registered name that the room belongs to; null for none. */
  private String ownerKey;

  private boolean locked;
  private int capacity;
  private boolean ownable;

  private RoomAccess(String ownerKey) {
    this.ownerKey = ownerKey;
  }

  /** A room's that belongs to the registered name with this key, or to nobody yet. */
  public static RoomAccess of(Optional<String> ownerKey) {
    return new RoomAccess(ownerKey.orElse(null));
  }

  void configure(RoomSettings settings) {
    capacity = settings.maxPeople();
    ownable = settings.ownable();
    if (!ownable) {
      founder = null;
      ownerKey = null;
      unlock();
    }
  }

  /**
   * Why {@code member} may not come in; empty when it may.
   *
   * @param people how many are in, or have a place
   */
  Optional<RoomReply.Entry> refusal(Member member, int people) {
    if (people >= capacity) {
      return Optional.of(new RoomReply.Full());
    }
    return letsIn(member.id(), member.profile())
        ? Optional.empty()
        : Optional.of(new RoomReply.Locked());
  }

  /** Whether somebody may come in although it may be locked. */
  boolean letsIn(MemberId member, Profile profile) {
    return !locked
        || belongsTo(member, profile)
        || profile.operator()
        || invited.containsKey(member)
        || returning.containsKey(member);
  }

  /** Somebody is let in. The first becomes the owner, unless the room has one or can have none. */
  void admitted(Member member) {
    if (fresh && ownable && ownerKey == null) {
      founder = member;
    }
    fresh = false;
    returning.remove(member.id());
  }

  /** Tells whoever has made the room, if they are on the server. */
  void tellFounder(RoomReply.News news) {
    if (founder != null) {
      founder.replies().tell(news);
    }
  }

  boolean isFounder(MemberId member) {
    return founder != null && founder.id().equals(member);
  }

  /** Whether the registered name of {@code profile}, the founder's, is to have the room. */
  boolean isToBelongTo(MemberId member, Profile profile) {
    return isFounder(member) && profile.registered() && ownerKey == null;
  }

  void belongTo(String key) {
    if (ownable) {
      ownerKey = key;
    }
  }

  boolean hasOwner() {
    return founder != null || ownerKey != null;
  }

  boolean belongsTo(MemberId member, Profile profile) {
    return isFounder(member)
        || (ownerKey != null && profile.registered() && Names.key(profile.name()).equals(ownerKey));
  }

  boolean isLocked() {
    return locked;
  }

  void lock() {
    locked = true;
  }

  void unlock() {
    locked = false;
    invited.clear();
  }

  /**
   * @param ref the actor that stands for them
   */
  void invite(MemberId user, ActorRef<?> ref) {
    invited.put(user, ref);
  }

  void uninvite(MemberId user) {
    invited.remove(user);
    returning.remove(user);
  }

  /** Whether it matters when the session of {@code user} ends. */
  boolean concerns(MemberId user) {
    return isFounder(user) || invited.containsKey(user) || returning.containsKey(user);
  }

  /** The session of {@code user} has ended. */
  void gone(MemberId user) {
    uninvite(user);
    if (isFounder(user)) {
      founder = null;
      openIfNobodys();
    }
  }

  /** The room belongs to no registered name any more. */
  void disown() {
    ownerKey = null;
    openIfNobodys();
  }

  private void openIfNobodys() {
    if (!hasOwner()) {
      unlock(); // as nobody could any more
    }
  }

  /** The room fails for good; these may come into the next one. */
  void expect(Collection<Member> members) {
    members.forEach(each -> returning.put(each.id(), each.ref()));
  }

  /** Whether somebody may come back who was in a room that has failed. */
  boolean expectsSomebody() {
    return !returning.isEmpty();
  }

  /** Everybody of whom it matters when their session ends, and the actors that stand for them. */
  Map<MemberId, ActorRef<?>> concerned() {
    Map<MemberId, ActorRef<?>> all = new HashMap<>(invited);
    all.putAll(returning);
    if (founder != null) {
      all.put(founder.id(), founder.ref());
    }
    return all;
  }
}
