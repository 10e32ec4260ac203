package chat.parley.config;

import chat.parley.hosting.EnabledExtension;
import chat.parley.names.Names;
import chat.parley.store.Retention;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is particular to a room, or to all rooms whose names fit a pattern.
 *
 * @param room the name, or a pattern in which {@code *} stands for any characters
 * @param extensions what is turned on there
 * @param retention how much of its history is kept
 */
record RoomPlan(String room, List<EnabledExtension> extensions, Retention retention) {
  boolean isPattern() {
    return room.indexOf('*') >= 0;
  }

  boolean fits(String name) {
    return isPattern() ? pattern().matcher(name).matches() : Names.same(room, name);
  }

  private Pattern pattern() {
    String regex =
        Pattern.compile("\\*")
            .splitAsStream(room + " ")
            .map(each -> Pattern.quote(each.stripTrailing()))
            .collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
