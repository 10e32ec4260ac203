package chat.parley.client;

import chat.parley.access.AddressRange;
import chat.parley.access.Origin;
import chat.parley.cases.Cases;
import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import chat.parley.moderation.ModerationReply;
import chat.parley.protocol.Notice;
import chat.parley.store.Sanction;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pekko.util.ByteString;

/**
 * Records of a class in every combination of what their components may be, so that each way to word
 * one comes up, also one that is added later.
 */
final class Samples {
  private static final Set<String> NAMES =
      Set.of(
          "name",
          "from",
          "to",
          "by",
          "author",
          "oldName",
          "newName",
          "room",
          "other",
          "reserved",
          "extension",
          "target",
          "like");

  /** What people may have written, some of it so as to be taken for something else. */
  private static final List<String> TEXTS =
      List.of(
          "",
          "tea & more",
          "joined",
          "left",
          "is now called eve",
          "42",
          "42, locked",
          "is taken; another name?",
          "x; connect again with one",
          "what is your password?",
          "that is not it; goodbye",
          "1 joined; 3 are here",
          "you are in cellar with eve",
          "12:00:00 [eve] hi",
          "[eve] hi");

  /** What the server, its operator or an extension words itself, and nobody else. */
  private static final Set<Class<?>> WHOLE_LINES =
      Set.of(
          Notice.MessageOfTheDay.class,
          Notice.Usage.class,
          Notice.Miswritten.class,
          RoomEvent.PrivateNotice.class,
          ModerationReply.ConfigurationReloaded.class);

  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  private Samples() {}

  static List<Object> of(Class<?> type) {
    if (type.isEnum()) {
      return List.of(type.getEnumConstants());
    }
    if (type.isSealed()) {
      return Cases.leaves(type).stream().flatMap(each -> of(each).stream()).toList();
    }
    if (!type.isRecord()) {
      throw new AssertionError("there are no samples of " + type);
    }
    List<List<Object>> rows = List.of(List.of());
    for (RecordComponent each : type.getRecordComponents()) {
      rows = times(rows, of(each));
    }
    return rows.stream().map(row -> made(type, row)).toList();
  }

  private static List<List<Object>> times(List<List<Object>> rows, List<?> values) {
    return rows.stream().flatMap(row -> values.stream().map(value -> with(row, value))).toList();
  }

  private static List<Object> with(List<Object> row, Object value) {
    return Stream.concat(row.stream(), Stream.of(value)).toList();
  }

  private static Object made(Class<?> type, List<Object> row) {
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      return constructor.newInstance(row.toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot make a " + type, e);
    }
  }

  private static List<?> of(RecordComponent component) {
    return component.getType() == String.class
        ? texts(component)
        : of(component.getGenericType(), component);
  }

  private static List<?> of(Type type, RecordComponent component) {
    if (type instanceof ParameterizedType generic) {
      List<?> inner = of(generic.getActualTypeArguments()[0], component);
      return generic.getRawType() == Optional.class
          ? Stream.concat(Stream.of(Optional.empty()), inner.stream().map(Optional::of)).toList()
          : generic.getRawType() == Set.class ? List.of(Set.of(), Set.of("eve")) : lists(inner);
    }
    if (type == boolean.class) {
      return List.of(false, true);
    }
    if (type == int.class) {
      return List.of(0, 1, 300);
    }
    if (type == long.class) {
      return List.of(0L, 1L, 300L);
    }
    if (type == Duration.class) {
      return List.of(Duration.ofMillis(1500), Duration.ofSeconds(30), Duration.ofMinutes(5));
    }
    if (type == Instant.class) {
      boolean mayBeForEver = component.getDeclaringRecord() == Notice.Muted.class;
      return mayBeForEver ? List.of(NOON, Instant.MAX) : List.of(NOON);
    }
    if (type == MemberId.class) {
      return List.of(new MemberId(0, 7));
    }
    if (type == Origin.class) {
      return List.of(new Origin("lines", new InetSocketAddress("192.0.2.7", 5566)));
    }
    if (type == Sanction.class) {
      return sanctions();
    }
    if (type == ModerationReply.Memory.class) {
      return List.of(new ModerationReply.Memory(1 << 20, 1 << 30, 0, 9));
    }
    if (type == RoomEvent.Continuity.class) {
      return List.of(new RoomEvent.Continuity("4f2a", 312, false));
    }
    if (type == Content.class) {
      return contents();
    }
    if (type == RoomEvent.Posted.class) {
      return contents().stream().map(content -> Events.posted(7, NOON, "eve", content)).toList();
    }
    return type == String.class ? texts(component) : of((Class<?>) type);
  }

  private static List<Sanction> sanctions() {
    Optional<AddressRange> range = AddressRange.parse("2001:db8::/32");
    List<Sanction> sanctions = new ArrayList<>();
    for (Sanction.Kind kind : Sanction.Kind.values()) {
      for (String why : TEXTS) {
        Optional<Instant> noon = Optional.of(NOON);
        sanctions.add(
            new Sanction(kind, "小明", Optional.of("小明"), Optional.empty(), NOON, noon, "bob", why));
        sanctions.add(
            new Sanction(
                kind, "eve", Optional.of("eve"), range, NOON, Optional.empty(), "bob", why));
        sanctions.add(
            new Sanction(kind, "2001:db8::/32", Optional.empty(), range, NOON, noon, "bob", why));
      }
    }
    return sanctions;
  }

  private static List<Content> contents() {
    List<Content> contents = new ArrayList<>();
    for (String text : TEXTS) {
      contents.add(new Content.Text(text));
      contents.add(new Content.Action(text));
      contents.add(
          new Content.Bytes(
              ByteString.emptyByteString(), ByteString.fromString(text + "\n" + text)));
    }
    return contents;
  }

  private static List<String> texts(RecordComponent component) {
    if (WHOLE_LINES.contains(component.getDeclaringRecord())) {
      return List.of("whatever stands there is the whole line");
    }
    boolean isName =
        NAMES.contains(component.getName())
            || component.getType() == List.class; // names, others, behind
    return isName ? List.of("bob", "小明") : TEXTS;
  }

  /** None, each one alone, and all of them. */
  private static List<List<Object>> lists(List<?> inner) {
    List<List<Object>> lists = new ArrayList<>();
    lists.add(List.of());
    inner.forEach(each -> lists.add(List.of(each)));
    lists.add(List.copyOf(inner));
    return lists;
  }
}
