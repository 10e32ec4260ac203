package chat.parley.testkit;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A person who is in a room through a lines listener with commands. It asks the server things that
 * the scenario knows nothing of, and keeps the answers from the person's ears.
 */
final class Caller implements Presence, LineConnection.Listener {
  private static final String IN = "* you are in ";
  private static final String KEPT_OUT = "* you are not let into ";
  private static final String UNKNOWN = "* there is no command /scenario-";

  private final String room;
  private final Ears ears;
  private final Duration patience;
  private final Predicate<String> isGoing;
  private final Consumer<String> afterVanishing;
  private final LineConnection connection;
  private final CompletableFuture<String> entry = new CompletableFuture<>();
  private final Map<Predicate<String>, CompletableFuture<String>> awaited = new HashMap<>();
  private volatile String name;
  private boolean prompted;
  private boolean reading = true;
  private int questions;
  private int said;

  /**
   * Connects.
   *
   * @param isGoing whether somebody with that name may be about to go
   * @param afterVanishing called with the person's name, to wait until the room knows
   */
  Caller(
      InetSocketAddress server,
      String room,
      String name,
      Ears ears,
      Duration patience,
      Predicate<String> isGoing,
      Consumer<String> afterVanishing) {
    this.room = room;
    this.name = name;
    this.ears = ears;
    this.patience = patience;
    this.isGoing = isGoing;
    this.afterVanishing = afterVanishing;
    this.connection = new LineConnection(name, server, this);
  }

  /** Gives the name, and goes to the room. */
  void enter() throws NotLetIn {
    connection.send(name);
    String answer;
    try {
      answer = Patience.await(entry, patience, name + " has not been let in");
    } catch (StageFailure e) {
      connection.close();
      throw e;
    }
    if (!answer.startsWith(IN)) {
      connection.close();
      int why = answer.startsWith(KEPT_OUT) ? answer.indexOf(": ") + 2 : 2;
      throw new NotLetIn(answer.substring(why));
    }
  }

  @Override
  public void line(String line) {
    if (!isForTheKit(line)) {
      ears.hear(line);
    }
  }

  private synchronized boolean isForTheKit(String line) {
    if (!prompted) {
      prompted = true;
      return true;
    }
    if (!entry.isDone()) {
      return !isEntry(line);
    }
    for (Map.Entry<Predicate<String>, CompletableFuture<String>> each : awaited.entrySet()) {
      if (each.getKey().test(line)) {
        awaited.remove(each.getKey());
        each.getValue().complete(line);
        return true;
      }
    }
    return false;
  }

  private boolean isEntry(String line) {
    if (line.startsWith(IN) && !line.startsWith(IN + room + " ")) {
      connection.send("/join " + room);
      return false;
    }
    if (line.equals("* " + name + " is taken; another name?") && isGoing.test(name)) {
      connection.send(name);
      return false;
    }
    entry.complete(line);
    return line.startsWith(IN);
  }

  @Override
  public void ended() {
    entry.complete("* the connection has been closed");
    ears.end();
  }

  private CompletableFuture<String> awaiting(Predicate<String> line) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    synchronized (this) {
      awaited.put(line, answer);
    }
    return answer;
  }

  private CompletableFuture<String> sending(String line, Predicate<String> answer) {
    CompletableFuture<String> answered = awaiting(answer);
    connection.send(line);
    return answered;
  }

  private void request(String line, String answer) {
    Patience.await(
        sending(line, answer::equals), patience, name + " has not been answered " + answer);
  }

  /** Completed when the server has dealt with all that this person has sent. */
  CompletableFuture<String> heeded() {
    String answer = UNKNOWN + ++questions + ";";
    return sending("/scenario-" + questions, line -> line.startsWith(answer));
  }

  /** Completed when what the room has taken so far has come to this person. */
  CompletableFuture<String> told() {
    String present = "\\* \\d+ in " + room + ": .*";
    return sending("/who", line -> line.matches(present));
  }

  /** Completed with the line that lists the room's extensions. */
  CompletableFuture<String> extensions() {
    String start = "* " + room + " has ";
    return sending("/extensions", line -> line.startsWith(start));
  }

  /** Completed when this very line of the server's has come, which nobody else hears of. */
  CompletableFuture<String> hearing(String line) {
    return awaiting(line::equals);
  }

  String name() {
    return name;
  }

  /** How many lines were said. */
  int said() {
    return said;
  }

  boolean isReading() {
    return reading && isThere();
  }

  boolean isThere() {
    return !ears.hasEnded();
  }

  @Override
  public void say(String text) {
    said++;
    connection.send(text.startsWith("/") ? "/" + text : text);
  }

  @Override
  public void act(String action) {
    said++;
    connection.send("/me " + action);
  }

  @Override
  public void setTopic(String topic) {
    request("/topic " + topic, "* you set the topic: " + topic);
  }

  @Override
  public void rename(String newName) {
    request("/nick " + newName, "* you are now called " + newName);
    name = newName;
  }

  @Override
  public void read(boolean on) {
    reading = on;
    connection.read(on);
  }

  @Override
  public void leave() {
    connection.endOutput();
    if (!ears.awaitEnd(patience)) {
      throw new StageFailure("the server has not ended the connection of " + name);
    }
  }

  @Override
  public void vanish() {
    connection.reset();
    ears.end();
    afterVanishing.accept(name);
  }

  void close() {
    connection.close();
  }
}
