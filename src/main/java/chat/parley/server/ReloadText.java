package chat.parley.server;

import chat.parley.config.ChangedSetting;
import chat.parley.config.ConfigDiff;
import chat.parley.config.ConfigReload;
import com.typesafe.config.ConfigRenderOptions;
import java.util.ArrayList;
import java.util.List;

/** The lines about a configuration that has been read again, for the log and for operators. */
final class ReloadText {
  /** What is below may hold secrets: passwords, and what extensions must know. */
  private static final List<String> NOT_SHOWN = List.of("parley.access.", "parley.rooms.");

  private ReloadText() {}

  /** At least one line. */
  static List<String> lines(ConfigReload reload) {
    if (reload instanceof ConfigReload.Accepted accepted) {
      return lines(accepted.diff());
    }
    return List.of("everything stays as it was: " + ((ConfigReload.Refused) reload).problem());
  }

  private static List<String> lines(ConfigDiff diff) {
    List<String> lines = new ArrayList<>();
    diff.settings().forEach(each -> lines.add(line(each)));
    if (diff.libraries()) {
      lines.add("what has changed in the settings of libraries needs a restart");
    }
    return lines.isEmpty() ? List.of("nothing has changed") : lines;
  }

  private static String line(ChangedSetting changed) {
    return changed.key()
        + switch (changed.effect()) {
          case NOW -> isShown(changed.key()) ? " is now " + value(changed) : " has changed";
          case AT_RESTART -> " needs a restart to be " + value(changed);
        };
  }

  private static boolean isShown(String key) {
    return NOT_SHOWN.stream().noneMatch(key::startsWith);
  }

  private static String value(ChangedSetting changed) {
    return changed
        .value()
        .map(value -> value.render(ConfigRenderOptions.concise()))
        .orElse("not set");
  }
}
