package chat.parley.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody in a room of a scenario. What comes is heard in its order, each line once: a line that a
 * scenario has asked for is not heard again, and one that comes when another is expected is a
 * failure.
 */
public final class Person {
  private final Scenario scenario;
  private final Stage stage;
  private final Ears ears;
  private final Presence presence;
  private final Duration patience;
  private String name;

  Person(
      Scenario scenario,
      Stage stage,
      String name,
      Ears ears,
      Presence presence,
      Duration patience) {
    this.scenario = scenario;
    this.stage = stage;
    this.name = name;
    this.ears = ears;
    this.presence = presence;
    this.patience = patience;
  }

  public String name() {
    return name;
  }

  Ears ears() {
    return ears;
  }

  /** Says each of these, a line of its own; none is a command, whatever it begins with. */
  public void says(String... lines) {
    for (String line : lines) {
      requireOneLine(line);
      scenario.conversation().add(name, "says", line);
      presence.say(line);
    }
  }

  /** Does something, told in the third person: {@code does("waves")}. */
  public void does(String action) {
    requireOneLine(action);
    scenario.conversation().add(name, "does", action);
    presence.act(action);
  }

  /** Says what the room is about. */
  public void setsTopic(String topic) {
    requireOneLine(topic);
    scenario.conversation().add(name, "topic", topic);
    presence.setTopic(topic);
  }

  /** Takes another name. */
  public void isNowCalled(String newName) {
    scenario.conversation().add(name, "is now", newName);
    presence.rename(newName);
    name = newName;
  }

  private static void requireOneLine(String text) {
    if (text.lines().count() > 1 || text.endsWith("\n")) {
      throw new IllegalArgumentException("this is more than one line: " + text);
    }
  }

  /** The next line is a post: {@code author} says {@code text}. */
  public void hears(String author, String text) {
    hearsLine("[" + author + "] " + text);
  }

  /** The next line is the server's, to all or to this person alone, without its {@code * }. */
  public void isTold(String text) {
    hearsLine("* " + text);
  }

  private void hearsLine(String expected) {
    String line = ears.next(patience);
    if (line == null) {
      throw failure("heard " + expected, "heard nothing" + sinceWhen());
    }
    if (!line.equals(expected)) {
      throw failure("heard " + expected, "heard " + line);
    }
  }

  /**
   * The next {@code count} lines, as the lines listener shows them: {@code [author] text} for a
   * post, {@code * text} for what the server says.
   */
  public List<String> hears(int count) {
    List<String> heard = new ArrayList<>(count);
    while (heard.size() < count) {
      String line = ears.next(patience);
      if (line == null) {
        throw failure(
            "heard " + count + " lines", "heard " + heard.size() + " of them" + sinceWhen());
      }
      heard.add(line);
    }
    return heard;
  }

  /**
   * Nothing else has come, nor will it without somebody doing something or time passing. This does
   * not wait for time: it asks the room, the gates and the other extensions until all have answered
   * that they have dealt with everything. What an extension does on threads of its own is not
   * waited for.
   */
  public void hearsNothingElse() {
    stage.settle();
    List<String> rest = ears.rest();
    if (!rest.isEmpty()) {
      throw failure("heard nothing else", "heard " + String.join("\n          ", rest));
    }
  }

  /** The server ends the connection, or the person left; what came before may be asked for. */
  private String sinceWhen() {
    return ears.hasEnded() ? " before the end" : " within " + patience.toMillis() + " ms";
  }

  /** Leaves the room. */
  public void leaves() {
    scenario.conversation().add(name, "leaves", "");
    presence.leave();
  }

  /** Is gone without a word, as when its program is killed: the connection is reset. */
  public void vanishes() {
    scenario.conversation().add(name, "vanishes", "");
    presence.vanish();
  }

  /**
   * Reads nothing that comes from now on. Over TCP nothing is read from the socket, so that the
   * server has to keep what comes, or skip some; in process it is only heard later.
   */
  public void stopsReading() {
    scenario.conversation().add(name, "stops reading", "");
    ears.read(false);
    presence.read(false);
  }

  /** Reads what has come meanwhile, and whatever comes. */
  public void readsOn() {
    scenario.conversation().add(name, "reads on", "");
    presence.read(true);
    ears.read(true);
  }

  private AssertionError failure(String expected, String actual) {
    return scenario.conversation().failure(name, expected, actual);
  }
}
