package chat.parley.protocol;

import chat.parley.command.Audience;
import chat.parley.event.Outcome;
import chat.parley.room.RoomReply;
import chat.parley.store.HistoryPage;
import chat.parley.store.HistoryQuery;
import chat.parley.store.SearchPage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the server itself says to one client. */
public sealed interface Notice {

  /** About the name that the client has, wants, or says something to. */
  sealed interface AboutName extends Notice {}

  /** About who may come in, and do what. */
  sealed interface AboutAccess extends Notice {}

  /** About the room that the client is in, or wants to be in. */
  sealed interface AboutRoom extends Notice {}

  /** About the connection, and what comes over it. */
  sealed interface AboutConnection extends Notice {}

  /** What may take several lines. */
  sealed interface Listing extends Notice {}

  /** What came of something that the client has asked for. */
  record Result(Outcome outcome) implements Notice {}

  /** Asks for a name. */
  record AskName() implements AboutName {}

  /** The name is not 1 to {@code maxLength} letters and digits; the connection is closed. */
  record IllegalName(int maxLength) implements AboutName {}

  /** The name is somebody else's. With {@code askAgain} another is expected. */
  record NameTaken(String name, boolean askAgain) implements AboutName {}

  /** What becomes of somebody who may not have a name. */
  enum Then {
    /** Another name is asked for. */
    ASK_AGAIN,
    /** The name that they have stays theirs. */
    STAY_AS_IT_WAS,
    /** They are disconnected, as the name is that of their certificate. */
    GOODBYE
  }

  /** The name that was given reads like {@code other}, which somebody has. */
  record NameLooksLike(String name, String other, Then then) implements AboutName {}

  /** The name that was given is, or reads like, {@code reserved}, which is for operators. */
  record NameReserved(String name, String reserved, Then then) implements AboutName {}

  /** The name that was given has letters of scripts that nobody writes in one word. */
  record NameMixesScripts(String name, Then then) implements AboutName {}

  /** The room that somebody wants to open reads like {@code other}. */
  record RoomLooksLike(String room, String other) implements AboutRoom {}

  /** The room that somebody wants to open has a name of several scripts. */
  record RoomMixesScripts(String room) implements AboutRoom {}

  /** What was asked for as another name is not one. */
  record IllegalNick(int maxLength) implements AboutName {}

  /** What was asked for as a room's name is not one. */
  record IllegalRoom(int maxLength) implements AboutRoom {}

  /** You are called {@code name} now. */
  record Renamed(String name) implements AboutName {}

  /** You are in {@code room} already. */
  record AlreadyHere(String room) implements AboutRoom {}

  /** Asks for the server's password; {@code again} after a wrong one. */
  record AskServerPassword(boolean again) implements AboutAccess {}

  /** That was not the password, once more than is allowed; the connection is closed. */
  record WrongPassword() implements AboutAccess {}

  /** The name is registered; asks for its password, {@code again} after a wrong one. */
  record AskPasswordOf(String name, boolean again) implements AboutAccess {}

  /** That was not the password of {@code name}. With {@code askAgain} another name is expected. */
  record WrongPasswordOf(String name, boolean askAgain) implements AboutAccess {}

  /** The name is registered; the client must {@code /login} to have it. */
  record NameRegistered(String name) implements AboutAccess {}

  /** The name is not registered, so nobody can log in under it. */
  record NotRegistered(String name) implements AboutAccess {}

  /** Too many wrong passwords have come from the client's address; the connection is closed. */
  record TooManyWrong() implements AboutAccess {}

  /**
   * The client is banned, and the connection is closed.
   *
   * @param until empty for ever
   */
  record Banned(Optional<Instant> until, String why) implements AboutAccess {}

  /** What was asked for as another name is banned. */
  record NameBanned(String name) implements AboutAccess {}

  /** An operator disconnects this client. */
  record Kicked(String why) implements AboutAccess {}

  /** Whoever this client's name belongs to has come from elsewhere; the connection is closed. */
  record SessionReplaced() implements AboutAccess {}

  /** This client may only listen, until then. */
  record Muted(Instant until) implements AboutAccess {}

  /** This client may speak again. */
  record Unmuted() implements AboutAccess {}

  /** Only who is invited may enter {@code room}. */
  record RoomLocked(String room) implements AboutAccess {}

  /** Somebody lets this client into {@code room}. */
  record Invited(String by, String room) implements AboutAccess {}

  /** This client has to leave {@code room}. */
  record RemovedFromRoom(String room, String by, RoomReply.Why why) implements AboutAccess {}

  /** An operator says something to everybody. */
  record Broadcast(String from, String text) implements AboutAccess {}

  /** What is said cannot be kept; for operators. */
  record StoreFails(String why) implements AboutAccess {}

  /** What is said can be kept again; for operators. */
  record StoreWorksAgain(long lostPosts) implements AboutAccess {}

  /** What the operator of the server has to say to whoever comes in. */
  record MessageOfTheDay(String text) implements Listing {}

  /** How to use the server. */
  record Help(Audience audience) implements Listing {}

  /** There is no such command. */
  record UnknownCommand(String command) implements AboutConnection {}

  /** The command lacks something; {@code usage} shows how it is written. */
  record Usage(String usage) implements AboutConnection {}

  /** Something in a command is written as it cannot be; {@code why} shows what belongs there. */
  record Miswritten(String why) implements AboutConnection {}

  /** A line was over {@code limit} bytes and has not been sent. */
  record LineTooLong(int limit) implements AboutConnection {}

  /** There are as many connections as there may be; the connection is closed. */
  record ServerFull() implements AboutConnection {}

  /** There are as many from the client's address as there may be; the connection is closed. */
  record TooManyFromAddress() implements AboutConnection {}

  /** Too many have just come from the client's address; the connection is closed. */
  record TooFastFromAddress() implements AboutConnection {}

  /** {@code room} has as many people as it may have. */
  record RoomFull(String room) implements AboutRoom {}

  /** There are as many rooms as there may be, and none is called {@code room}. */
  record TooManyRooms(String room) implements AboutRoom {}

  /** Who is in {@code room}, and who of them read too slowly. */
  record Present(String room, List<String> names, List<String> behind) implements AboutRoom {}

  /** A room, how many people are in it, whether it is locked, and whether this client is in it. */
  record RoomLine(String name, int people, boolean locked, boolean here) {}

  /** Which rooms there are. */
  record Rooms(List<RoomLine> rooms) implements Listing {}

  /** What {@code room} is about; nothing, if {@code topic} is empty. */
  record Topic(String room, String topic) implements AboutRoom {}

  /** What was to be the topic has {@code length} characters, and may have {@code limit}. */
  record TopicTooLong(int limit, int length) implements AboutRoom {}

  /**
   * Some of what was said in {@code room}.
   *
   * @param here whether that is the room that commands of this client are about
   * @param query what it has asked for
   * @param unheard the names of those whose posts it does not want to see
   */
  record History(
      String room, boolean here, HistoryQuery query, HistoryPage page, Set<String> unheard)
      implements Listing {}

  /**
   * Some of what this client has looked for in {@code room}.
   *
   * @param goesOn whether it has been shown some of it before
   * @param unheard the names of those whose posts it does not want to see
   */
  record SearchResult(String room, boolean goesOn, SearchPage page, Set<String> unheard)
      implements Listing {}

  /** Nothing has been looked for in {@code room}, of which there could be more. */
  record NoSearch(String room) implements AboutRoom {}

  /** Nothing of what is said in {@code room} is kept, so nothing can be found. */
  record NothingKept(String room) implements AboutRoom {}

  /** What was said in {@code room} cannot be read at the moment. */
  record HistoryUnavailable(String room) implements AboutRoom {}

  /** There is no room called {@code room}. */
  record NoSuchRoom(String room) implements AboutRoom {}

  /** Posts are shown to this client with their numbers, or without, from now on. */
  record Numbers(boolean shown) implements AboutConnection {}

  /** A program needs the numbers of posts, so they are still shown. */
  record NumbersStay() implements AboutConnection {}

  /** Something went wrong when this client was to be let into {@code room}. */
  record CannotEnter(String room) implements AboutRoom {}

  /** A gate does not let this client into {@code room}. */
  record NotLetIn(String room, String why) implements AboutRoom {}

  /** Which extensions {@code room} has. */
  record Extensions(String room, List<RoomReply.ExtensionState> extensions) implements AboutRoom {}

  /** Somebody says something to this client alone. */
  record Whispered(String from, String text) implements AboutName {}

  /** Somebody said something to whoever has this client's name while nobody had it. */
  record WhisperedBefore(String from, Instant time, String text) implements AboutName {}

  /** What this client whispered has been passed on. */
  record WhisperSent(String to, String text) implements AboutName {}

  /** There is nobody of this name. */
  record NobodyCalled(String name) implements AboutName {}

  /** This client is in no room, so that what it wants cannot be done. */
  record NoRoom() implements AboutRoom {}

  /** This client has left {@code room}, as it wanted. */
  record Parted(String room) implements AboutRoom {}

  /** The room had to be made anew; what it remembered is lost. */
  record RoomRestarted(String room) implements AboutRoom {}

  /** What this client asked for could not be done, for no fault of its own. */
  record WentWrong() implements AboutConnection {}

  /** This client read too slowly and missed {@code messages}. */
  record Skipped(long messages) implements AboutConnection {}

  /** This client read too slowly and is disconnected. */
  record TooSlow() implements AboutConnection {}

  /** This client sent more than {@code perSecond} lines a second and is disconnected. */
  record TooFast(int perSecond) implements AboutConnection {}

  /** This client has given no name in time and is disconnected. */
  record NoName(Duration within) implements AboutConnection {}

  /** This client has been silent for long; it is disconnected if it sends nothing in time. */
  record StillThere(Duration within) implements AboutConnection {}

  /** This client has sent nothing for {@code limit} and is disconnected. */
  record Idle(Duration limit) implements AboutConnection {}

  /** This client speaks {@code protocol}, which is not understood here, and is disconnected. */
  record OtherProtocol(String protocol) implements AboutConnection {}

  /** This client read nothing for too long and is disconnected. */
  record ReadNothing() implements AboutConnection {}

  /** The name in this client's certificate is none; it is disconnected. */
  record IllegalCertifiedName(int maxLength) implements AboutConnection {}

  /** The name in this client's certificate is somebody else's just now; it is disconnected. */
  record CertifiedNameTaken(String name) implements AboutConnection {}

  /** This client does not speak TLS, which is what the listener speaks, and is disconnected. */
  record SpeaksTls() implements AboutConnection {}

  /** The server is going down. */
  record GoingDown() implements AboutConnection {}
}
