package chat.parley.event;

import java.util.List;
import org.apache.pekko.util.ByteString;

/**
 * The events that one turn of a room sends a member together, in the room's order. Immutable; the
 * same object goes to every member that may see all of it.
 *
 * @since 0.1
 */
public final class Batch {

  /** Turns a batch into the bytes of one protocol. Must give equal bytes for the same batch. */
  public interface Encoder {
    ByteString encode(Batch batch);
  }

  private record Encoding(Encoder encoder, ByteString bytes, Encoding next) {}

  private final String room;
  private final List<RoomEvent> events;
  private final int posts;
  private volatile Encoding encodings;

  public Batch(String room, List<? extends RoomEvent> events) {
    this.room = room;
    this.events = List.copyOf(events);
    this.posts = (int) this.events.stream().filter(RoomEvent.Posted.class::isInstance).count();
  }

  /** The name of the room that all of it happened in. */
  public String room() {
    return room;
  }

  public List<RoomEvent> events() {
    return events;
  }

  /** How many of the events are posts. */
  public int posts() {
    return posts;
  }

  public boolean isEmpty() {
    return events.isEmpty();
  }

  /**
   * This batch as {@code encoder} writes it. Encoded once per encoder, by whoever asks first, so
   * that ten thousand members of one protocol share one array.
   */
  public ByteString encoded(Encoder encoder) {
    for (Encoding known = encodings; known != null; known = known.next) {
      if (known.encoder == encoder) {
        return known.bytes;
      }
    }
    return encodeOnce(encoder);
  }

  private synchronized ByteString encodeOnce(Encoder encoder) {
    for (Encoding known = encodings; known != null; known = known.next) {
      if (known.encoder == encoder) {
        return known.bytes;
      }
    }
    ByteString bytes = encoder.encode(this);
    encodings = new Encoding(encoder, bytes, encodings);
    return bytes;
  }

  @Override
  public String toString() {
    return "Batch" + events;
  }
}
