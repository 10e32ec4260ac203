package chat.parley.session;

import chat.parley.access.Origin;
import chat.parley.directory.Directory;
import chat.parley.event.Content;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Protocol;
import chat.parley.protocol.Request;
import chat.parley.room.Room;
import chat.parley.transport.Frame;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one client and the server have to say to each other: first about a name, which is the
 * business of its {@link Login}, then about whatever the client says or {@link RequestHandler}, in
 * the room of its {@link RoomMembership}. Not an actor: its session calls it, one thing at a time.
 */
final class Dialogue {
  private static final Logger log = LoggerFactory.getLogger(Dialogue.class);

  private final Session session;
  private final Protocol protocol;
  private final Origin origin;
  private final Timeouts timeouts;
  private final Login login;
  private final RoomMembership membership;
  private final RequestHandler requestHandler;

  private String name;
  private boolean hasJoined;
  private boolean ended;

  /** Until when the client may only listen; null when it may speak. */
  private Instant mutedUntil;

  /** What is to be done when nothing else is: the client has to leave a room. */
  private Directory.RemovedFromRoom removedFromRoom;

  /** Why the client was disconnected, for the log; empty when it went by itself. */
  private String why = "";

  Dialogue(Session session, Protocol protocol, Origin origin) {
    this.session = session;
    this.protocol = protocol;
    this.origin = origin;
    this.timeouts = new Timeouts(session, this);
    this.login = new Login(session, this, protocol, origin, timeouts);
    this.membership = new RoomMembership(session, this, origin);
    this.requestHandler = new RequestHandler(session, this, membership, origin);
  }

  /** The client has shown who it is: a name that it is not asked for. */
  void knownAs(String certified) {
    login.knownAs(certified);
  }

  void begin() {
    login.begin();
  }

  /** What the client is called; null before it has a name. */
  String name() {
    return name;
  }

  void named(String claimed) {
    name = claimed;
    membership.enter(session.settings().startRoom());
  }

  void rename(String newName) {
    name = newName;
  }

  /** The client is in a room. */
  void joined() {
    if (hasJoined) {
      return;
    }
    hasJoined = true;
    if (!session.settings().messageOfTheDay().isEmpty()) {
      session.write(new Notice.MessageOfTheDay(session.settings().messageOfTheDay()));
    }
    if (isMuted()) {
      session.write(new Notice.Muted(mutedUntil));
    }
  }

  /** Drops those at the head of {@code frames} that say nothing: they count for nothing. */
  void dropUnsaid(ArrayDeque<Frame> frames) {
    while (name != null && !frames.isEmpty() && protocol.saysNothing(frames.peek())) {
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
    if (name == null) {
      login.next(frames.remove());
      return 1;
    }
    boolean muted = isMuted();
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
    membership.ask(new Room.Post(session.self(), said, session.fromRoom()), taken -> {});
    return said.size();
  }

  private void fulfil(Request request, boolean muted) {
    if (muted && RequestHandler.isHeardByOthers(request)) {
      session.write(new Notice.Muted(mutedUntil));
    } else {
      requestHandler.fulfil(request);
    }
  }

  private boolean isMuted() {
    return mutedUntil != null && Instant.now().isBefore(mutedUntil);
  }

  /** Something that the client has not asked for. */
  void news(Directory.News news) {
    if (news instanceof Directory.Whispered whispered) {
      session.write(new Notice.Whispered(whispered.from(), whispered.text()));
    } else if (news instanceof Directory.Broadcast said) {
      session.write(new Notice.Broadcast(said.from(), said.text()));
    } else if (news instanceof Directory.Invited invited) {
      session.write(new Notice.Invited(invited.by(), invited.room()));
    } else if (news instanceof Directory.Ignoring ignoring) {
      membership.ignore(ignoring.ignored());
    } else if (news instanceof Directory.Muted muted) {
      mute(muted.until());
    } else if (news instanceof Directory.Unmuted) {
      mutedUntil = null;
      session.write(new Notice.Unmuted());
    } else if (news instanceof Directory.RemovedFromRoom out) {
      removedFromRoom = out;
    } else if (news instanceof Directory.Kicked kicked) {
      expel(new Notice.Kicked(kicked.why()));
    } else if (news instanceof Directory.NowBanned banned) {
      expel(new Notice.Banned(banned.until(), banned.why()));
    } else if (news instanceof Directory.SessionReplaced) {
      expel(new Notice.SessionReplaced());
    } else if (news instanceof Directory.TellStats tell) {
      session.tellStats(tell.replyTo());
    }
  }

  private void mute(Instant until) {
    mutedUntil = until;
    if (hasJoined) {
      session.write(new Notice.Muted(until));
    }
  }

  /** Disconnects the client although something may still be dealt with for it. */
  private void expel(Notice reason) {
    logTold(reason);
    membership.leaveAtOnce();
    session.write(reason);
    ended();
    session.finish();
  }

  /** The directory could not do what it was asked. */
  void failed() {
    membership.stayWhereItIs(new Notice.WentWrong());
  }

  /** The room has failed. */
  void roomGone() {
    membership.roomGone();
  }

  /** Whether something has to be done before the client is heard again. */
  boolean hasToMove() {
    return removedFromRoom != null || (name != null && !membership.isSomewhere());
  }

  /** Goes where the client has to be: out of a room, or back into the one that failed. */
  void move() {
    if (!membership.isSomewhere()) {
      membership.enterAgain();
    } else {
      Directory.RemovedFromRoom out = removedFromRoom;
      removedFromRoom = null;
      membership.removedFromRoom(out);
    }
  }

  /** The client reads too slowly and begins to miss messages. */
  void fellBehind(long missed) {
    membership.fellBehind(missed);
  }

  /** The client has got everything that waited for it. */
  void caughtUp(long missed) {
    membership.caughtUp(missed);
  }

  /** The client is disconnected for a reason that is not its own. */
  void cutOff(String reason) {
    why += (why.isEmpty() ? ": " : "; ") + reason;
  }

  /** Leaves the room, so that it sends nothing more, and disconnects. */
  void leave() {
    membership.leave(
        () -> {
          ended();
          session.finish();
        });
  }

  /** Leaves the room, tells the client {@code reason}, and disconnects it. */
  void sendAway(Notice reason) {
    logTold(reason);
    membership.leave(
        () -> {
          session.write(reason);
          ended();
          session.finish();
        });
  }

  private void logTold(Notice reason) {
    String who = name == null ? "somebody without a name" : name;
    log.info("{} from {} is told: {}", who, origin, protocol.encode(reason).utf8String().strip());
  }

  /** Other settings count from now on. */
  void configured() {
    timeouts.configured();
  }

  /** Whether the client has no name yet, and its password is being checked. */
  boolean awaitsVerdict() {
    return name == null && login.awaitsVerdict();
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
    if (name != null && !ended) {
      ended = true;
      log.info("{} has left from {}{}", name, origin, why);
    }
  }
}
