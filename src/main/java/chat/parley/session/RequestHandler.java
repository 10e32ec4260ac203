package chat.parley.session;

import chat.parley.access.Order;
import chat.parley.access.Origin;
import chat.parley.directory.Directory;
import chat.parley.event.RoomEvent;
import chat.parley.names.Names;
import chat.parley.notation.Characters;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Request;
import chat.parley.room.Room;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a client that has a name wants, but for what it says. Not an actor: its dialogue calls
 * it.
 */
final class RequestHandler {
  private static final Logger log = LoggerFactory.getLogger(RequestHandler.class);

  private final Session session;
  private final Dialogue dialogue;
  private final RoomMembership membership;
  private final Origin origin;

  RequestHandler(Session session, Dialogue dialogue, RoomMembership membership, Origin origin) {
    this.session = session;
    this.dialogue = dialogue;
    this.membership = membership;
    this.origin = origin;
  }

  /** Whether others would hear of {@code request}, so that who is muted may not make it. */
  static boolean isHeardByOthers(Request request) {
    return request instanceof Request.Say
        || request instanceof Request.Whisper
        || request instanceof Request.SetTopic
        || request instanceof Request.Nick
        || request instanceof Request.Login
        || (request instanceof Request.Give give && give.order() instanceof Order.OfRoom);
  }

  void fulfil(Request request) {
    if (request instanceof Request.Answer answer) {
      session.write(answer.notice());
    } else if (request instanceof Request.Nick nick) {
      rename(Names.shown(nick.name()));
    } else if (request instanceof Request.Login login) {
      login(login);
    } else if (request instanceof Request.Give give) {
      session.ask(new Directory.Give(session.self(), give.order()), this::onGiven);
    } else if (request instanceof Request.Join join) {
      membership.change(Names.shown(join.room()));
    } else if (request instanceof Request.Who) {
      membership.ask(new Room.AskPresent(session.fromRoom()), this::onPresent);
    } else if (request instanceof Request.Rooms) {
      session.ask(new Directory.ListRooms(session.self()), this::onRooms);
    } else if (request instanceof Request.Whisper whisper) {
      session.ask(
          new Directory.Whisper(session.self(), Names.shown(whisper.to()), whisper.text()),
          this::onWhispered);
    } else if (request instanceof Request.AskTopic) {
      membership.ask(new Room.AskTopic(session.fromRoom()), this::onTopic);
    } else if (request instanceof Request.SetTopic set) {
      setTopic(set.topic());
    } else if (request instanceof Request.History history) {
      membership.ask(new Room.AskRecent(history.count(), session.fromRoom()), this::onRecent);
    } else if (request instanceof Request.Extensions) {
      membership.ask(new Room.AskExtensions(session.fromRoom()), this::onExtensions);
    } else if (request instanceof Request.Quit) {
      dialogue.leave();
    }
  }

  private void rename(String wanted) {
    int maxName = session.settings().limits().maxName();
    if (!Names.isPersonName(wanted, maxName)) {
      session.write(new Notice.IllegalNick(maxName));
      return;
    }
    session.ask(
        new Directory.Rename(session.self(), wanted),
        reply -> {
          Notice misleading = Refusals.ofName(reply, Notice.Then.STAY_AS_IT_WAS);
          if (misleading != null) {
            session.write(misleading);
          } else if (reply instanceof Directory.NameTaken taken) {
            session.write(new Notice.NameTaken(taken.name(), false));
          } else if (reply instanceof Directory.NameRegistered registered) {
            session.write(new Notice.NameRegistered(registered.name()));
          } else if (reply instanceof Directory.Banned) {
            session.write(new Notice.NameBanned(wanted));
          } else if (reply instanceof Directory.Claimed claimed) {
            renamed(claimed.name());
          }
        });
  }

  private void login(Request.Login login) {
    String wanted = Names.shown(login.name());
    session.ask(
        new Directory.Login(
            session.self(), wanted, login.password(), origin, session.fromDirectory()),
        reply -> {
          if (reply instanceof Directory.WrongPassword) {
            session.write(new Notice.WrongPasswordOf(wanted, false));
          } else if (reply instanceof Directory.NotRegistered not) {
            session.write(new Notice.NotRegistered(not.name()));
          } else if (reply instanceof Directory.NameTaken taken) {
            session.write(new Notice.NameTaken(taken.name(), false));
          } else if (reply instanceof Directory.Banned) {
            session.write(new Notice.NameBanned(wanted));
          } else if (reply instanceof Directory.TooManyWrong) {
            dialogue.sendAway(new Notice.TooManyWrong());
          } else if (reply instanceof Directory.Claimed claimed) {
            renamed(claimed.name());
          }
        });
  }

  private void renamed(String name) {
    String before = dialogue.name();
    log.info("{} is now called {}", before, name);
    dialogue.rename(name);
    session.write(new Notice.Renamed(name));
    if (membership.isSomewhere() && !name.equals(before)) {
      membership.ask(new Room.Rename(session.self(), name, session.fromRoom()), taken -> {});
    }
  }

  private void onGiven(Directory.Reply reply) {
    if (reply instanceof Directory.InWords words) {
      session.write(new Notice.InWords(words.lines()));
    } else if (reply instanceof Directory.TooManyWrong) {
      dialogue.sendAway(new Notice.TooManyWrong());
    }
  }

  private void onPresent(Room.Reply reply) {
    if (reply instanceof Room.Present present) {
      session.write(new Notice.Present(membership.roomName(), present.names(), present.behind()));
    }
  }

  private void onRooms(Directory.Reply reply) {
    if (reply instanceof Directory.Rooms rooms) {
      session.write(new Notice.Rooms(rooms.rooms().stream().map(this::roomLine).toList()));
    }
  }

  private Notice.RoomLine roomLine(Directory.RoomSummary room) {
    boolean here = Names.same(room.name(), membership.roomName());
    return new Notice.RoomLine(room.name(), room.people(), room.locked(), here);
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
      session.write(new Notice.Topic(membership.roomName(), topic.text()));
    }
  }

  private void setTopic(String topic) {
    int length = Characters.count(topic);
    int maxTopic = session.settings().limits().maxTopic();
    if (length > maxTopic) {
      session.write(new Notice.TopicTooLong(maxTopic, length));
      return;
    }
    session.ask(
        new Directory.MaySetTopic(session.self()),
        reply -> {
          if (reply instanceof Directory.InWords words) {
            session.write(new Notice.InWords(words.lines()));
          } else if (membership.isSomewhere()) {
            membership.ask(
                new Room.SetTopic(session.self(), topic, session.fromRoom()), this::onTopicSet);
          }
        });
  }

  private void onTopicSet(Room.Reply reply) {
    if (reply instanceof Room.Topic topic) {
      session.write(new Notice.TopicSet(membership.roomName(), topic.text()));
    }
  }

  private void onRecent(Room.Reply reply) {
    if (reply instanceof Room.Recent recent) {
      List<RoomEvent.Posted> heard =
          recent.posts().stream()
              .filter(posted -> !membership.ignored().names().contains(posted.author()))
              .toList();
      session.write(new Notice.Recent(heard));
    }
  }

  private void onExtensions(Room.Reply reply) {
    if (reply instanceof Room.ExtensionStates states) {
      session.write(new Notice.Extensions(membership.roomName(), states.extensions()));
    }
  }
}
