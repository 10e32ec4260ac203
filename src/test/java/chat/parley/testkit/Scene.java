package chat.parley.testkit;

import chat.parley.extension.Extension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A room of a scenario. First say what it is to be ({@link #with}, {@link #set}); it is made when
 * the first person enters.
 */
public final class Scene {
  private final Scenario scenario;
  private final Venue venue;
  private final Duration patience;
  private final String room;
  private final List<String> assignments = new ArrayList<>();
  private final List<Plan.TurnedOn> extensions = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();
  private Stage stage;

  Scene(Scenario scenario, Venue venue, Duration patience, String room) {
    this.scenario = scenario;
    this.venue = venue;
    this.patience = patience;
    this.room = room;
  }

  /** Turns on the installed extension called {@code name}, as the configuration would. */
  public Scene with(String name) {
    return with(name, "");
  }

  /**
   * Turns on the installed extension called {@code name}.
   *
   * @param settings its settings in HOCON: {@code interval = 5s}
   */
  public Scene with(String name, String settings) {
    return with(new Plan.TurnedOn(name, null, settings));
  }

  /** Turns on an extension, which need not be installed. */
  public Scene with(Extension extension) {
    return with(extension, "");
  }

  /**
   * Turns on an extension, which need not be installed.
   *
   * @param settings its settings in HOCON: {@code interval = 5s}
   */
  public Scene with(Extension extension, String settings) {
    return with(new Plan.TurnedOn(extension.name(), extension, settings));
  }

  private Scene with(Plan.TurnedOn extension) {
    requireNotMade();
    extensions.add(extension);
    return this;
  }

  /**
   * Sets something in the server's configuration.
   *
   * @param assignment {@code KEY=VALUE}, such as {@code parley.room.replay=2}
   */
  public Scene set(String assignment) {
    requireNotMade();
    assignments.add(assignment);
    return this;
  }

  private void requireNotMade() {
    if (stage != null) {
      throw new IllegalStateException("somebody is in " + room + " already; say this before");
    }
  }

  /**
   * Lets somebody in. The others have been told when this returns; they do not hear it again, nor
   * does the newcomer hear who is there. See {@link #enters}.
   */
  public Person joins(String name) {
    Person person = enters(name);
    person.hears(1);
    stage.deliver();
    for (Person each : people) {
      each.ears().forget("* " + name + " has joined");
    }
    return person;
  }

  /**
   * Lets somebody in who then {@linkplain Person#isTold is told} {@code you are in lobby with
   * nobody else} while the others are told {@code alice has joined}.
   */
  public Person enters(String name) {
    Ears ears = new Ears(name, scenario.conversation());
    try {
      Stage entered = stage();
      scenario.conversation().add(name, "enters", "");
      Presence presence = entered.enter(name, ears);
      Person person = new Person(scenario, stage, name, ears, presence, patience);
      people.add(person);
      return person;
    } catch (NotLetIn e) {
      throw scenario
          .conversation()
          .failure(name, "been let into " + room, "was not: " + e.getMessage());
    }
  }

  /** Somebody who wants to come in is not let in by a gate, and is told {@code why}. */
  public void keepsOut(String name, String why) {
    Presence presence;
    try {
      presence = stage().enter(name, new Ears(name, scenario.conversation()));
    } catch (NotLetIn e) {
      scenario.conversation().add(name, "is kept out:", e.getMessage());
      if (!e.getMessage().equals(why)) {
        throw scenario
            .conversation()
            .failure(name, "been kept out: " + why, "was kept out: " + e.getMessage());
      }
      return;
    }
    presence.leave();
    throw scenario.conversation().failure(name, "been kept out: " + why, "was let in");
  }

  /** The extension called {@code name} throws an exception now, and has when this returns. */
  public void crashes(String name) {
    scenario.conversation().note(name + " crashes");
    stage().crash(name);
  }

  private Stage stage() {
    if (stage == null) {
      Plan plan = new Plan(room, List.copyOf(assignments), List.copyOf(extensions));
      scenario.conversation().note(plan + ", " + venue);
      stage = venue.open(plan);
    }
    return stage;
  }

  void settle() {
    if (stage != null) {
      stage.settle();
    }
  }

  void close() {
    if (stage != null) {
      stage.close();
    }
  }
}
