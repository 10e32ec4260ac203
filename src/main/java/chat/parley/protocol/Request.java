package chat.parley.protocol;

import chat.parley.access.Secret;
import chat.parley.event.Content;
import chat.parley.store.HistoryQuery;
import chat.parley.store.SearchQuery;
import java.time.Duration;
import java.util.Optional;

/** What a client wants, once it has a name. None shows a password when it is printed. */
public sealed interface Request {

  /** What concerns the room that the client is in; of several, the one that it spoke in last. */
  sealed interface OfRoom extends Request {}

  /** What others would hear of, so that who is muted may not ask for it. */
  sealed interface Audible extends Request {}

  /** What only whose room it is may order, and operators. */
  sealed interface OfOwner extends OfRoom, Audible {}

  /** What only operators may order. */
  sealed interface OfOperator extends Request {}

  /** To have {@code request} done in the room called {@code room}, which the client is in. */
  record In(String room, OfRoom request) implements Request {}

  /** To say something to the room. */
  record Say(Content content) implements OfRoom, Audible {}

  /** To know who is here. */
  record Who() implements OfRoom {}

  /** To know what the room is about. */
  record AskTopic() implements OfRoom {}

  /** To say what the room is about. */
  record SetTopic(String topic) implements OfRoom, Audible {}

  /** To see some of what was said in the room. */
  record History(HistoryQuery query) implements OfRoom {}

  /** To see some of what was said in the room called {@code room}, a name not checked. */
  record HistoryOf(String room, HistoryQuery query) implements Request {}

  /** To find what was said in the room. */
  record Search(SearchQuery query) implements OfRoom {}

  /** To find more of what was looked for last. */
  record SearchMore() implements OfRoom {}

  /** To have what a post says taken back; {@code why} may be empty. */
  record Delete(long number, String why) implements OfRoom {}

  /** To know which extensions the room has. */
  record Extensions() implements OfRoom {}

  /** To leave the room; whoever is in one only is nowhere then, and disconnected. */
  record Part() implements OfRoom {}

  /** To send somebody out of the room; for an operator, off the server. */
  record Kick(String name, String why) implements OfOwner {}

  /** To let somebody in although the room is locked. */
  record Invite(String name) implements OfOwner {}

  /** To let nobody else in but who is invited. */
  record Lock() implements OfOwner {}

  /** To let everybody in again. */
  record Unlock() implements OfOwner {}

  /** To be in {@code room}, a name which has not been checked. */
  record Join(String room) implements Request {}

  /** To know which rooms there are. */
  record Rooms() implements Request {}

  /** To be called {@code name}, which has not been checked. */
  record Nick(String name) implements Audible {}

  /** To have a registered name. */
  record Login(String name, Secret password) implements Audible {}

  /** To say something to one person. */
  record Whisper(String to, String text) implements Audible {}

  /** To have the name kept for whoever knows the password. */
  record Register(Secret password) implements Request {}

  /** To give a registered name up: one's own when empty, or as an operator anybody's. */
  record Unregister(Optional<String> name) implements Request {}

  /** To hear nothing more from somebody; without a name, to know who is not heard. */
  record Ignore(Optional<String> name) implements Request {}

  /** To hear somebody again. */
  record Unignore(String name) implements Request {}

  /** To have the rights of an operator. */
  record BecomeOperator(Secret password) implements Request {}

  /**
   * To keep somebody out.
   *
   * @param target a name, an address, or {@code ADDRESS/BITS}
   * @param time for how long; empty for ever
   */
  record Ban(String target, Optional<Duration> time, String why) implements OfOperator {}

  /** To end a ban. */
  record Unban(String target) implements OfOperator {}

  /** To know all bans and mutes. */
  record ListBans() implements OfOperator {}

  /** To let somebody listen only; without a time, for ever. */
  record Mute(String name, Optional<Duration> time) implements OfOperator {}

  /** To end a {@link Mute}. */
  record Unmute(String name) implements OfOperator {}

  /** To send everybody out of a room, and have it belong to nobody. */
  record CloseRoom(String room) implements OfOperator {}

  /** To say something to everybody, in whatever room. */
  record SayToAll(String text) implements OfOperator {}

  /**
   * To know who is here, and from where.
   *
   * @param like what a name or an address must begin with; empty for all
   */
  record ListSessions(String like) implements OfOperator {}

  /** To know how the server is. */
  record ShowStats() implements OfOperator {}

  /** To have the configuration read again. */
  record Reload() implements OfOperator {}

  /**
   * To be told of posts so that a program can go on where it was cut off, from now on.
   *
   * @param resume where that was, if it was anywhere
   */
  record Sync(Optional<Resume> resume) implements Request {}

  /**
   * Where somebody was cut off.
   *
   * @param room a name, which has not been checked
   * @param epoch of the room's history then
   * @param number that of the last post that had come; 0 for none
   */
  record Resume(String room, String epoch, long number) {}

  /** To leave the server. */
  record Quit() implements Request {}

  /** Nothing that concerns anybody else: the client gets {@code notice} for an answer. */
  record Answer(Notice notice) implements Request {}
}
