package chat.parley.protocol;

import chat.parley.access.Order;
import chat.parley.access.Secret;
import chat.parley.event.Content;

/** What a client wants, once it has a name. */
public sealed interface Request {

  /** To say something to the room. */
  record Say(Content content) implements Request {}

  /** To be called {@code name}, which has not been checked. */
  record Nick(String name) implements Request {}

  /** To go to {@code room}, a name which has not been checked. */
  record Join(String room) implements Request {}

  /** To know who is here. */
  record Who() implements Request {}

  /** To know which rooms there are. */
  record Rooms() implements Request {}

  /** To say something to one person. */
  record Whisper(String to, String text) implements Request {}

  /** To know what the room is about. */
  record AskTopic() implements Request {}

  /** To say what the room is about. */
  record SetTopic(String topic) implements Request {}

  /** To see the room's last {@code count} posts. */
  record History(int count) implements Request {}

  /** To know which extensions the room has. */
  record Extensions() implements Request {}

  /** To have a registered name. */
  record Login(String name, Secret password) implements Request {}

  /** To have something done that concerns who may do what. */
  record Give(Order order) implements Request {}

  /** To leave. */
  record Quit() implements Request {}

  /** Nothing that concerns anybody else: the client gets {@code notice} for an answer. */
  record Answer(Notice notice) implements Request {}
}
