package chat.parley.transfer;

import chat.parley.notation.NotationException;
import chat.parley.store.StoredPost;
import chat.parley.store.StoredRoom;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads lines of an export; members that it does not know are passed over. */
final class ExportReader {
  private static final Pattern EPOCH = Pattern.compile("[0-9A-Za-z_-]{1,64}");

  /** That of keys of posts. */
  private static final long MAX_NUMBER = (1L << 40) - 1;

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private final JsonFactory json = new JsonFactory();

  /**
   * Reads a line.
   *
   * @param utf8 its bytes, the first {@code length} of these
   * @throws NotationException when it is none; the message says why, and begins with a verb
   */
  ExportLine read(byte[] utf8, int length) {
    Members members = members(utf8, length);
    return switch (members.text("type")) {
      case "room" ->
          new ExportLine.OfRoom(
              new StoredRoom(
                  members.text("room"),
                  members.text("name"),
                  members.epoch(),
                  members.number("last", 0),
                  members.text("topic")));
      case "post" -> new ExportLine.OfPost(members.text("room"), members.post());
      default -> throw Members.missing("type", "room or post");
    };
  }

  private Members members(byte[] utf8, int length) {
    Map<String, Object> members = new HashMap<>();
    try (JsonParser parser = json.createParser(utf8, 0, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw NotationException.saying("is no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        value(parser).ifPresent(value -> members.put(name, value));
      }
      if (parser.nextToken() != null) {
        throw NotationException.saying("has something behind its JSON object");
      }
    } catch (IOException e) {
      throw NotationException.saying("is no JSON object, or not a whole one");
    }
    return new Members(members);
  }

  /** Empty for what no member of ours is. */
  private static Optional<Object> value(JsonParser parser) throws IOException {
    return switch (parser.nextToken()) {
      case VALUE_STRING -> Optional.of(parser.getText());
      case VALUE_NUMBER_INT -> Optional.of(parser.getLongValue());
      case VALUE_TRUE -> Optional.of(true);
      case VALUE_FALSE -> Optional.of(false);
      default -> {
        parser.skipChildren();
        yield Optional.empty();
      }
    };
  }

  /** The members of a line, by their names. */
  private record Members(Map<String, Object> values) {

    String text(String name) {
      return get(name, String.class, "a text");
    }

    long number(String name, long least) {
      String what = "a whole number from " + least + " to " + MAX_NUMBER;
      long number = get(name, Long.class, what);
      if (number < least || number > MAX_NUMBER) {
        throw missing(name, what);
      }
      return number;
    }

    String epoch() {
      String epoch = text("epoch");
      if (!EPOCH.matcher(epoch).matches()) {
        throw missing("epoch", "up to 64 letters and digits");
      }
      return epoch;
    }

    StoredPost post() {
      StoredPost.Kind kind = kind();
      return new StoredPost(
          number("number", 1),
          time(),
          text("author"),
          get("registered", Boolean.class, "true or false"),
          kind,
          text(kind == StoredPost.Kind.DELETED ? "by" : "text"));
    }

    private StoredPost.Kind kind() {
      String kind = text("kind");
      return List.of(StoredPost.Kind.values()).stream()
          .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(kind))
          .findFirst()
          .orElseThrow(() -> missing("kind", "text, action or deleted"));
    }

    private Instant time() {
      String what = "a time such as 2026-11-28T14:03:22.000Z";
      try {
        Instant time = Instant.parse(text("time"));
        if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LAST)) {
          return time.truncatedTo(ChronoUnit.MILLIS);
        }
      } catch (DateTimeParseException e) {
        // Said below.
      }
      throw missing("time", what);
    }

    private <T> T get(String name, Class<T> type, String what) {
      Object value = values.get(name);
      if (!type.isInstance(value)) {
        throw missing(name, what);
      }
      return type.cast(value);
    }

    private static NotationException missing(String name, String what) {
      return NotationException.saying("has no \"" + name + "\" that is " + what);
    }
  }
}
