package chat.parley.soak;

import java.io.IOException;
import java.time.Duration;

/**
 * Makes one attack on a server of its own: warms it up, reads what it holds, attacks while the pair
 * talks, waits until nobody but the pair is left, and reads again.
 */
final class Soak {
  private static final Duration BEFORE_AND_AFTER = Duration.ofSeconds(1);
  private static final int STATUS_OF_SIGTERM = 143;

  private Soak() {}

  /** The row for the table; with its faults, if there are any. */
  static Row run(Attack attack) throws IOException {
    String name = attack.getClass().getSimpleName();
    try (ServerProcess server = ServerProcess.start(name, attack.server())) {
      Row row = Row.begun(attack.title());
      try {
        row = run(attack, server);
      } catch (Exception | AssertionError e) {
        row.faults().add(server.isRunning() ? e.toString() : server.lastWords());
        return row;
      }
      int status = server.goDown();
      if (status != STATUS_OF_SIGTERM) {
        row.faults().add("told to go down, its exit status was " + status);
      }
      if (!attack.causesErrors() && !server.errors().isEmpty()) {
        row.faults().add("its log: " + server.errors().get(0) + "; see " + server.log());
      }
      return row;
    }
  }

  private static Row run(Attack attack, ServerProcess server) throws Exception {
    try (Scene scene = new Scene(server)) {
      ServerGauges gauges = new ServerGauges(server.pid());
      warmUp(attack, scene);
      Reading before = gauges.settled();
      String seen = attack(attack, scene);
      Reading after = gauges.backAt(before);
      scene.everybodyGoes();
      Row row =
          new Row(
              attack.title(),
              scene.counts().opened.sum(),
              scene.counts().closed.sum(),
              scene.counts().sent.sum(),
              scene.delivered(),
              scene.lost(),
              scene.skipped(),
              before,
              after,
              scene.pair().longestPause(),
              seen,
              scene.faults());
      check(row);
      return row;
    }
  }

  private static void warmUp(Attack attack, Scene scene) throws Exception {
    scene.pair().begin();
    attack.warmUp(scene);
    Waiting.pass(BEFORE_AND_AFTER);
    scene.pair().end();
    scene.forget();
    scene.lobby().await(Scene.PAIR);
  }

  private static String attack(Attack attack, Scene scene) throws Exception {
    scene.pair().begin();
    Waiting.pass(BEFORE_AND_AFTER);
    String seen = attack.run(scene);
    Waiting.pass(BEFORE_AND_AFTER);
    scene.pair().end();
    scene.lobby().await(Scene.PAIR);
    return seen;
  }

  private static void check(Row row) {
    if (row.opened() != row.closed()) {
      row.faults().add((row.opened() - row.closed()) + " connections were not closed");
    }
    if (row.lost() > 0) {
      row.faults().add(row.lost() + " posts are lost");
    }
    if (!row.after().isBackAt(row.before())) {
      row.faults().add("the server holds more than before: " + row.after());
    }
  }
}
