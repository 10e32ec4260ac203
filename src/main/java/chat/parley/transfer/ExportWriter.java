package chat.parley.transfer;

import chat.parley.store.StoredPost;
import chat.parley.store.StoredRoom;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Writes the lines of an export, of which {@code docs/export.md} has the members. */
final class ExportWriter {
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private final JsonGenerator to;

  ExportWriter(Writer to) throws IOException {
    this.to = new JsonFactory().createGenerator(to);
    this.to.setRootValueSeparator(null);
  }

  void write(StoredRoom room) throws IOException {
    to.writeStartObject();
    to.writeStringField("type", "room");
    to.writeStringField("room", room.key());
    to.writeStringField("name", room.name());
    to.writeStringField("epoch", room.epoch());
    to.writeStringField("topic", room.topic());
    to.writeNumberField("last", room.lastNumber());
    to.writeEndObject();
    to.writeRaw('\n');
  }

  void write(StoredRoom room, StoredPost post) throws IOException {
    to.writeStartObject();
    to.writeStringField("type", "post");
    to.writeStringField("room", room.key());
    to.writeNumberField("number", post.number());
    to.writeStringField("time", MILLIS.format(post.time()));
    to.writeStringField("author", post.author());
    to.writeBooleanField("registered", post.registered());
    to.writeStringField("kind", post.kind().name().toLowerCase(Locale.ROOT));
    to.writeStringField(post.kind() == StoredPost.Kind.DELETED ? "by" : "text", post.text());
    to.writeEndObject();
    to.writeRaw('\n');
  }

  /** Hands over all that has been written. */
  void flush() throws IOException {
    to.flush();
  }
}
