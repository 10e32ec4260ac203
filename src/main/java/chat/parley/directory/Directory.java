package chat.parley.directory;

import chat.parley.access.Order;
import chat.parley.access.Origin;
import chat.parley.access.Passwords;
import chat.parley.access.Secret;
import chat.parley.names.Names;
import chat.parley.room.Ignored;
import chat.parley.room.Recovering;
import chat.parley.room.Room;
import chat.parley.room.RoomSettings;
import chat.parley.store.Registration;
import chat.parley.store.StoredState;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * Who is called what and may do what, and which rooms there are. One for the whole server.
 *
 * <p>Sessions speak to it. A session is known by its ref from when it gets a name until it stops,
 * which the directory watches for: its name is free again then.
 *
 * <p>As every session passes here before it joins a room, nobody is ever sent to a room that is
 * retiring, and nobody comes in who may not.
 *
 * <p><b>Order.</b> What concerns passwords and the disk is done elsewhere, and answered later than
 * what others ask meanwhile. A session asks one thing at a time, so it gets its answers in order.
 *
 * <p>It never fails for good: what it cannot do it answers with {@link Failed}.
 */
public final class Directory extends AbstractBehavior<Directory.Command> {

  /** What the directory can be told. */
  public sealed interface Command {

    /** Whose business it is; null when it is no session's. */
    default ActorRef<?> session() {
      return null;
    }

    /** Where the answer goes; null for where it went the first time. */
    default ActorRef<Reply> replyTo() {
      return null;
    }
  }

  /**
   * Asks for a name; answered with {@link Claimed}, {@link NameTaken}, {@link NameRegistered},
   * {@link LooksLike}, {@link NameReserved}, {@link MixesScripts} or {@link Banned}.
   *
   * @param replyTo where this and all further answers and news for the session go
   */
  public record Claim(ActorRef<?> session, String name, Origin origin, ActorRef<Reply> replyTo)
      implements Command {}

  /** Asks for any free {@code guestN}; answered with {@link Claimed} or {@link Banned}. */
  public record ClaimGuestName(ActorRef<?> session, Origin origin, ActorRef<Reply> replyTo)
      implements Command {}

  /**
   * Asks whether {@code password} is the server's; answered with {@link RightPassword}, {@link
   * WrongPassword} or {@link TooManyWrong}.
   */
  public record CheckServerPassword(
      ActorRef<?> session, Secret password, Origin origin, ActorRef<Reply> replyTo)
      implements Command {}

  /**
   * Asks for a registered name, as its owner; answered with {@link Claimed}, {@link WrongPassword},
   * {@link TooManyWrong}, {@link NotRegistered}, {@link NameTaken} or {@link Banned}. Who has the
   * name now is disconnected first.
   */
  public record Login(
      ActorRef<?> session, String name, Secret password, Origin origin, ActorRef<Reply> replyTo)
      implements Command {}

  /** Asks for another name; answered as {@link Claim}. */
  public record Rename(ActorRef<?> session, String name) implements Command {}

  /**
   * Asks for a room, which is made if there is none of that name; answered with {@link Admitted},
   * {@link RoomFull}, {@link RoomLocked}, {@link TooManyRooms}, {@link LooksLike} or {@link
   * MixesScripts}.
   */
  public record Enter(ActorRef<?> session, String room) implements Command {}

  /** Asks for the {@link Rooms}. */
  public record ListRooms(ActorRef<?> session) implements Command {}

  /**
   * Says something to one user, wherever that user is: it gets {@link Whispered}, the sender {@link
   * WhisperSent} or {@link NobodyCalled}.
   */
  public record Whisper(ActorRef<?> session, String to, String text) implements Command {}

  /**
   * Asks whether the session may say what its room is about; {@link Allowed} or {@link InWords}.
   */
  public record MaySetTopic(ActorRef<?> session) implements Command {}

  /** Orders something; answered with {@link InWords}, or {@link TooManyWrong}. */
  public record Give(ActorRef<?> session, Order order) implements Command {}

  /** Goes by other settings from now on; answered when the rooms have been told. */
  public record Configure(DirectorySettings settings, ActorRef<Configured> answerTo)
      implements Command {}

  /** The directory goes by other settings. */
  public record Configured() {}

  /** Somebody who was asked has answered. */
  record Answered(Runnable then) implements Command {}

  private record SessionGone(ActorRef<?> session) implements Command {}

  private record RoomGone(String key, ActorRef<Room.Command> room) implements Command {}

  /** Asks the program to read its configuration again. */
  public record ReloadSettings(ActorRef<Reloaded> replyTo) {}

  /** What came of that. */
  public record Reloaded(List<String> lines) {}

  /** What the directory tells a session. */
  public sealed interface Reply {}

  /** Answers what the session has asked. */
  public sealed interface Answer extends Reply {}

  /** Comes unasked, at any time. */
  public sealed interface News extends Reply {}

  /** The session has this name now. */
  public record Claimed(String name) implements Answer {}

  /** Somebody else has this name. */
  public record NameTaken(String name) implements Answer {}

  /** This name, of a user or a room, reads like another that there is. */
  public record LooksLike(String name, String other) implements Answer {}

  /** This name is, or reads like, one that only operators may have. */
  public record NameReserved(String name, String reserved) implements Answer {}

  /** This name, of a user or a room, has letters of scripts that nobody writes in one word. */
  public record MixesScripts(String name) implements Answer {}

  /** This name is for who knows its password. */
  public record NameRegistered(String name) implements Answer {}

  /** This name belongs to nobody, so no password makes it somebody's. */
  public record NotRegistered(String name) implements Answer {}

  /** The password is the one that was asked for. */
  public record RightPassword() implements Answer {}

  /** The password is not the one that was asked for. */
  public record WrongPassword() implements Answer {}

  /** Too many wrong passwords have come from the session's address. */
  public record TooManyWrong() implements Answer {}

  /**
   * Who asks may not be here, or not under that name.
   *
   * @param until empty for ever
   */
  public record Banned(Optional<Instant> until, String why) implements Answer {}

  /** The session may do what it has asked for. */
  public record Allowed() implements Answer {}

  /** What came of an order, a line or more. */
  public record InWords(List<String> lines) implements Answer {}

  /** The session may join this room. */
  public record Admitted(String name, ActorRef<Room.Command> room) implements Answer {}

  /** As many people are in this room as may be. */
  public record RoomFull(String name) implements Answer {}

  /** Only who is invited may enter this room. */
  public record RoomLocked(String name) implements Answer {}

  /** There are as many rooms as may be, and none of this name. */
  public record TooManyRooms(String name) implements Answer {}

  /** All rooms, the most populated first. */
  public record Rooms(List<RoomSummary> rooms) implements Answer {}

  /** A room, how many people have been admitted to it, and whether it is locked. */
  public record RoomSummary(String name, int people, boolean locked) {}

  /** What was whispered is on its way. */
  public record WhisperSent(String to, String text) implements Answer {}

  /** There is nobody of this name. */
  public record NobodyCalled(String name) implements Answer {}

  /** What the session asked for could not be done, for no fault of its own. */
  public record Failed() implements Answer {}

  /** Somebody says something to this session alone. */
  public record Whispered(String from, String text) implements News {}

  /** An operator says something to everybody. */
  public record Broadcast(String from, String text) implements News {}

  /** Somebody lets this session into a room. */
  public record Invited(String by, String room) implements News {}

  /** The session must go from this room to the start room. */
  public record RemovedFromRoom(ActorRef<Room.Command> room, String name, String by, String why)
      implements News {}

  /** An operator disconnects the session. */
  public record Kicked(String why) implements News {}

  /** The session is banned from now on, and disconnected. */
  public record NowBanned(Optional<Instant> until, String why) implements News {}

  /** Whoever the session's name belongs to has come from elsewhere; the session is disconnected. */
  public record SessionReplaced() implements News {}

  /** The session may only listen until then. */
  public record Muted(Instant until) implements News {}

  /** The session may speak again. */
  public record Unmuted() implements News {}

  /** Whom the session does not hear from now on. */
  public record Ignoring(Ignored ignored) implements News {}

  /** The session is asked how it is. */
  public record TellStats(ActorRef<SessionStats> replyTo) implements News {}

  /**
   * How a session is.
   *
   * @param waiting how many messages wait for its client
   * @param missed how many its client has missed
   * @param lines how many lines its client has sent
   */
  public record SessionStats(ActorRef<?> session, long waiting, long missed, long lines) {}

  private final Users people = new Users();
  private final AsyncServices services;
  private final Registrations registrations;
  private final NameService nameService;
  private final Audit audit;
  private final OpenRooms rooms;
  private final UserCommands userCommands;
  private final OwnerCommands ownerCommands;
  private final OperatorCommands operatorCommands;
  private final Clock clock;
  private DirectorySettings settings;
  private long roomsMade;

  public static Behavior<Command> create(
      DirectorySettings settings, DirectoryDependencies foundation, Clock clock) {
    return Behaviors.setup(context -> new Directory(context, settings, foundation, clock));
  }

  private Directory(
      ActorContext<Command> context,
      DirectorySettings settings,
      DirectoryDependencies foundation,
      Clock clock) {
    super(context);
    this.settings = settings;
    this.clock = clock;
    this.services = new AsyncServices(context, foundation.passwords(), foundation.keeper());
    StoredState kept = foundation.kept();
    this.audit = new Audit(foundation.audit());
    var sanctions = new Sanctions(kept.sanctions(), foundation.bannedAddresses(), services, clock);
    Set<String> registered =
        kept.registrations().stream().map(Registration::key).collect(Collectors.toSet());
    var ownerships = new Ownerships(kept.ownerships(), registered::contains, services, clock);
    this.rooms = new OpenRooms(settings, ownerships, this::spawn);
    this.registrations =
        new Registrations(
            settings, kept.registrations(), people, rooms, ownerships, services, audit, clock);
    var ignoreLists = new IgnoreLists();
    this.nameService =
        new NameService(
            settings,
            people,
            registrations,
            sanctions,
            ownerships,
            ignoreLists,
            services,
            clock,
            user -> context.watchWith(user.session(), new SessionGone(user.session())));
    var reports =
        new Reports(
            context,
            people,
            rooms,
            () ->
                "registered names: "
                    + registrations.count()
                    + "; bans and mutes: "
                    + sanctions.all().size(),
            audit,
            foundation.connections(),
            foundation.reloader(),
            clock);
    this.userCommands =
        new UserCommands(settings, people, registrations, ignoreLists, services, audit);
    this.ownerCommands = new OwnerCommands(people, audit);
    this.operatorCommands =
        new OperatorCommands(
            settings, people, rooms, ownerships, sanctions, services, audit, clock, reports);
  }

  @Override
  public Receive<Command> createReceive() {
    return new Recovering<>(
        handlers(), "directory", Integer.MAX_VALUE, getContext().getLog(), this::recover);
  }

  private Receive<Command> handlers() {
    return newReceiveBuilder()
        .onMessage(Claim.class, this::onClaim)
        .onMessage(ClaimGuestName.class, this::onClaimGuestName)
        .onMessage(CheckServerPassword.class, this::onCheckServerPassword)
        .onMessage(Login.class, this::onLogin)
        .onMessage(Rename.class, this::onRename)
        .onMessage(Enter.class, this::onEnter)
        .onMessage(ListRooms.class, this::onListRooms)
        .onMessage(Whisper.class, this::onWhisper)
        .onMessage(MaySetTopic.class, this::onMaySetTopic)
        .onMessage(Give.class, this::onGive)
        .onMessage(Configure.class, this::onConfigure)
        .onMessage(Answered.class, this::onAnswered)
        .onMessage(SessionGone.class, this::onSessionGone)
        .onMessage(RoomGone.class, this::onRoomGone)
        .build();
  }

  private Behavior<Command> onClaim(Claim claim) {
    nameService.claim(claim);
    return this;
  }

  private Behavior<Command> onClaimGuestName(ClaimGuestName claim) {
    nameService.claimGuestName(claim);
    return this;
  }

  private Behavior<Command> onCheckServerPassword(CheckServerPassword check) {
    if (settings.serverPassword().isEmpty()) {
      check.replyTo().tell(new RightPassword());
      return this;
    }
    services.check(
        check.origin().host(),
        settings.serverPassword().get(),
        check.password(),
        verdict -> check.replyTo().tell(answer(verdict)));
    return this;
  }

  /** What a session is told of a password. */
  static Answer answer(Passwords.Verdict verdict) {
    return switch (verdict) {
      case RIGHT -> new RightPassword();
      case WRONG -> new WrongPassword();
      case TOO_MANY_WRONG -> new TooManyWrong();
    };
  }

  private Behavior<Command> onLogin(Login login) {
    nameService.login(login);
    return this;
  }

  private Behavior<Command> onRename(Rename rename) {
    User user = people.of(rename.session());
    if (user != null) {
      nameService.rename(user, rename.name());
    }
    return this;
  }

  private Behavior<Command> onEnter(Enter enter) {
    User user = people.of(enter.session());
    if (user != null) {
      user.tell(rooms.enter(user, enter.room()));
    }
    return this;
  }

  private ActorRef<Room.Command> spawn(String name, RoomSettings roomSettings) {
    // A retired room of the same name may still be stopping, so names of actors are never reused.
    ActorRef<Room.Command> ref =
        getContext().spawn(Room.create(name, roomSettings, clock), "room-" + ++roomsMade);
    getContext().watchWith(ref, new RoomGone(Names.key(name), ref));
    return ref;
  }

  private Behavior<Command> onListRooms(ListRooms list) {
    User user = people.of(list.session());
    if (user != null) {
      List<RoomSummary> summaries =
          rooms.all().stream()
              .map(room -> new RoomSummary(room.name(), room.people(), room.isLocked()))
              .sorted(
                  Comparator.comparingInt(RoomSummary::people)
                      .reversed()
                      .thenComparing(RoomSummary::name))
              .toList();
      user.tell(new Rooms(summaries));
    }
    return this;
  }

  private Behavior<Command> onWhisper(Whisper whisper) {
    User from = people.of(whisper.session());
    User to = people.named(whisper.to());
    if (from != null && to == null) {
      from.tell(new NobodyCalled(whisper.to()));
    } else if (from != null) {
      if (!to.ignoreList().holds(from)) {
        to.tell(new Whispered(from.name(), whisper.text()));
      }
      // Also when it is not heard: nobody is to learn from it who ignores them.
      from.tell(new WhisperSent(to.name(), whisper.text()));
    }
    return this;
  }

  private Behavior<Command> onMaySetTopic(MaySetTopic ask) {
    User user = people.of(ask.session());
    if (user == null) {
      return this;
    }
    OpenRoom room = user.room();
    if (room == null || !room.hasOwner() || room.belongsTo(user)) {
      user.tell(new Allowed());
    } else if (user.isOperator()) {
      audit.log(user, "sets the topic of the room " + room.name());
      user.tell(new Allowed());
    } else {
      user.answer(room.name() + " is not yours; only whose it is says what it is about");
    }
    return this;
  }

  private Behavior<Command> onGive(Give give) {
    User user = people.of(give.session());
    if (user == null) {
      return this;
    }
    if (give.order() instanceof Order.Own own) {
      userCommands.carryOut(own, user);
    } else if (give.order() instanceof Order.Kick kick && user.isOperator()) {
      operatorCommands.kick(kick, user);
    } else if (give.order() instanceof Order.OfRoom ofRoom) {
      ownerCommands.carryOut(ofRoom, user);
    } else if (give.order() instanceof Order.OfOperator ofOperator) {
      operatorCommands.carryOut(ofOperator, user);
    }
    return this;
  }

  private Behavior<Command> onConfigure(Configure configure) {
    settings = configure.settings();
    nameService.configure(settings);
    registrations.configure(settings);
    rooms.configure(settings);
    userCommands.configure(settings);
    operatorCommands.configure(settings);
    configure.answerTo().tell(new Configured());
    return this;
  }

  private Behavior<Command> onAnswered(Answered answered) {
    answered.then().run();
    return this;
  }

  private Behavior<Command> onSessionGone(SessionGone gone) {
    User user = people.remove(gone.session());
    if (user != null) {
      rooms.gone(user);
      nameService.gone(user);
    }
    return this;
  }

  private Behavior<Command> onRoomGone(RoomGone gone) {
    rooms.gone(gone.key(), gone.room());
    return this;
  }

  /** Whoever waits is answered, so that they can go on. */
  private Behavior<Command> recover(Command failed) {
    User user = people.of(failed.session());
    if (failed.replyTo() != null) {
      failed.replyTo().tell(new Failed());
    } else if (user != null) {
      user.tell(new Failed());
    }
    return this;
  }
}
