package chat.parley.testkit;

import chat.parley.config.Settings;
import chat.parley.extension.Extension;
import com.typesafe.config.ConfigUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * A plan of a room of a scenario, which is not open yet.
 *
 * @param assignments settings of the server, each {@code KEY=VALUE}
 */
record Plan(String room, List<String> assignments, List<TurnedOn> extensions) {

  /**
   * An extension that is turned on.
   *
   * @param object null for the installed one of this name
   * @param settings in HOCON
   */
  record TurnedOn(String name, Extension object, String settings) {

    private Extension extension() {
      if (object != null) {
        return object;
      }
      return ServiceLoader.load(Extension.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(each -> each.name().equals(name))
          .findFirst()
          .orElse(null);
    }

    private String configured() {
      return "{ name = " + ConfigUtil.quoteString(name) + "\n" + settings + "\n}";
    }
  }

  /**
   * The settings of a server with this room, in which everybody starts.
   *
   * @param watches look at each extension
   * @param also an extension of the kit's own; null for none
   */
  Settings settings(List<String> listeners, Watches watches, Extension also) {
    List<Extension> given = new ArrayList<>();
    List<String> configured = new ArrayList<>();
    for (TurnedOn each : extensions) {
      Extension extension = each.extension();
      if (extension != null) { // otherwise the settings say what is wrong
        given.add(watches.around(extension));
      }
      configured.add(each.configured());
    }
    if (also != null) {
      given.add(also);
      configured.add(ConfigUtil.quoteString(also.name()));
    }
    List<String> all = new ArrayList<>();
    all.add("parley.limits.posts-per-second=0"); // as in a room without a server around it
    all.addAll(assignments);
    all.add("parley.start-room=" + ConfigUtil.quoteString(room));
    all.add(
        "parley.rooms={ "
            + ConfigUtil.quoteString(room)
            + " { extensions = [ "
            + configured.stream().collect(Collectors.joining(", "))
            + " ] } }");
    return Settings.of(listeners, all, given);
  }

  @Override
  public String toString() {
    return extensions.isEmpty()
        ? room
        : room
            + " with "
            + extensions.stream().map(TurnedOn::name).collect(Collectors.joining(", "));
  }
}
