package chat.parley.session;

import chat.parley.directory.Directory;
import chat.parley.directory.Names;
import chat.parley.room.Content;
import chat.parley.room.Member;
import chat.parley.room.Room;
import chat.parley.wire.Frame;
import chat.parley.wire.Notice;
import chat.parley.wire.Request;
import chat.parley.wire.Wire;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one client and the server have to say to each other: first about a name, then about whatever
 * the client requests. Not an actor: its session calls it, one thing at a time.
 */
final class Dialogue {
  private static final Logger log = LoggerFactory.getLogger(Dialogue.class);

  private final Session session;
  private final SessionSettings settings;
  private final Wire wire;
  private final String remote;
  private final Timeouts timeouts;

  private String name;
  private String roomName;

  /** The name in the client's certificate; null when it is asked for one. */
  private String certified;

  private boolean ended;
  private final LagLog lagLog = new LagLog(System::nanoTime);
  private boolean behind;

  /** Why the client was disconnected, for the log; empty when it went by itself. */
  private String why = "";

  /** Null before the client has joined one, between two, and after one has failed. */
  private ActorRef<Room.Command> room;

  Dialogue(Session session, SessionSettings settings, Wire wire, String remote) {
    this.session = session;
    this.settings = settings;
    this.wire = wire;
    this.remote = remote;
    this.timeouts = new Timeouts(session, this, settings.limits());
  }

  /** The client has shown who it is: a name that it is not asked for. */
  void knownAs(String shown) {
    certified = Names.shown(shown);
  }

  void begin() {
    if (certified != null) {
      claimCertified();
    } else if (wire.asksName()) {
      timeouts.awaitName();
      session.write(new Notice.AskName());
    } else {
      session.ask(
          new Directory.ClaimGuestName(session.self(), session.fromDirectory()), this::onClaimed);
    }
  }

  private void claimCertified() {
    if (!Names.isPersonName(certified, maxName())) {
      sendAway(new Notice.IllegalCertifiedName(maxName()));
      return;
    }
    session.ask(
        new Directory.Claim(session.self(), certified, session.fromDirectory()),
        reply -> {
          if (reply instanceof Directory.NameTaken taken) {
            sendAway(new Notice.CertifiedNameTaken(taken.name()));
          } else {
            onClaimed(reply);
          }
        });
  }

  /** Takes one or more of {@code frames}, but at most {@code most}. */
  void next(ArrayDeque<Frame> frames, int most) {
    if (name == null) {
      introduce(frames.remove());
      return;
    }
    List<Content> said = new ArrayList<>(Math.min(frames.size(), most));
    while (!frames.isEmpty() && said.size() < most) {
      Request request = wire.request(frames.peek());
      if (request instanceof Request.Say say) {
        said.add(say.content());
        frames.remove();
      } else if (said.isEmpty()) {
        frames.remove();
        fulfil(request);
        return;
      } else {
        break;
      }
    }
    session.ask(room, new Room.Post(session.self(), said, session.fromRoom()), taken -> {});
  }

  private void introduce(Frame frame) {
    Notice otherProtocol = wire.otherProtocol(frame);
    if (otherProtocol != null) {
      sendAway(otherProtocol);
    } else {
      claim(Names.shown(wire.name(frame)));
    }
  }

  private void claim(String wanted) {
    if (Names.isPersonName(wanted, maxName())) {
      session.ask(
          new Directory.Claim(session.self(), wanted, session.fromDirectory()), this::onClaimed);
    } else {
      session.write(new Notice.IllegalName(maxName()));
      session.finish();
    }
  }

  private void onClaimed(Directory.Reply reply) {
    if (reply instanceof Directory.Claimed claimed) {
      name = claimed.name();
      timeouts.named();
      enter(settings.startRoom());
    } else if (reply instanceof Directory.NameTaken taken) {
      timeouts.awaitName();
      session.write(new Notice.NameTaken(taken.name(), true));
    }
  }

  private int maxName() {
    return settings.limits().maxName();
  }

  private void enter(String wanted) {
    String before = room == null ? null : roomName;
    enter(wanted, before);
  }

  /**
   * @param fallback where to go if a gate lets nobody in there; null for nowhere
   */
  private void enter(String wanted, String fallback) {
    session.ask(
        new Directory.Enter(session.self(), wanted),
        reply -> {
          if (reply instanceof Directory.Admitted admitted) {
            leaveRoom(() -> join(admitted, fallback));
          } else if (reply instanceof Directory.RoomFull full) {
            stayWhereItIs(new Notice.RoomFull(full.name()));
          } else if (reply instanceof Directory.TooManyRooms tooMany) {
            stayWhereItIs(new Notice.TooManyRooms(tooMany.name()));
          }
        });
  }

  private void stayWhereItIs(Notice why) {
    session.write(why);
    if (room == null) {
      session.finish();
    }
  }

  private void join(Directory.Admitted admitted, String fallback) {
    room = admitted.room();
    roomName = admitted.name();
    session.watch(room);
    Member member = new Member(name, session.self(), session.outlet(), settings.echo());
    ask(
        new Room.Join(member, session.fromRoom()),
        reply -> {
          if (reply instanceof Room.Refused refused) {
            onRefused(refused.why(), fallback);
          } else {
            log.info("{} has joined {} from {}", name, roomName, remote);
            if (behind) {
              tellWhetherBehind();
            }
          }
        });
  }

  private void onRefused(String why, String fallback) {
    session.write(new Notice.NotLetIn(roomName, why));
    session.unwatch(room);
    room = null;
    if (fallback == null) {
      session.finish();
    } else {
      enter(fallback, null);
    }
  }

  private void leaveRoom(Runnable then) {
    if (room == null) {
      then.run();
      return;
    }
    ask(
        new Room.Leave(session.self(), session.fromRoom()),
        taken -> {
          session.unwatch(room);
          room = null;
          then.run();
        });
  }

  private void ask(Room.Command question, Consumer<Room.Reply> answer) {
    session.ask(room, question, answer);
  }

  private void fulfil(Request request) {
    if (request instanceof Request.Answer answer) {
      session.write(answer.notice());
    } else if (request instanceof Request.Nick nick) {
      rename(Names.shown(nick.name()));
    } else if (request instanceof Request.Join join) {
      changeRoom(Names.shown(join.room()));
    } else if (request instanceof Request.Who) {
      ask(new Room.AskPresent(session.fromRoom()), this::onPresent);
    } else if (request instanceof Request.Rooms) {
      session.ask(new Directory.ListRooms(session.self()), this::onRooms);
    } else if (request instanceof Request.Whisper whisper) {
      session.ask(
          new Directory.Whisper(session.self(), Names.shown(whisper.to()), whisper.text()),
          this::onWhispered);
    } else if (request instanceof Request.AskTopic) {
      ask(new Room.AskTopic(session.fromRoom()), this::onTopic);
    } else if (request instanceof Request.SetTopic set) {
      ask(new Room.SetTopic(session.self(), set.topic(), session.fromRoom()), this::onTopicSet);
    } else if (request instanceof Request.History history) {
      ask(new Room.AskRecent(history.count(), session.fromRoom()), this::onRecent);
    } else if (request instanceof Request.Extensions) {
      ask(new Room.AskExtensions(session.fromRoom()), this::onExtensions);
    } else if (request instanceof Request.Quit) {
      leave();
    }
  }

  private void rename(String wanted) {
    if (!Names.isPersonName(wanted, maxName())) {
      session.write(new Notice.IllegalNick(maxName()));
      return;
    }
    session.ask(
        new Directory.Rename(session.self(), wanted),
        reply -> {
          if (reply instanceof Directory.NameTaken taken) {
            session.write(new Notice.NameTaken(taken.name(), false));
          } else if (reply instanceof Directory.Claimed claimed) {
            log.info("{} is now called {}", name, claimed.name());
            name = claimed.name();
            session.write(new Notice.Renamed(name));
            if (room != null) {
              ask(new Room.Rename(session.self(), name, session.fromRoom()), taken -> {});
            }
          }
        });
  }

  private void changeRoom(String wanted) {
    if (!Names.isRoomName(wanted, maxName())) {
      session.write(new Notice.IllegalRoom(maxName()));
    } else if (Names.same(wanted, roomName)) {
      session.write(new Notice.AlreadyHere(roomName));
    } else {
      enter(wanted);
    }
  }

  private void onPresent(Room.Reply reply) {
    if (reply instanceof Room.Present present) {
      session.write(new Notice.Present(roomName, present.names(), present.behind()));
    }
  }

  private void onRooms(Directory.Reply reply) {
    if (reply instanceof Directory.Rooms rooms) {
      session.write(
          new Notice.Rooms(
              rooms.rooms().stream()
                  .map(
                      each ->
                          new Notice.RoomLine(
                              each.name(), each.people(), Names.same(each.name(), roomName)))
                  .toList()));
    }
  }

  private void onWhispered(Directory.Reply reply) {
    if (reply instanceof Directory.WhisperSent sent) {
      session.write(new Notice.WhisperSent(sent.to(), sent.text()));
    } else if (reply instanceof Directory.NobodyCalled nobody) {
      session.write(new Notice.NobodyCalled(nobody.name()));
    }
  }

  private void onTopic(Room.Reply reply) {
    if (reply instanceof Room.Topic topic) {
      session.write(new Notice.Topic(roomName, topic.text()));
    }
  }

  private void onTopicSet(Room.Reply reply) {
    if (reply instanceof Room.Topic topic) {
      session.write(new Notice.TopicSet(roomName, topic.text()));
    }
  }

  private void onRecent(Room.Reply reply) {
    if (reply instanceof Room.Recent recent) {
      session.write(new Notice.Recent(recent.posts()));
    }
  }

  private void onExtensions(Room.Reply reply) {
    if (reply instanceof Room.ExtensionStates states) {
      session.write(new Notice.Extensions(roomName, states.extensions()));
    }
  }

  /** The directory could not do what it was asked. */
  void failed() {
    stayWhereItIs(new Notice.WentWrong());
  }

  /** The room has failed. */
  void roomGone() {
    room = null;
  }

  /** Whether the client has a name but, for no fault of its own, no room. */
  boolean needsRoom() {
    return name != null && room == null;
  }

  /** Goes back to the room that failed. */
  void enterAgain() {
    session.write(new Notice.RoomRestarted(roomName));
    enter(roomName);
  }

  /** The client reads too slowly and begins to miss messages. */
  void fellBehind(long missed) {
    behind = true;
    lagLog.fellBehind(name, roomName, missed);
    tellWhetherBehind();
  }

  /** The client has got everything that waited for it. */
  void caughtUp(long missed) {
    behind = false;
    lagLog.caughtUp(name, roomName, missed);
    tellWhetherBehind();
  }

  /** A room that has not let the client in yet takes no notice; it is told again when it has. */
  private void tellWhetherBehind() {
    if (room != null) {
      room.tell(new Room.MarkBehind(session.self(), behind));
    }
  }

  /** The client is being disconnected for a reason of the server's. */
  void cutOff(String reason) {
    why = ": " + reason;
  }

  /** Leaves the room, so that it sends nothing more, and disconnects. */
  void leave() {
    leaveRoom(
        () -> {
          ended();
          session.finish();
        });
  }

  /** Leaves the room, tells the client {@code why}, and disconnects it. */
  void sendAway(Notice why) {
    String who = name == null ? "somebody without a name" : name;
    log.info("{} from {} is told: {}", who, remote, wire.encode(why).utf8String().strip());
    leaveRoom(
        () -> {
          session.write(why);
          ended();
          session.finish();
        });
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
      log.info("{} has left from {}{}", name, remote, why);
    }
  }
}
