package chat.parley.extension;

import chat.parley.event.RoomEvent;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The room of a {@link MemberExtension}, as the extension may use it. Each room that has the
 * extension gives it a handle of its own. May be used from any thread.
 *
 * <p>What is asked is answered later. An actor passes the answer to itself ({@code
 * context.pipeToSelf}). A question fails when the room does not answer within five seconds.
 *
 * @since 0.1
 */
public interface RoomHandle {

  /** The name of the room. */
  String room();

  /** Says {@code text} to everybody, each of its lines with anything in it as a post. */
  void say(String text);

  /** Says {@code text} to the member called {@code name} alone, if there is one. */
  void tell(String name, String text);

  /** What the room is about; an empty text when nobody has said. */
  CompletionStage<String> topic();

  /** The names of the people who are here, in the order in which they came. */
  CompletionStage<List<String>> present();

  /** The last posts that the room has kept, oldest first, {@code count} of them at most. */
  CompletionStage<List<RoomEvent.Posted>> recent(int count);
}
