package chat.parley.session;

import chat.parley.access.Origin;
import chat.parley.event.Content;
import chat.parley.moderation.ModerationReply;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Protocol;
import chat.parley.protocol.Request;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import chat.parley.transport.Frame;
import chat.parley.users.NameCommand;
import chat.parley.users.NameReply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one client and the server have to say to each other: first about a name, which is the
 * business of its {@link Login}, then about whatever the client says, or asks of its {@link
 * RequestHandler}, in the rooms of its {@link Stays}. Not an actor: its session calls it, one thing
 * at a time.
 */
final class Dialogue {
  private static final Logger log = LoggerFactory.getLogger(Dialogue.class);

  private final SessionContext session;
  private final Protocol protocol;
  private final Origin origin;
  private final Identity identity = new Identity();
  private final Timeouts timeouts;

  /** Null when the client has a name. */
  private Login login;

  private final Stays stays;
  private boolean hasJoined;
  private boolean ended;

  /** Why the client was disconnected, for the log; empty when it went by itself. */
  private String why = "";

  Dialogue(SessionContext session, Protocol protocol, Origin origin) {
    this.session = session;
    this.protocol = protocol;
    this.origin = origin;
    this.timeouts = new Timeouts(session, this);
    this.login = new Login(session, this, protocol, identity, origin, timeouts);
    this.stays = new Stays(session, this, identity, origin, protocol.isInOneRoom());
  }

  /** Whether the client may be in one room only. */
  boolean isInOneRoom() {
    return protocol.isInOneRoom();
  }

  /** The client has shown who it is: a name that it is not asked for. */
  void knownAs(String certified) {
    login.knownAs(certified);
  }

  void begin() {
    login.begin();
  }

  /** The client has been given a name; {@code goOn} follows when it may be here under it. */
  void enter(NameReply.Claimed claimed, Consumer<ModerationReply.Standing> goOn) {
    new ModerationEntry(this, goOn).enter(claimed, session, identity, origin);
  }

  /** The client has a name, and may be here. */
  void mayComeIn() {
    login = null;
    if (protocol.isInOneRoom()) {
      stays.enterFirst();
    } else {
      greet();
    }
  }

  /**
   * The client is a program, and wants to go on where it was cut off; one that is in a room already
   * comes in anew, so that it is told what it needs to know.
   */
  void synchronize(Request.Sync sync) {
    session.synchronize();
    sync.resume().ifPresent(stays::resume);
    Optional<RoomMembership> current = stays.memberships().current();
    if (protocol.isInOneRoom() && current.isPresent()) {
      String room = current.get().name();
      Runnable enter = () -> stays.enter(room);
      stays.leave(current.get(), sync.resume().isPresent() ? stays::enterFirst : enter);
    }
  }

  /** The client is in a room. */
  void joined() {
    if (!hasJoined && protocol.isInOneRoom()) {
      greet();
    }
  }

  private void greet() {
    hasJoined = true;
    if (!session.settings().messageOfTheDay().isEmpty()) {
      session.write(new Notice.MessageOfTheDay(session.settings().messageOfTheDay()));
    }
    if (identity.isMuted()) {
      session.write(new Notice.Muted(identity.mutedUntil()));
    }
    collectMessages();
  }

  /** The client may be whom others have left messages for; it is told them. */
  void collectMessages() {
    if (identity.profile().registered()) {
      session.services().names().tell(new NameCommand.CollectMessages(identity.id()));
    }
  }

  /** Whether the client has been greeted, and is told of what changes for it. */
  boolean hasJoined() {
    return hasJoined;
  }

  /** Drops those at the head of {@code frames} that say nothing: they count for nothing. */
  void dropUnsaid(ArrayDeque<Frame> frames) {
    while (identity.isNamed() && !frames.isEmpty() && protocol.saysNothing(frames.peek())) {
      frames.remove();
    }
  }

  /**
   * Takes one or more of {@code frames}, the first of which says something, but at most {@code
   * most}.
   *
   * @return how many it has taken, those that say nothing not counted
   */
  int next(ArrayDeque<Frame> frames, int most) {
    if (frames.peek() instanceof Frame.Foreign foreign) {
      frames.remove();
      sendAway(new Notice.OtherProtocol(foreign.protocol()));
      return 1;
    }
    if (!identity.isNamed()) {
      login.next(frames.remove());
      return 1;
    }
    boolean muted = identity.isMuted();
    List<Content> said = new ArrayList<>(Math.min(frames.size(), most));
    while (!frames.isEmpty() && said.size() < most) {
      Request request = protocol.request(frames.peek());
      if (request instanceof Request.Say say && !muted) {
        said.add(say.content());
        frames.remove();
        dropUnsaid(frames);
      } else if (said.isEmpty()) {
        frames.remove();
        fulfil(request, muted);
        return 1;
      } else {
        break;
      }
    }
    stays.post(said);
    return said.size();
  }

  private void fulfil(Request request, boolean muted) {
    Request asked = request instanceof Request.In in ? in.request() : request;
    if (muted && asked instanceof Request.Audible) {
      session.write(new Notice.Muted(identity.mutedUntil()));
    } else {
      requestHandler().fulfil(request);
    }
  }

  /** Made when it is needed, as most of the time nobody asks for anything. */
  private RequestHandler requestHandler() {
    return new RequestHandler(session, this, identity, stays, origin);
  }

  private NewsHandler newsHandler() {
    return new NewsHandler(session, this, identity, stays);
  }

  void news(NameReply.News news) {
    newsHandler().news(news);
  }

  void news(ModerationReply.News news) {
    newsHandler().news(news);
  }

  void news(RoomReply.News news) {
    newsHandler().news(news);
  }

  /** Disconnects the client although something may still be dealt with for it. */
  void expel(Notice reason) {
    logTold(reason);
    stays.leaveAtOnce();
    session.write(reason);
    ended();
    session.finish();
  }

  /** Somebody could not do what they were asked, for no fault of the client. */
  void failed() {
    stayWhereItIs(new Notice.WentWrong());
  }

  /** Tells the client why something was not done; whoever is nowhere cannot stay. */
  void stayWhereItIs(Notice reason) {
    session.write(reason);
    if (!identity.isNamed() || (protocol.isInOneRoom() && stays.isNowhere())) {
      session.finish();
    }
  }

  /** A room has ended. */
  void roomGone(ActorRef<RoomCommand> room) {
    stays.roomGone(room);
  }

  /** Whether something has to be done before the client is heard again. */
  boolean hasToMove() {
    return stays.hasToMove();
  }

  /** Goes where the client has to be: out of a room, or back into the one that failed. */
  void move() {
    stays.move();
  }

  /** The client reads too slowly and begins to miss messages. */
  void fellBehind(long missed) {
    stays.updates().fellBehind(missed);
  }

  /** The client has got everything that waited for it. */
  void caughtUp(long missed) {
    stays.updates().caughtUp(missed);
  }

  /** The client is disconnected for a reason that is not its own. */
  void cutOff(String reason) {
    why += (why.isEmpty() ? ": " : "; ") + reason;
  }

  /** Leaves all rooms, so that they send nothing more, and disconnects. */
  void leave() {
    stays.leaveAll(
        () -> {
          ended();
          session.finish();
        });
  }

  /** Leaves all rooms, tells the client {@code reason}, and disconnects it. */
  void sendAway(Notice reason) {
    logTold(reason);
    stays.leaveAll(
        () -> {
          session.write(reason);
          ended();
          session.finish();
        });
  }

  private void logTold(Notice reason) {
    String who = identity.isNamed() ? identity.name() : "somebody without a name";
    log.info("{} from {} is told: {}", who, origin, protocol.encode(reason).utf8String().strip());
  }

  /** Other settings count from now on. */
  void configured() {
    timeouts.configured();
  }

  /** Whether the client has no name yet, and its password is being checked. */
  boolean awaitsVerdict() {
    return !identity.isNamed() && login.awaitsVerdict();
  }

  /** The client has sent something. */
  void heard() {
    timeouts.heard();
  }

  /**
   * It is time to look how long the client has been silent.
   *
   * @param busy whether something that it sent is still being dealt with
   */
  void look(boolean busy) {
    timeouts.look(busy);
  }

  /** The client is no longer here. */
  void ended() {
    timeouts.stop();
    if (identity.isNamed() && !ended) {
      ended = true;
      log.info("{} has left from {}{}", identity.name(), origin, why);
    }
  }
}
