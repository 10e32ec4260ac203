package chat.parley.testkit;

import java.time.Duration;

/** The place of a scenario: makes a stage for each of its rooms, and lets time pass there. */
interface Venue extends AutoCloseable {

  /** Makes a room as planned, ready to be entered. */
  Stage open(Plan plan);

  /** Lets time pass, or waits. Everything has settled before. */
  void pass(Duration time);

  /** How time passes there, for people to read. */
  String howTimePasses();

  /** Where that is, for people to read. */
  @Override
  String toString();

  @Override
  void close();
}
