package chat.parley.config;

import chat.parley.access.PasswordHash;
import chat.parley.names.Names;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Optional;

/** A reader of {@code parley.access}: passwords, and whom names belong to. */
final class AccessReader {
  /** Where what is written can be seen by everybody on this machine. */
  private static final List<String> IN_PROCESS_LIST =
      List.of(Assignment.ORIGIN, ConfigSources.PROPERTIES_ORIGIN);

  private final CheckedConfig access;

  AccessReader(CheckedConfig root) {
    this.access = root.inner("access");
  }

  /** The password that {@code key} holds the hash of; empty when it holds nothing. */
  Optional<PasswordHash> password(String key) {
    ConfigValue value = access.value(key);
    if ("".equals(value.unwrapped())) {
      return Optional.empty();
    }
    if (IN_PROCESS_LIST.stream().anyMatch(value.origin().description()::startsWith)) {
      throw new SettingsException(
          access.path(key)
              + " must be given in a file, as everybody on this machine can read a command line");
    }
    Optional<PasswordHash> hash =
        value.unwrapped() instanceof String written
            ? PasswordHash.parse(written)
            : Optional.empty();
    if (hash.isEmpty()) {
      // What is written may be the password itself, so it is not shown.
      throw new SettingsException(
          access.path(key) + " must be what `java -jar parley.jar password` prints", value);
    }
    return hash;
  }

  /** What operators alone may be called. */
  List<String> reservedNames() {
    return access.listOrNone("reserved-names", "names").stream().map(this::reservedName).toList();
  }

  private String reservedName(ConfigValue written) {
    String name = Names.shown(String.valueOf(written.unwrapped()));
    if (!Names.isPersonName(name, Names.MAX_LENGTH)) {
      throw access.wrong("reserved-names", "a list of names, each of letters and digits");
    }
    return name;
  }

  boolean registration() {
    return access.bool("registration");
  }

  int registrationsPerAddress() {
    return access.integer("registrations-per-address", 0, 1_000_000);
  }

  int maxRegistrations() {
    return access.integer("max-registrations", 0, 10_000_000);
  }
}
