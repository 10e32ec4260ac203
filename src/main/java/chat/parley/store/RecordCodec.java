package chat.parley.store;

import chat.parley.access.AddressRange;
import chat.parley.access.PasswordHash;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValueFactory;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Items as a store holds them: a JSON object each, without what is in its key. Members that are not
 * known are passed over, so that a later parley may add some.
 */
final class RecordCodec {
  private RecordCodec() {}

  static String written(StoredRecord item) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (item instanceof Registration it) {
      members.put("name", it.name());
      members.put("password", it.password().written());
      members.put("since", it.since().toString());
    } else if (item instanceof Sanction it) {
      members.put("kind", it.kind().name().toLowerCase(Locale.ROOT));
      members.put("target", it.target());
      it.nameKey().ifPresent(key -> members.put("name-key", key));
      it.addresses().ifPresent(range -> members.put("addresses", range.toString()));
      members.put("since", it.since().toString());
      it.until().ifPresent(until -> members.put("until", until.toString()));
      members.put("by", it.by());
      members.put("why", it.why());
    } else if (item instanceof Ownership it) {
      members.put("room", it.room());
      members.put("owner-key", it.ownerKey());
      members.put("since", it.since().toString());
    } else if (item instanceof WaitingMessage it) {
      members.put("to-key", it.toKey());
      members.put("from", it.from());
      members.put("sender", it.sender());
      members.put("time", it.time().toString());
      members.put("text", it.text());
      members.put("unheard", it.unheard());
    }
    return ConfigValueFactory.fromMap(members).render(ConfigRenderOptions.concise());
  }

  /**
   * @throws RuntimeException of one kind or another when it is not the text of a registration
   */
  static Registration registration(String key, String text) {
    Config members = members(text);
    return new Registration(
        key,
        members.getString("name"),
        PasswordHash.parse(members.getString("password")).orElseThrow(),
        instant(members, "since").orElseThrow());
  }

  /**
   * @throws RuntimeException of one kind or another when it is not the text of a sanction
   */
  static Sanction sanction(String key, String text) {
    Config members = members(text);
    var sanction =
        new Sanction(
            Sanction.Kind.valueOf(members.getString("kind").toUpperCase(Locale.ROOT)),
            shown(members.getString("target")),
            string(members, "name-key"),
            string(members, "addresses").map(it -> AddressRange.parse(it).orElseThrow()),
            instant(members, "since").orElseThrow(),
            instant(members, "until"),
            members.getString("by"),
            members.getString("why"));
    if (!sanction.id().key().equals(key)) {
      throw new NoSuchElementException("its key is that of another one");
    }
    return sanction;
  }

  /**
   * @throws RuntimeException of one kind or another when it is not the text of an ownership
   */
  static Ownership ownership(String key, String text) {
    Config members = members(text);
    return new Ownership(
        key,
        members.getString("room"),
        members.getString("owner-key"),
        instant(members, "since").orElseThrow());
  }

  /**
   * @throws RuntimeException of one kind or another when it is not the text of a message
   */
  static WaitingMessage message(String key, String text) {
    Config members = members(text);
    return new WaitingMessage(
        Long.parseLong(key),
        members.getString("to-key"),
        members.getString("from"),
        members.getString("sender"),
        instant(members, "time").orElseThrow(),
        members.getString("text"),
        members.getBoolean("unheard"));
  }

  /** Addresses are written as they are now, whichever parley has kept them. */
  private static String shown(String target) {
    return AddressRange.parse(target).map(AddressRange::toString).orElse(target);
  }

  private static Config members(String text) {
    return ConfigFactory.parseString(
        text, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON));
  }

  private static Optional<String> string(Config members, String key) {
    return members.hasPath(key) ? Optional.of(members.getString(key)) : Optional.empty();
  }

  private static Optional<Instant> instant(Config members, String key) {
    return string(members, key).map(Instant::parse);
  }
}
