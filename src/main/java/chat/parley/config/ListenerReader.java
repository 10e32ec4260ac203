package chat.parley.config;

import chat.parley.listener.ListenerAddress;
import chat.parley.listener.ListenerKind;
import chat.parley.listener.ListenerSettings;
import chat.parley.tls.ServerTls;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Optional;

/**
 * A reader of {@code parley.listeners}. What an entry does not say itself its kind says: {@code
 * parley.lines}, {@code parley.tls} or {@code parley.raw}.
 */
final class ListenerReader {
  private static final String ADDRESS = "at";
  private static final String WITHOUT_PASSWORD = "without-password";

  private final CheckedConfig root;
  private final AccessReader access;
  private final SessionReader sessions;

  ListenerReader(CheckedConfig root, AccessReader access, SessionReader sessions) {
    this.root = root;
    this.access = access;
    this.sessions = sessions;
  }

  /** Checks what each kind says, also one that no listener is of. */
  void checkKinds() {
    for (ListenerKind kind : ListenerKind.values()) {
      listener(new ListenerAddress(kind, "", 0), root.inner(kind.toString()));
    }
    root.inner(ListenerKind.RAW.toString()).bool(WITHOUT_PASSWORD);
  }

  /** All listeners, in the order of the configuration. */
  List<ListenerSettings> read() {
    return root.list("listeners", "listeners").stream().map(this::listener).toList();
  }

  private ListenerSettings listener(ConfigValue value) {
    NamedEntry entry =
        NamedEntry.of(value, ADDRESS)
            .orElseThrow(
                () ->
                    new SettingsException(
                        "parley.listeners has an entry that is neither \"KIND:[HOST:]PORT\" nor"
                            + " { at = \"KIND:[HOST:]PORT\", … }",
                        value));
    ListenerAddress address = address(entry.name(), value);
    CheckedConfig ofKind = root.inner(address.kind().toString());
    CheckedConfig listener = ofKind.overriddenBy(entry.own(), "a listener of parley.listeners");
    ListenerSettings settings = listener(address, listener);
    if (letsInWithoutPassword(settings) && !listener.bool(WITHOUT_PASSWORD)) {
      throw new SettingsException(
          "parley.access.server-password is set, but nobody is asked for it at "
              + address
              + "; leave that listener out, or let everybody in there with without-password = on");
    }
    return settings;
  }

  private boolean letsInWithoutPassword(ListenerSettings listener) {
    return access.password("server-password").isPresent() && !listener.session().asksPassword();
  }

  private static ListenerAddress address(String written, ConfigValue value) {
    try {
      return ListenerAddress.parse(written);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(e.getMessage(), value);
    }
  }

  private ListenerSettings listener(ListenerAddress address, CheckedConfig listener) {
    return switch (address.kind()) {
      case LINES, TLS -> lines(address, listener);
      case RAW -> raw(address, listener);
    };
  }

  private ListenerSettings lines(ListenerAddress address, CheckedConfig listener) {
    Optional<ServerTls> secured =
        address.kind().isSecured()
            ? TlsReader.read(listener, !address.host().isEmpty())
            : Optional.empty();
    return new ListenerSettings(
        address,
        listener.integer("max-line", 64, 1 << 20),
        listener.bool("commands"),
        backlog(),
        sessions.keepAlive(),
        sessions.lines(listener),
        secured);
  }

  private ListenerSettings raw(ListenerAddress address, CheckedConfig listener) {
    return new ListenerSettings(
        address, 0, false, backlog(), sessions.keepAlive(), sessions.raw(listener));
  }

  private int backlog() {
    return root.integer("backlog", 1, 65_535);
  }
}
