package chat.parley.store;

import chat.parley.notation.HostPort;
import chat.parley.notation.NotationException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The URIs of PostgreSQL databases, as far as a store has use for what may be in them. */
final class ServerUri {
  static final String FORM = "postgresql://USER@HOST:PORT/DATABASE";

  private static final int DEFAULT_PORT = 5432;

  /** User, host and port, database, parameters. */
  private static final Pattern URI =
      Pattern.compile("postgres(?:ql)?://(?:([^@/?]*)@)?([^@/?]*)/([^@/?]+)(?:\\?(.*))?");

  private static final Set<String> PARAMETERS =
      Set.of("sslmode", "sslrootcert", "sslcert", "sslkey");

  private ServerUri() {}

  static boolean isMeantBy(String text) {
    return text.startsWith("postgresql://") || text.startsWith("postgres://");
  }

  /**
   * @throws NotationException when it is none
   */
  static StoreLocation.Server parse(String text) {
    Matcher parts = URI.matcher(text);
    if (hasPassword(text)) {
      throw NotationException.saying(
          "a password does not belong into the address of the store; put it in a file, see"
              + " parley.store-password-file, or into the one that PGPASSFILE names");
    }
    if (!parts.matches()) {
      throw NotationException.not(FORM, text);
    }
    String user = Optional.ofNullable(parts.group(1)).orElse("");
    try {
      return new StoreLocation.Server(
          HostPort.toConnect(parts.group(2), DEFAULT_PORT),
          decoded(parts.group(3)),
          user.isEmpty() ? System.getProperty("user.name") : decoded(user),
          Optional.empty(),
          parameters(Optional.ofNullable(parts.group(4)).orElse("")));
    } catch (IllegalArgumentException e) {
      throw NotationException.not(FORM + ": " + e.getMessage(), text);
    }
  }

  private static boolean hasPassword(String text) {
    String rest = text.substring(text.indexOf("://") + 3);
    int at = rest.lastIndexOf('@');
    return (at >= 0 && rest.lastIndexOf(':', at) >= 0) || rest.contains("password=");
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String each : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int equals = each.indexOf('=');
      String name = equals < 0 ? each : each.substring(0, equals);
      if (equals < 0 || !PARAMETERS.contains(name)) {
        throw NotationException.saying(
            "of parameters there are sslmode, sslrootcert, sslcert and sslkey");
      }
      parameters.put(name, decoded(each.substring(equals + 1)));
    }
    return Map.copyOf(parameters);
  }

  /** What percent signs stand for. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
