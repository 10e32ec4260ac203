package chat.parley.room;

import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Who hears what of a room: gathers what happens, and sends each member what it may hear of it.
 *
 * <p><b>Order.</b> Each member hears everything from when it came until it goes, in the order in
 * which it was gathered, without gaps and without repeats, but for what it caused itself and what
 * those say whom it ignores.
 *
 * <p>The room knows members by their ids only, and tells this what happens; it never waits. {@link
 * LocalFanout} does all of it in the room's own process; what is told here are values, so that a
 * relay on the members' own machine can do it as well.
 */
interface Fanout {

  /** Lets a member hear what happens from now on; {@code welcome} is the first that it hears. */
  void add(Member member, RoomEvent.Welcomed welcome);

  /** Sends a member nothing more. */
  void remove(MemberId member);

  /** Gathers something that everybody hears but {@code cause}, which may be null. */
  void gather(RoomEvent event, MemberId cause);

  /** Sends a member what was gathered so far; the others get it with what comes further. */
  void sendAhead(MemberId member);

  /** Tells one member alone, after all that was gathered so far. */
  void tell(MemberId member, RoomEvent event);

  /** Changes whom a member does not want to hear, from what is gathered from now on. */
  void ignore(MemberId member, Ignored ignored);

  /** Does something when all is sent that whoever it concerns had to hear until now. */
  void then(Runnable action);

  /** Has {@code author} answered when the flush comes round that sends what was gathered so far. */
  void whenSent(ActorRef<RoomReply> author);

  /** Has what was gathered, if anything, sent before long, and {@link #flushDue} called. */
  void flushSoon();

  /** The flush that was asked for has come round. */
  void flushDue();

  /** Whether something is held back until it is kept. */
  boolean isHolding();

  /** Sends what was gathered, and goes by other settings from then on. */
  void configure(RoomSettings settings);
}
