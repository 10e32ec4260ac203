package chat.parley.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation in one or more rooms, played by a test:
 *
 * <pre>{@code
 * var room = scenario.room("lobby").with("dice");
 * var alice = room.joins("alice");
 * var bob = room.joins("bob");
 * alice.says("!roll 1d1");
 * bob.hears("alice", "!roll 1d1");
 * bob.hears("dice", "alice rolled 1");
 * bob.hearsNothingElse();
 * }</pre>
 *
 * <p>A test gets one from {@link ScenarioExtension}, which says where it is played. Used by one
 * thread. A failure tells the whole conversation so far.
 */
public final class Scenario implements AutoCloseable {
  /** How long anything may take that should happen at once; only failures take as long. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Venue venue;
  private final Duration patience;
  private final Conversation conversation = new Conversation();
  private final List<Scene> scenes = new ArrayList<>();

  Scenario(Venue venue, Duration patience) {
    this.venue = venue;
    this.patience = patience;
  }

  /** A room called {@code name}, of which there is nothing else in the scenario. */
  public Scene room(String name) {
    Scene scene = new Scene(this, venue, patience, name);
    scenes.add(scene);
    return scene;
  }

  /**
   * Lets time pass. In process it is moved, and what was to happen by then happens at once. Over
   * TCP the time of a server cannot be moved: this really waits, and the conversation says so.
   */
  public void passes(Duration time) {
    scenes.forEach(Scene::settle);
    conversation.note(seconds(time) + " pass, " + venue.howTimePasses());
    venue.pass(time);
  }

  private static String seconds(Duration time) {
    return time.toMillis() / 1000.0 + " s";
  }

  Conversation conversation() {
    return conversation;
  }

  /** Ends whatever the scenario has started. */
  @Override
  public void close() {
    scenes.forEach(Scene::close);
    venue.close();
  }
}
