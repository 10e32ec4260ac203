package chat.parley.room;

import chat.parley.event.MemberId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/** The people on the way into a room or out of it, who are not in it. */
final class InTransit {
  /** Whom the gates consider. */
  private final Set<MemberId> awaited = new HashSet<>(0);

  /** Who has been let in and has not come yet, as they have to leave another room. */
  private final Map<MemberId, Member> places = new HashMap<>(0);

  /** Who has been sent away and has not gone yet. */
  private final Map<MemberId, ActorRef<?>> leaving = new HashMap<>(0);

  boolean isEmpty() {
    return awaited.isEmpty() && places.isEmpty() && leaving.isEmpty();
  }

  /** The gates are asked about this one. */
  void await(MemberId member) {
    awaited.add(member);
  }

  /** The gates have decided; answers whether this one still waits for that. */
  boolean isDecided(MemberId member) {
    return awaited.remove(member);
  }

  /** What the gates decide does not matter any more. */
  void awaitNobody() {
    awaited.clear();
  }

  void hold(Member member) {
    places.put(member.id(), member);
  }

  /** Answers whether this one has a place. */
  boolean hasPlace(MemberId member) {
    return places.containsKey(member);
  }

  /** Answers whether this one had a place, which is free now. */
  boolean givesUpPlace(MemberId member) {
    return places.remove(member) != null;
  }

  Collection<Member> withPlaces() {
    return places.values();
  }

  /** This one, who may have had a place, has to go. */
  void sendAway(Member member) {
    leaving.put(member.id(), member.ref());
    places.remove(member.id());
  }

  /** The actor that stands for somebody who has a place, or has to go; null for anybody else. */
  ActorRef<?> ref(MemberId member) {
    Member held = places.get(member);
    return held == null ? leaving.get(member) : held.ref();
  }

  /** This one has come, has gone, or does not come. */
  void forget(MemberId member) {
    awaited.remove(member);
    places.remove(member);
    leaving.remove(member);
  }
}
